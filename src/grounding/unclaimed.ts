import type { Figure } from "../records/figure.js";
import type { Problem } from "../records/record.js";
import { covers } from "../vietnamese/text/span.js";
import type { QuantityMention } from "./figure-numbers.js";
import { problem } from "./problems.js";
import type { Proof } from "./proof.js";
import type { Takers } from "./takers.js";
import { wordsOf } from "./words.js";

/** What is counted of the meeting itself and its papers is no result: the record contract leaves it out. */
const meetingUnits = new Set(
  "chỉ tiêu,nhiệm vụ,nhóm nhiệm vụ,nhóm giải pháp,nhóm,giải pháp,nội dung,nghị quyết,báo cáo,tờ trình,văn bản,đại biểu,phiếu"
    .split(",")
    .map((noun) => `{${noun}}`),
);

/** How much of the sentence is shown on each side of the number, in UTF-16 code units. */
const shown = 40;

/** Amounts that no claim takes, though they stand in a sentence with figures: a result or a target may be missed. */
export function unclaimedNumbers(proof: Proof, figures: readonly Figure[], takers: Takers): Problem[] {
  const seen = new Set<string>();
  return figures.flatMap(({ evidence }) => {
    const sentence = proof.sentenceOf(evidence);
    return proof.within("quantity", sentence).flatMap((quantity) => {
      const { id, start, end } = quantity;
      if (takers.has(id) || seen.has(id) || !isResult(quantity) || isTold(proof, figures, quantity)) return [];
      seen.add(id);
      const around = { start: Math.max(sentence.start, start - shown), end: Math.min(sentence.end, end + shown) };
      const details = { number: wordsOf(proof.text, [quantity]), words: wordsOf(proof.text, [around]) };
      return [problem("document", "UNCLAIMED_NUMBER", details)];
    });
  });
}

/** A result told again, or the count of whose change is told ("4 ngành trọng điểm tăng 11%"). */
function isTold(proof: Proof, figures: readonly Figure[], quantity: QuantityMention): boolean {
  const { value, start, end } = quantity;
  return figures.some((figure) => {
    if (figure.value === null)
      return value.kind === "count" && figure.comparisons.length > 0 && covers(figure.evidence, { start, end });
    if (figure.value !== value.value || figure.unit !== value.unit) return false;
    const told = new Set(proof.tokensIn(proof.sentenceOf(quantity)).map(({ word }) => word));
    const words = proof.tokensOf(figure.indicator);
    return words.filter((word) => !told.has(word)).length * 3 < words.length;
  });
}

/** Numbers in words are mostly sums said again ("bằng chữ: …") and articles. */
function isResult({ rule, value }: QuantityMention): boolean {
  return value.unit !== null && !value.guessed && !rule.includes("in words") && !meetingUnits.has(value.unit);
}
