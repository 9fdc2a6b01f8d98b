/** Character classes of the Basic Multilingual Plane as tables: one array look-up a character, no regular expression. */
const letter = 1;
const digit = 2;
const space = 4;
const capital = 8;
const lineBreak = 16;

const classes = new Uint8Array(0x10000);
for (let code = 0; code < 0x10000; code++) {
  const character = String.fromCharCode(code);
  if (/\p{Lu}/u.test(character)) classes[code] = letter | capital;
  else if (/[\p{L}\p{M}]/u.test(character)) classes[code] = letter;
  else if (/\p{Nd}/u.test(character)) classes[code] = digit;
  else if (/[\n\r\u2028\u2029]/.test(character)) classes[code] = lineBreak;
  else if (/\s/.test(character)) classes[code] = space;
}

// "| 0": past the ends of a text the code is NaN, and one look-up of that makes every later one slow
const has = (code: number, wanted: number): boolean => ((classes[code | 0] ?? 0) & wanted) !== 0;

/** A letter or a combining mark. */
export const isLetter = (code: number): boolean => has(code, letter);
/** A capital letter. */
export const isCapital = (code: number): boolean => has(code, capital);
/** A decimal digit of any script. */
export const isDigit = (code: number): boolean => has(code, digit);
/** A letter, a mark or a digit: what words are made of. */
export const isWord = (code: number): boolean => has(code, letter | digit);
/** White space that does not end a line. */
export const isSpace = (code: number): boolean => has(code, space);
/** Whether a letter or a mark stands in the text. */
export const hasLetter = (text: string): boolean => holds(text, letter);
/** Whether a letter, a mark or a digit stands in the text. */
export const hasWord = (text: string): boolean => holds(text, letter | digit);

function holds(text: string, wanted: number): boolean {
  for (let i = 0; i < text.length; i++) if (has(text.charCodeAt(i), wanted)) return true;
  return false;
}

/** Any white space, line breaks too. */
export const isBlank = (code: number): boolean => has(code, space | lineBreak);
