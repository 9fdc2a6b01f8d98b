import type { Reading } from "../../../vietnamese/text/reading.js";
import { sentences } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";

/** No sentence of a real text is so long; the rules look at each one as a whole, so their work must be bounded. */
const longestSentence = 8000;

/** The sentences of a line, those without end cut short. */
export function boundedSentences(reading: Reading, line: Span): readonly Span[] {
  return sentences(reading, line).map(({ start, end }) => ({ start, end: Math.min(end, start + longestSentence) }));
}
