import type { Reading } from "../../vietnamese/text/reading.js";
import { trim } from "../../vietnamese/text/sentences.js";
import type { Span } from "../../vietnamese/text/span.js";
import type { Passage } from "./paper.js";

/** The words of a span without the space at its ends. */
export function passage({ text }: Reading, span: Span): Passage {
  const { start, end } = trim(text, span);
  return { start, end, text: text.slice(start, end).replace(/\s+/g, " ") };
}

/** The span from the first to the last of some lines; `null` for none. */
export function passageOf(reading: Reading, lines: readonly Span[]): Passage | null {
  const [first, last] = [lines[0], lines.at(-1)];
  return first && last ? passage(reading, { start: first.start, end: last.end }) : null;
}

/** The folded words of a line. */
export const wordsOf = ({ folded }: Reading, { start, end }: Span): string => folded.slice(start, end);
