import { isSyllable } from "../../vietnamese/text/syllables.js";

/** Words as an undecided text has them: a wrong table makes signs of letters, so signs beyond ASCII belong to words. */
const words = /[A-Za-z\u0080-\uFFFF]+/g;
const aroundWords = /^[\u00A0«»“”‘’–—…•·°]+|[\u00A0«»“”‘’–—…•·°]+$|(?<=[A-Za-z])[²³]$/g;
/** HĐND, ĐBQH: abbreviations are no syllables */
const abbreviation = /^(?=.{2,8}$)[A-ZƯ]*Đ[A-ZĐƯ]*$/;
/** letters and signs beyond Latin-1 that Vietnamese texts do not have in their words */
const foreign = /(?!\p{Script=Inherited})[^\u0000-\u00FFĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9\u2000-\u20CF\u2122]/u;
/** UTF-8 taken for Windows-1252: what looks like a quotation mark behind it is part of a letter */
const brokenLetter = /á[º»]/;
const beyondAscii = /[\u0080-\uFFFF]/;

/** What speaks for a text being read by the right table. */
export interface Evidence {
  /** words with letters beyond ASCII */
  readonly marked: number;
  /** of these, how many are syllables of Vietnamese: 0 to 1 */
  readonly share: number;
}

export function evidenceOf(text: string): Evidence {
  let marked = 0;
  let valid = 0;
  for (const word of markedWords(text)) {
    marked++;
    if (isVietnamese(word)) valid++;
  }
  return { marked, share: marked ? valid / marked : 0 };
}

/** Whether each word with letters beyond ASCII has one that Vietnamese does not have; the first that has none decides. */
export function isForeign(text: string): boolean {
  let marked = false;
  for (const word of markedWords(text)) {
    if (isVietnamese(word) || !foreign.test(word)) return false;
    marked = true;
  }
  return marked;
}

function* markedWords(text: string): Generator<string> {
  for (const [found] of text.matchAll(words)) {
    if (!beyondAscii.test(found)) continue;
    const word = brokenLetter.test(found) ? found : found.replace(aroundWords, "");
    if (beyondAscii.test(word)) yield word;
  }
}

const isVietnamese = (word: string): boolean => isSyllable(word) || abbreviation.test(word);
