import type { MentionOf } from "../../../mentions/mention.js";
import { anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";

export type QuantityMention = MentionOf<"quantity">;

const rises = [
  "tăng",
  "tăng thêm",
  "vượt",
  "cao hơn",
  "nhiều hơn",
  "lớn hơn",
  "tăng hơn",
  "vượt hơn",
  "gia tăng",
  "vượt trên",
  "tăng khoảng",
  "nhanh hơn",
];

const falls = [
  "giảm",
  "hụt",
  "thấp hơn",
  "ít hơn",
  "sụt giảm",
  "giảm thêm",
  "cắt giảm",
  "kéo giảm",
  "giảm được",
  "kém",
  "giảm hơn",
];

const ratios = [
  "đạt",
  "bằng",
  "hoàn thành",
  "chiếm",
  "thực hiện",
  "tương đương",
  "tương ứng",
  "ước đạt",
  "đạt được",
  "đạt tỷ lệ",
  "đạt tỉ lệ",
  "ước bằng",
  "đã đạt",
  "=",
];

const between =
  "(?: (?:thêm|được|bình quân|trung bình|mạnh|nhẹ|tới|từ|là|tương ứng|lần lượt|với|tỷ lệ|gần|khoảng|trên|hơn|ước|mức|tăng)){0,3}";

const verb = swift(`(?<![\\p{L}\\p{N}])(?<verb>${anyOf([...rises, ...falls, ...ratios])})${between}[ :(]{0,3}$`);

/** The verb that governs a number: what rises, falls or reaches it, and where the verb begins. */
export interface NumberVerb {
  readonly kind: "rise" | "fall" | "ratio";
  readonly word: string;
  readonly start: number;
}

/** @param from nothing before this offset is read */
export function verbBefore(reading: Reading, at: number, from: number): NumberVerb | null {
  const start = Math.max(from, at - 50);
  const match = verb.exec(reading.folded.slice(start, at));
  const word = match?.groups?.["verb"]?.replace(/ +/g, " ");
  if (!match || !word) return null;
  // "…, tương đương tăng 9 tỷ đồng" tells the change once more
  const risen = word.startsWith("tương ") ? match[0].indexOf("tăng") : -1;
  if (risen >= 0) return { kind: "rise", word: "tăng", start: start + match.index + risen };
  const kind = rises.includes(word) ? "rise" : falls.includes(word) ? "fall" : "ratio";
  return { kind, word, start: start + match.index };
}

/** The verb within the bound words of the mention itself: "[ước đạt] 53%". */
export function estimateVerb(reading: Reading, quantity: QuantityMention): NumberVerb | null {
  const words = reading.folded.slice(quantity.start, quantity.value.number.start);
  return /đạt|thực hiện/.test(words) ? { kind: "ratio", word: "ước đạt", start: quantity.start } : null;
}
