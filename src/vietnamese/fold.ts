const dashes = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63\uFF0D";
const doubleQuotes = "\u201C\u201D\u201E\u201F\u00AB\u00BB\uFF02";
const singleQuotes = "\u2018\u2019\u201A\u201B\u02BC\u0060\u00B4";
const lineBreaks = "\r\u2028\u2029";

/** One code unit for one code unit, so that offsets into the folded text are offsets into the text. */
const unitTable = new Uint16Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  let to = lower.length === 1 ? lower : character;
  if (code >= 0xff01 && code <= 0xff5e) to = String.fromCharCode(code - 0xfee0).toLowerCase();
  else if (character === "ð" || character === "Ð" || character === "ɖ" || character === "Ɖ") to = "đ";
  else if (dashes.includes(character)) to = "-";
  else if (doubleQuotes.includes(character)) to = '"';
  else if (singleQuotes.includes(character)) to = "'";
  else if (lineBreaks.includes(character)) to = "\n";
  // word-segmented corpora join syllables with underscores
  else if (character === "_" || (/\s/.test(character) && character !== "\n")) to = " ";
  unitTable[code] = to.charCodeAt(0);
}

const newToOldTone: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa"],
    ["oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe"],
    ["uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy"],
  ]
    .flat()
    .map((pair) => pair.split(" ") as [string, string]),
);
const oldToNewAfterQ: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(newToOldTone)
    .filter(([key]) => key.startsWith("u"))
    .map(([to, from]) => [from, to]),
);
const openSyllable = new RegExp(`(?<!q)(?:${Object.keys(newToOldTone).join("|")})(?!\\p{L})`, "gu");
const afterQ = new RegExp(`(?<=q)(?:${Object.keys(oldToNewAfterQ).join("|")})(?!\\p{L})`, "gu");

/**
 * The form in which text is compared: lower case, one dash, plain spaces and quotes, ASCII digits, `đ` for its
 * look-alikes, and one placement of the tone mark (hoà → hòa, thuỷ → thủy, but quý).
 *
 * The result has exactly the length of `text`, so an offset into one is an offset into the other.
 * @param text NFC text
 */
export function fold(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = unitTable[text.charCodeAt(i)] ?? 0;
  let folded = "";
  // fromCharCode takes its arguments from the stack: a chunk at a time
  for (let i = 0; i < units.length; i += 8192) folded += String.fromCharCode(...units.subarray(i, i + 8192));
  return folded
    .replace(openSyllable, (pair) => newToOldTone[pair] ?? pair)
    .replace(afterQ, (pair) => oldToNewAfterQ[pair] ?? pair);
}

/** Whether two strings are the same words, whatever their case, tone placement, dashes and spacing. */
export function sameWords(a: string, b: string): boolean {
  return foldedWords(a) === foldedWords(b);
}

/** The folded text with runs of space made one: a key for look-ups. */
export function foldedWords(text: string): string {
  return fold(text.normalize("NFC")).replace(/\s+/g, " ").trim();
}
