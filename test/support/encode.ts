import iconv from "iconv-lite";
import { tables } from "../../src/documents/encodings/tables.js";
import { fromWindows1252 } from "../../src/documents/encodings/windows-1252.js";

type Encode = (text: string) => Buffer | null;

/** Ways to write Vietnamese that were common before Unicode, or that wrong conversions leave. `null`: it has no such letter. */
export const encoders: Readonly<Record<string, Encode>> = {
  tcvn3: bytewise("tcvn3"),
  vni: vni,
  viscii: (text) => iconv.encode(text, "viscii"),
  vps: bytewise("vps"),
  "windows-1258": windows1258,
  "utf-8 read as windows-1252": (text) => Buffer.from(fromWindows1252(Buffer.from(text))),
  "utf-8 read as windows-1252 twice": (text) =>
    Buffer.from(fromWindows1252(Buffer.from(fromWindows1252(Buffer.from(text))))),
  "utf-8": (text) => Buffer.from(text.normalize("NFD")),
  "utf-16le": (text) => Buffer.from(text, "utf16le"),
};

function bytewise(name: string): Encode {
  const decode = tables.find((table) => table.name === name)?.decode ?? (() => "");
  const bytes = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) bytes.set(decode(Buffer.from([byte])), byte);
  return (text) => joined([...text].map((letter) => bytes.get(letter)));
}

/** Windows writes the shape of a vowel in one byte and its tone in the next. */
function windows1258(text: string): Buffer | null {
  const tones = new Map([
    ["\u0300", 0xcc],
    ["\u0301", 0xec],
    ["\u0303", 0xde],
    ["\u0309", 0xd2],
    ["\u0323", 0xf2],
  ]);
  return joined(
    [...text].flatMap((letter) => {
      const marks = [...letter.normalize("NFD")];
      const tone = marks.find((mark) => tones.has(mark));
      const base = marks
        .filter((mark) => mark !== tone)
        .join("")
        .normalize("NFC");
      const [byte] = iconv.encode(base, "windows-1258");
      return tone ? [byte, tones.get(tone)] : [byte];
    }),
  );
}

/** As the fonts' makers list it: the vowel, then a byte for its marks; ơ, ư, đ and some i's are one byte. */
function vni(text: string): Buffer | null {
  const shown: Readonly<Record<string, string>> = {
    "": "",
    "\u0301": "ù",
    "\u0300": "ø",
    "\u0309": "û",
    "\u0303": "õ",
    "\u0323": "ï",
    "\u0302": "â",
    "\u0302\u0301": "á",
    "\u0302\u0300": "à",
    "\u0302\u0309": "å",
    "\u0302\u0303": "ã",
    "\u0302\u0323": "ä",
    "\u0306": "ê",
    "\u0306\u0301": "é",
    "\u0306\u0300": "è",
    "\u0306\u0309": "ú",
    "\u0306\u0303": "ü",
    "\u0306\u0323": "ë",
  };
  const whole: Readonly<Record<string, string>> = { í: "í", ì: "ì", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", đ: "ñ" };
  const one = (letter: string): string => {
    const small = letter.toLowerCase();
    if (whole[small]) return whole[small];
    const horned = small.normalize("NFD").replace("o\u031B", "ô").replace("u\u031B", "ö");
    const marks = horned.slice(1).normalize("NFD");
    const order = marks.includes("\u0302") ? "\u0302" : marks.includes("\u0306") ? "\u0306" : "";
    return (horned[0] ?? "") + shown[order + marks.replace(order, "")];
  };
  const spelt = [...text].map((letter) => {
    const signs = /\p{L}/u.test(letter) ? one(letter) : letter;
    return letter === letter.toUpperCase() ? signs.toUpperCase() : signs;
  });
  return Buffer.from(spelt.join(""), "latin1");
}

function joined(bytes: readonly (number | undefined)[]): Buffer | null {
  return bytes.includes(undefined) ? null : Buffer.from(bytes.map((byte) => byte ?? 0));
}
