import type { MentionOf } from "../../mentions/mention.js";
import type { Reading } from "../../vietnamese/reading.js";
import type { Span } from "../../vietnamese/span.js";
import type { DraftComparison } from "../draft.js";
import { type BasisFound, basisAhead, basisBehind, setterOf } from "./bases.js";
import { anyOf } from "./words.js";

export type QuantityMention = MentionOf<"quantity">;

const rises = ["tăng", "tăng thêm", "vượt", "cao hơn", "nhiều hơn", "lớn hơn", "tăng hơn", "vượt hơn", "gia tăng", "vượt trên", "tăng khoảng", "nhanh hơn"];
const falls = ["giảm", "hụt", "thấp hơn", "ít hơn", "sụt giảm", "giảm thêm", "kéo giảm", "giảm được", "kém", "giảm hơn"];
const ratios = ["đạt", "bằng", "hoàn thành", "chiếm", "thực hiện", "tương đương", "tương ứng", "ước đạt", "đạt được", "đạt tỷ lệ", "đạt tỉ lệ", "ước bằng", "đã đạt", "="];
const between = "(?: (?:thêm|được|bình quân|trung bình|mạnh|nhẹ|tới|từ|là|tương ứng|lần lượt|với|tỷ lệ|gần|khoảng|trên|hơn|ước|mức|tăng)){0,3}";
const verb = new RegExp(`(?<![\\p{L}\\p{N}])(?<verb>${anyOf([...rises, ...falls, ...ratios])})${between}[ :(]{0,3}$`, "u");

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
  const kind = rises.includes(word) ? "rise" : falls.includes(word) ? "fall" : "ratio";
  return { kind, word, start: start + match.index };
}

/** The verb within the bound words of the mention itself: "[ước đạt] 53%". */
function estimateVerb(reading: Reading, quantity: QuantityMention): NumberVerb | null {
  const words = reading.folded.slice(quantity.start, quantity.value.number.start);
  return /đạt|thực hiện/u.test(words) ? { kind: "ratio", word: "ước đạt", start: quantity.start } : null;
}

const planMark = /(?:\/|\()\s{0,2}(?:so với )?(?:kh|kế hoạch|chỉ tiêu|ct|nq|nghị quyết|dự toán|dt|mục tiêu)?(?: (?:giao|năm|là|đề ra|cả năm|\d{4})){0,3}[ :]{0,2}$/u;
const former = /\((?:cùng kỳ|năm|kỳ|tháng)(?: (?:\d{4}|trước|ngoái|năm trước)){0,2}(?: (?:là|đạt|có|chỉ))?[ :]{0,2}$/u;

/** "13,2 ha/12 ha", "39,2%/KH 41,58%": the plan's amount beside the result. */
export function isPlanBeside(reading: Reading, number: Span, previousEnd: number): boolean {
  const between = reading.folded.slice(previousEnd, number.start);
  return between.length < 40 && planMark.test(between);
}

/** "(năm 2016 là 1,3%)": an earlier amount beside the result. */
export function isFormerBeside(reading: Reading, number: Span, previousEnd: number): boolean {
  const between = reading.folded.slice(previousEnd, number.start);
  return between.length < 40 && former.test(between);
}

/** What a reader of comparisons knows of the words around a number. */
export interface Surroundings {
  /** where the words that may belong to the number begin: behind the number before */
  readonly from: number;
  /** where the clause ends, or the next number begins */
  readonly to: number;
  /** a result stands before it in the clause, to which it may belong */
  readonly hasFigure: boolean;
  /** the basis that a comparison without one shares with its neighbour */
  readonly inherited: DraftComparison["basis"] | null;
  /** what is measured is itself a rate or a growth rate, so a percentage is its value */
  readonly isRate: boolean;
  /** what is measured is a sum or an output, which cannot itself be a percentage */
  readonly isAmount: boolean;
}

const isShare = (quantity: QuantityMention): boolean => quantity.value.unit === "%" || quantity.value.unit === "[pp]";

/** A sum "đạt 53%" or "25 tỷ đồng, đạt 102%" is held against its plan, though the plan is not named. */
function isShareOfPlan(quantity: QuantityMention, verb: NumberVerb | null, around: Surroundings): boolean {
  if (quantity.value.unit !== "%" || verb?.kind !== "ratio" || verb.word === "chiếm") return false;
  return around.isAmount && !around.isRate;
}

/** The comparison that a number states, or `null` where it is a result of its own. */
export function readComparison(reading: Reading, quantity: QuantityMention, around: Surroundings): DraftComparison | null {
  const verb = verbBefore(reading, quantity.start, around.from) ?? estimateVerb(reading, quantity);
  const basis = basisBehind(reading, quantity.end, around.to) ?? (verb && basisAhead(reading, around.from, verb.start));
  const share = isShare(quantity);
  const change = verb?.kind === "rise" || verb?.kind === "fall";
  if (!basis && isShareOfPlan(quantity, verb, around)) {
    return comparison(reading, quantity, verb, { basis: "plan", words: { start: quantity.end, end: quantity.end } }, "ratio");
  }
  if (!basis) return change ? withoutBasis(reading, quantity, verb, share, around) : null;
  if (!share && !change) return null;
  // "tốc độ tăng trưởng đạt 1,39% so với cùng kỳ": the growth rate is the result itself
  if (around.isRate && !around.hasFigure && (!change || basis.basis !== "plan")) return null;
  if (basis.basis === "plan" && !verb && !share) return null;
  return comparison(reading, quantity, verb, basis, change ? "change" : "ratio");
}

function withoutBasis(
  reading: Reading,
  quantity: QuantityMention,
  verb: NumberVerb,
  share: boolean,
  around: Surroundings,
): DraftComparison | null {
  if (verb.word.startsWith("vượt")) {
    if (!share || !around.hasFigure) return null;
    return comparison(reading, quantity, verb, { basis: "plan", words: { start: quantity.end, end: quantity.end } }, "change");
  }
  if (!around.hasFigure && (around.isRate || !share || takesObject(reading, quantity.end))) return null;
  const basis = around.inherited ?? "previous_period";
  return comparison(reading, quantity, verb, { basis, words: { start: quantity.end, end: quantity.end } }, "change");
}

/** "cắt giảm 30% thời gian giải quyết thủ tục": the percentage is of what follows. */
function takesObject({ folded }: Reading, at: number): boolean {
  return /^ (?!(?:so|trong|và|mỗi|do|nhờ|vào|là|thì|nhưng|song|trở|về|đối|ở|tại|một|hằng|hàng)(?!\p{L}))\p{L}/u.test(folded.slice(at, at + 10));
}

function comparison(
  reading: Reading,
  quantity: QuantityMention,
  verb: NumberVerb | null,
  basis: BasisFound,
  type: "ratio" | "change",
): DraftComparison {
  const start = Math.min(verb?.start ?? quantity.start, basis.words.start, quantity.start);
  return {
    basis: basis.basis,
    type,
    quantity: quantity.id,
    falls: verb?.kind === "fall",
    other: null,
    setBy: basis.basis === "plan" ? setterOf(reading, basis.words) : null,
    text: { start, end: Math.max(quantity.end, basis.words.end) },
  };
}
