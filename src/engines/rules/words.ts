import { isSpace, isWord } from "../../vietnamese/text/characters.js";
import { anyOf, swift, wordEnd, wordStart } from "../../vietnamese/text/patterns.js";
import type { Reading } from "../../vietnamese/text/reading.js";
import type { Span } from "../../vietnamese/text/span.js";

/** The words in alternation, as the source of a pattern; none of them begins within a word. */
const beginning = (words: readonly string[]): string => `${wordStart}${anyOf(words)}`;

/** The words of a table that is written as a row: "đạt; ước đạt; là". */
export function wordList(table: string): readonly string[] {
  return table
    .split(";")
    .map((word) => word.trim())
    .filter(Boolean);
}

/** A pattern for whole words; `\b` does not know Vietnamese letters. */
export function wholeWords(words: readonly string[], flags = ""): RegExp {
  return swift(`${beginning(words)}${wordEnd}`, flags);
}

/** Whole words where the slice ends, spaces and a colon behind them allowed. */
export function endingWith(words: readonly string[]): RegExp {
  return swift(`${beginning(words)}[ :]{0,4}$`);
}

/** Whole words where the slice begins. */
export function beginningWith(words: readonly string[]): RegExp {
  return swift(`^${anyOf(words)}${wordEnd}`);
}

/** How many words the span holds. */
export function countWords(reading: Reading, span: Span): number {
  let count = 0;
  let inside = false;
  for (let i = span.start; i < span.end; i++) {
    const word = isWord(reading.units[i] ?? 0);
    if (word && !inside) count++;
    inside = word;
  }
  return count;
}

/** The span without spaces and the given signs at its ends. */
export function strip(reading: Reading, span: Span, signs = ",.;:-–+*/=…"): Span {
  let { start, end } = span;
  const loose = (at: number) => {
    const sign = reading.folded.charAt(at);
    return sign === "\n" || isSpace(reading.units[at] ?? 0) || signs.includes(sign);
  };
  while (start < end && loose(start)) start++;
  while (end > start && loose(end - 1)) end--;
  return { start, end };
}

/** The folded words of a span. */
export function folded(reading: Reading, span: Span): string {
  return reading.folded.slice(span.start, span.end);
}

/** The span without the lead that the pattern finds at its beginning; the whole span where it finds none. */
export function behindLead(reading: Reading, span: Span, lead: RegExp): Span {
  return { start: span.start + (lead.exec(folded(reading, span))?.[0].length ?? 0), end: span.end };
}

/** Where a match of a pattern stands that was looked for from `from` on. */
export function spanOf({ index = 0, 0: words }: RegExpExecArray | RegExpMatchArray, from: number): Span {
  return { start: from + index, end: from + index + words.length };
}
