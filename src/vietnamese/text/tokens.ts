import { isBlank, isWord } from "./characters.js";
import { evenlySpaced } from "./fold.js";
import { type Folded, foldedForm, oncePerReading, type Reading } from "./reading.js";
import type { Span } from "./span.js";

/** A run of letters and digits, or one sign, of folded text. */
export interface Token extends Span {
  readonly word: string;
}

const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/uy;

/** All tokens of a text in order, signs included: "103,5%" is four. */
export const tokens = oncePerReading((reading: Reading): readonly Token[] => tokensIn(reading));

function tokensIn({ folded, units }: Folded): readonly Token[] {
  const found: Token[] = [];
  for (let start = 0; start < folded.length; ) {
    if (isBlank(units[start] ?? 0)) {
      start++;
      continue;
    }
    const end = endOf(folded, units, start);
    found.push({ start, end, word: folded.slice(start, end) });
    start = end;
  }
  return found;
}

const lastAscii = 0x7f;

/** The pattern decides only where a sign stands that ASCII does not have: looking letters up takes a third of its time. */
function endOf(folded: string, units: Uint16Array, start: number): number {
  let end = start;
  while (isWord(units[end] ?? 0)) end++;
  if ((units[end] ?? 0) <= lastAscii) return Math.max(end, start + 1);
  token.lastIndex = start;
  return token.test(folded) ? token.lastIndex : start + 1;
}

/** The folded tokens of words that stand in a record. */
export function tokensOf(words: string): readonly string[] {
  return tokensIn(foldedForm(evenlySpaced(words.normalize("NFC")).trim())).map(({ word }) => word);
}

/** Whether a token says something: a letter or a digit, no sign. */
export const isWordToken = (word: string): boolean => isWord(word.charCodeAt(0)) || /[\p{L}\p{N}]/u.test(word);
