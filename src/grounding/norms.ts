import { swift, wordEnd, wordStart } from "../vietnamese/text/patterns.js";
import type { Span } from "../vietnamese/text/span.js";
import type { Proof } from "./proof.js";

/** "theo chuẩn của thành phố (", "chuẩn hộ cận nghèo ("; who is said to reach a standard ("đạt chuẩn") tells results. */
const bracketOfNorm = swift(
  `${wordStart}(?:theo (?:tiêu )?chuẩn|chuẩn (?:hộ )?(?:cận )?nghèo)${wordEnd}[^()]*\\( *(?:có )?$`,
);

/** "hộ nghèo là hộ có", "áp dụng đối với người có mức" */
const whoBelongs = swift(`${wordStart}(?:là|đối với|dành cho)(?: những| các)? (?:hộ|người|gia đình) có(?: mức)? *$`);

/**
 * Whether the words at the place say who belongs to a group and not what was reached: "theo chuẩn nghèo của thành phố
 * (thu nhập bình quân từ 21 triệu đồng/người/năm trở xuống)".
 */
export function saysNorm(proof: Proof, place: Span): boolean {
  const before = proof.reading.folded.slice(proof.sentenceOf(place).start, place.start);
  return bracketOfNorm.test(before) || whoBelongs.test(before);
}
