import type { Reading } from "../../vietnamese/reading.js";
import { sentences } from "../../vietnamese/sentences.js";
import type { Span } from "../../vietnamese/span.js";

/** No sentence of a real text is so long; the rules look at each one as a whole, so their work must be bounded. */
const longestSentence = 8000;

/** The sentences of a line, those without end cut short. */
export function boundedSentences(reading: Reading, line: Span): readonly Span[] {
  return sentences(reading, line).map(({ start, end }) => ({ start, end: Math.min(end, start + longestSentence) }));
}
