import type { Figure } from "../records/figure.js";
import type { Problem } from "../records/record.js";
import { problem } from "./problems.js";
import type { Proof } from "./proof.js";
import type { Takers } from "./takers.js";
import { wordsOf } from "./words.js";

/** How much of the sentence is shown on each side of the number, in UTF-16 code units. */
const shown = 40;

/** Amounts that no claim takes, though they stand in a sentence with figures: a result or a target may be missed. */
export function unclaimedNumbers(proof: Proof, figures: readonly Figure[], takers: Takers): Problem[] {
  const seen = new Set<string>();
  return figures.flatMap(({ evidence }) => {
    const sentence = proof.sentenceOf(evidence);
    return proof.within("quantity", sentence).flatMap((quantity) => {
      const { id, start, end, value } = quantity;
      if (takers.has(id) || seen.has(id) || value.guessed || value.kind === "bare") return [];
      seen.add(id);
      const around = { start: Math.max(sentence.start, start - shown), end: Math.min(sentence.end, end + shown) };
      const details = { number: wordsOf(proof.text, [quantity]), words: wordsOf(proof.text, [around]) };
      return [problem("document", "UNCLAIMED_NUMBER", details)];
    });
  });
}
