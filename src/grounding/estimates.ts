import { Lexicon } from "../vietnamese/text/lexicon.js";
import type { Span } from "../vietnamese/text/span.js";
import type { Proof } from "./proof.js";

/** Words that make a number of their sentence an estimate, also from afar: "ước giá trị … đạt 20 tỷ đồng". */
const estimateWords = Lexicon.of(["ước", "dự ước", "ưth"]);

/** Whether the words begin with an estimating word and stand before the number in its sentence. */
export function isEstimate(proof: Proof, words: Span, number: Span): boolean {
  const match = estimateWords.matchAt(proof.reading, words.start, words.end);
  return match !== null && words.end <= number.start && proof.sentenceOf(number).start <= words.start;
}

/** Whether any estimating word stands before the number in its sentence. */
export function isEstimated(proof: Proof, number: Span): boolean {
  const { start } = proof.sentenceOf(number);
  return estimateWords.matchAll(proof.reading, start, number.start).length > 0;
}
