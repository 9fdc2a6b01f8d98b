import { isLetter } from "./characters.js";
import { textOf, unitsOf } from "./code-units.js";

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

/** Two code units as one number, the first in the upper half. */
const pairOf = (one: number, two: number): number => (one << 16) | two;

const tonePairs = [
  ["oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa"],
  ["oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe"],
  ["uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy"],
]
  .flat()
  .map((row) => row.split(" ").map((pair) => pairOf(pair.charCodeAt(0), pair.charCodeAt(1))) as [number, number]);
const newToOldTone: ReadonlyMap<number, number> = new Map(tonePairs);
const u = "u".charCodeAt(0);
const oldToNewAfterQ: ReadonlyMap<number, number> = new Map(
  tonePairs.filter(([pair]) => pair >> 16 === u).map(([to, from]) => [from, to]),
);
const pairs = [...newToOldTone.keys(), ...oldToNewAfterQ.keys()];
const firstVowels = new Set(pairs.map((pair) => pair >> 16));
const secondVowels = new Set(pairs.map((pair) => pair & 0xffff));

/**
 * Whether a code unit is the first or the second vowel of a pair whose tone may stand on either, or one that is often
 * mistyped: one look-up a letter.
 */
const first = 1;
const second = 2;
const mistyped = 4;
const vowels = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const letter = unitTable[code] ?? 0;
  vowels[code] =
    (firstVowels.has(letter) ? first : 0) |
    (secondVowels.has(letter) ? second : 0) |
    (letter === "ợ".charCodeAt(0) ? mistyped : 0);
}

/**
 * The form in which text is compared: lower case, one dash, plain spaces and quotes, ASCII digits, `đ` for its
 * look-alikes, and one placement of the tone mark (hoà → hòa, thuỷ → thủy, but quý).
 *
 * The result has exactly the length of `text`, so an offset into one is an offset into the other.
 * @param text NFC text
 */
export function fold(text: string): string {
  return textOf(foldedUnits(text));
}

/** The code units of what `fold` gives, and a zero behind them. */
export function foldedUnits(text: string): Uint16Array {
  const units = unitsOf(text);
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = units[i] ?? 0;
    const here = vowels[code] ?? 0;
    units[i] = unitTable[code] ?? 0;
    if ((here & second & (before << 1)) !== 0) placeTone(units, i - 1);
    if ((here & mistyped) !== 0) mendSession(units, i);
    before = here;
  }
  return units;
}

const [k, y, i, space, h, o, p] = Array.from("kỳì họp", (letter) => letter.charCodeAt(0)) as [number, ...number[]];

/** "KỲ HỢP THỨ 20": the commonest slip in the name of a session is read as what it is. */
function mendSession(units: Uint16Array, at: number): void {
  const named = units[at - 2] === space && units[at - 1] === h && unitTable[units[at + 1] ?? 0] === p;
  const vowel = units[at - 3];
  if (named && units[at - 4] === k && (vowel === y || vowel === i)) units[at] = o ?? 0;
}

/** Puts the tone of the two folded vowels at `at` in its place, where no letter follows them. */
function placeTone(units: Uint16Array, at: number): void {
  const pair = pairOf(units[at] ?? 0, units[at + 1] ?? 0);
  const moved = (units[at - 1] === q ? oldToNewAfterQ : newToOldTone).get(pair);
  if (moved === undefined || isLetter(units[at + 2] ?? 0)) return;
  units[at] = moved >> 16;
  units[at + 1] = moved & 0xffff;
}

const q = "q".charCodeAt(0);

/** Whether two strings are the same words, whatever their case, tone placement, dashes and spacing. */
export function sameWords(a: string, b: string): boolean {
  return foldedWords(a) === foldedWords(b);
}

const uneven = /[\s_]{2}|[^\S ]|_/;

/** The text with each run of space, and each underscore, one space: most texts need no change, and are not copied. */
export function evenlySpaced(text: string): string {
  return uneven.test(text) ? text.replace(/[\s_]+/g, " ") : text;
}

/** The folded text with runs of space made one: a key for look-ups. */
export function foldedWords(text: string): string {
  const folded = fold(text.normalize("NFC"));
  // folding leaves no space but " " and line breaks
  return (/ {2}|\n/.test(folded) ? folded.replace(/[ \n]+/g, " ") : folded).trim();
}
