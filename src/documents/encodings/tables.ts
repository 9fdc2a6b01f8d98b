import iconv from "iconv-lite";
import { swift } from "../../vietnamese/text/patterns.js";
import { fromWindows1252 } from "./windows-1252.js";

/** A table of the time before Unicode: what its bytes mean. */
export interface Table {
  readonly name: string;
  readonly decode: (bytes: Buffer) => string;
}

/** The tables that Vietnamese was written in. To add one: a row. */
export const tables: readonly Table[] = [
  { name: "tcvn3", decode: fromTcvn3 },
  { name: "vni", decode: fromVni },
  { name: "viscii", decode: (bytes) => iconv.decode(bytes, "viscii") },
  { name: "vps", decode: fromVps },
  { name: "windows-1258", decode: (bytes) => iconv.decode(bytes, "windows-1258").normalize("NFC") },
];

/**
 * TCVN 5712:1993 VN3, the table of the ABC fonts (.VnTime and its kin). Where the standard leaves controls, Windows has
 * its punctuation. The table has no capitals with tones: a font of capitals (.VnTimeH) shows the small letters so, and a
 * word whose other letters are capitals is one.
 */
function fromTcvn3(bytes: Buffer): string {
  const text = Array.from(bytes, (byte) => tcvn3Letters[byte] ?? "").join("");
  return text.replace(word, (found) => (inCapitals.test(found) ? found.toUpperCase() : found));
}

const tcvn3Letters = Array.from({ length: 256 }, (_, byte) =>
  byte < 0xa1 ? fromWindows1252(Buffer.from([byte])) : iconv.decode(Buffer.from([byte]), "tcvn"),
);
const word = swift(/\p{L}+/gu);
/** a capital behind the first letter, and no small letter that has a capital of its own in the table */
const inCapitals = /^[^a-z]+(?<=.)[A-ZĂÂĐÊÔƠƯ][^a-z]*$/u;

/** VNI Windows: a vowel and its mark are two bytes; both rise together to capitals. */
function fromVni(bytes: Buffer): string {
  return fromWindows1252(bytes).replace(vniPairs, (pair) => vniLetters.get(pair) ?? pair);
}

/** What a mark's byte (as Windows-1252 shows it) adds to the vowel before it. */
const vniMarks: readonly (readonly [sign: string, marks: string])[] = [
  ["ù", "\u0301"],
  ["ø", "\u0300"],
  ["û", "\u0309"],
  ["õ", "\u0303"],
  ["ï", "\u0323"],
  ["â", "\u0302"],
  ["á", "\u0302\u0301"],
  ["à", "\u0302\u0300"],
  ["å", "\u0302\u0309"],
  ["ã", "\u0302\u0303"],
  ["ä", "\u0302\u0323"],
  ["ê", "\u0306"],
  ["é", "\u0306\u0301"],
  ["è", "\u0306\u0300"],
  ["ú", "\u0306\u0309"],
  ["ü", "\u0306\u0303"],
  ["ë", "\u0306\u0323"],
];
/** bytes that are a letter by themselves */
const vniSingles: readonly (readonly [sign: string, letter: string])[] = [
  ["ô", "ơ"],
  ["ö", "ư"],
  ["ñ", "đ"],
  ["í", "í"],
  ["ì", "ì"],
  ["æ", "ỉ"],
  ["ó", "ĩ"],
  ["ò", "ị"],
  ["î", "ỵ"],
];
const vniVowels: readonly (readonly [sign: string, letter: string])[] = [
  ...["a", "e", "o", "u", "y"].map((vowel) => [vowel, vowel] as const),
  ["ô", "ơ"],
  ["ö", "ư"],
];
const vniLetters = new Map<string, string>(
  [
    ...vniSingles,
    ...vniVowels.flatMap(([sign, letter]) =>
      vniMarks.map(([mark, marks]) => [sign + mark, (letter + marks).normalize("NFC")] as const),
    ),
  ]
    .filter(([, letter]) => letter.length === 1)
    .flatMap(([sign, letter]) => [
      [sign, letter],
      [sign.toUpperCase(), letter.toUpperCase()],
    ]),
);
const vniPairs = new RegExp([...vniLetters.keys()].sort((a, b) => b.length - a.length).join("|"), "g");

/**
 * VPS (Vietnamese Professionals Society), as UniKey's and Mozilla's tables have it: 0x80 to 0xFF, and the capitals that
 * stand in the place of controls.
 */
const vpsLetters = [
  "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ",
  "\u00A0ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự",
  "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ\uFFFD",
  "àáâãảạă\uFFFDèéêẽìí\uFFFDĩẴĐòóôõ\uFFFDƠụùúủ\uFFFDỶẼỳ",
].join("");
const vpsControls: ReadonlyMap<number, string> = new Map([
  [0x02, "Ạ"],
  [0x03, "Ậ"],
  [0x04, "Ặ"],
  [0x05, "Ẹ"],
  [0x06, "Ệ"],
  [0x10, "Ị"],
  [0x11, "Ọ"],
  [0x12, "Ộ"],
  [0x13, "Ợ"],
  [0x14, "Ụ"],
  [0x15, "Ự"],
  [0x19, "Ỵ"],
  [0x1c, "Ẫ"],
  [0x1d, "Ữ"],
]);

function fromVps(bytes: Buffer): string {
  return Array.from(
    bytes,
    (byte) => vpsControls.get(byte) ?? (byte < 0x80 ? String.fromCharCode(byte) : (vpsLetters[byte - 0x80] ?? "")),
  ).join("");
}
