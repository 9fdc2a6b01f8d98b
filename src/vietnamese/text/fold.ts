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
const pairs = [...Object.keys(newToOldTone), ...Object.keys(oldToNewAfterQ)];
const firstVowels = new Set(pairs.map((pair) => pair.charAt(0)));
const secondVowels = new Set(pairs.map((pair) => pair.charAt(1)));
const letterAhead = /\p{L}/uy;

/** What the letters of a text ask for beyond lower case: one array look-up a code unit. */
const translated = 1;
const beforeTone = 2;
const toned = 4;
const asks = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code);
  const lower = String.fromCharCode(unitTable[code] ?? 0);
  // the lower case of a surrogate and of sigma depends on what stands beside it
  if (character.toLowerCase() !== lower || (code >= 0xd800 && code <= 0xdfff) || lower === "σ") asks[code] = translated;
  if (firstVowels.has(lower)) asks[code] = (asks[code] ?? 0) | beforeTone;
  if (secondVowels.has(lower)) asks[code] = (asks[code] ?? 0) | toned;
}

/**
 * The form in which text is compared: lower case, one dash, plain spaces and quotes, ASCII digits, `đ` for its
 * look-alikes, and one placement of the tone mark (hoà → hòa, thuỷ → thủy, but quý).
 *
 * The result has exactly the length of `text`, so an offset into one is an offset into the other.
 * @param text NFC text
 */
export function fold(text: string): string {
  let asked = 0;
  const vowelPairs: number[] = [];
  for (let i = 0, before = 0; i < text.length; i++) {
    const here = asks[text.charCodeAt(i)] ?? 0;
    asked |= here;
    if (here & toned && before & beforeTone) vowelPairs.push(i - 1);
    before = here;
  }
  // lower-casing by the engine takes a third of the time of our table: most short strings need no more
  return placeTones(asked & translated ? translate(text) : text.toLowerCase(), vowelPairs);
}

// both join their parts: a string made with "+" stays a chain of parts, which every later look at a letter pays for

function translate(text: string): string {
  const chunks: string[] = [];
  // fromCharCode takes its arguments from the stack: a chunk at a time
  for (let from = 0; from < text.length; from += 4096) {
    const units: number[] = [];
    for (let i = from; i < Math.min(from + 4096, text.length); i++) units.push(unitTable[text.charCodeAt(i)] ?? 0);
    chunks.push(String.fromCharCode.apply(null, units));
  }
  return chunks.join("");
}

/** @param vowelPairs where two vowels stand of which the tone may have to move, in order */
function placeTones(folded: string, vowelPairs: readonly number[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const at of vowelPairs) {
    const pair = folded.slice(at, at + 2);
    const moved = folded[at - 1] === "q" ? oldToNewAfterQ[pair] : newToOldTone[pair];
    letterAhead.lastIndex = at + 2;
    if (moved === undefined || letterAhead.test(folded)) continue;
    parts.push(folded.slice(done, at), moved);
    done = at + 2;
  }
  return done === 0 ? folded : parts.concat(folded.slice(done)).join("");
}

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
  return evenlySpaced(fold(text.normalize("NFC"))).trim();
}
