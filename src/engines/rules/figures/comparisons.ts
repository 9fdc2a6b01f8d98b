import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftComparison } from "../../draft.js";
import { type BasisFound, basisAhead, basisBehind, setterOf } from "./bases.js";
import { estimateVerb, type NumberVerb, type QuantityMention, verbBefore } from "./number-verbs.js";

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

const isShare = (quantity: QuantityMention): boolean => quantity.value.unit === "%";

/** A basis that no words name: they would stand behind the number. */
const unnamed = (basis: DraftComparison["basis"], { end }: QuantityMention): BasisFound => ({
  basis,
  words: { start: end, end },
});

/** A sum "đạt 53%" or "25 tỷ đồng, đạt 102%" is held against its plan, though the plan is not named. */
function isShareOfPlan(quantity: QuantityMention, verb: NumberVerb | null, around: Surroundings): boolean {
  if (!isShare(quantity) || verb?.kind !== "ratio" || verb.word === "chiếm") return false;
  // more than the whole is no share of it: "đàn gia súc 33.900 con, đạt 100,7%"
  const beyond = quantity.value.value > 100 && around.hasFigure;
  return (around.isAmount || beyond) && !around.isRate;
}

/** The comparison that a number states, or `null` where it is a result of its own. */
export function readComparison(
  reading: Reading,
  quantity: QuantityMention,
  around: Surroundings,
): DraftComparison | null {
  const said = beforeNumber(reading, quantity, around.from);
  if (said) return comparison(reading, quantity, said.verb, said.basis, "change");
  const verb = verbBefore(reading, quantity.start, around.from) ?? estimateVerb(reading, quantity);
  const basis = basisBehind(reading, quantity.end, around.to) ?? (verb && basisAhead(reading, around.from, verb.start));
  const share = isShare(quantity);
  const change = verb?.kind === "rise" || verb?.kind === "fall";
  // a comparison holds one number: "tăng 8,1 - 8,6%" is a rate aimed at
  if (change && quantity.value.valueMax !== null) return null;
  if (!basis && isShareOfPlan(quantity, verb, around)) {
    return comparison(reading, quantity, verb, unnamed("plan", quantity), "ratio");
  }
  if (!basis) return change ? withoutBasis(reading, quantity, verb, share, around) : null;
  if (!share && !change) return null;
  // "tốc độ tăng trưởng đạt 1,39% so với cùng kỳ": the growth rate is the result itself
  if (around.isRate && !around.hasFigure && (!change || basis.basis !== "plan")) return null;
  if (basis.basis === "plan" && !verb && !share) return null;
  return comparison(reading, quantity, verb, basis, change ? "change" : "ratio");
}

const timesVerb = swift(
  /(?<!\p{L})(?:(?:tăng |cao )?gấp|tăng|bằng)(?: (?:lên|thêm|ít nhất|hơn|gần|khoảng|trên)){0,2} $/u,
);

/** "tăng gấp 1,7 lần so với năm 2015": so many times what it was is a ratio; without an earlier time it is none. */
export function readTimes(reading: Reading, quantity: QuantityMention, limit: number): DraftComparison | null {
  if (quantity.value.unit !== "{lần}" || quantity.value.valueMax !== null) return null;
  const verb = timesVerb.exec(
    reading.folded.slice(Math.max(0, quantity.value.number.start - 30), quantity.value.number.start),
  );
  const basis = verb && basisBehind(reading, quantity.end, limit);
  if (!basis || basis.basis === "plan") return null;
  const start = Math.min(quantity.start, quantity.value.number.start - verb[0].length);
  return comparison(reading, quantity, { kind: "ratio", word: "gấp", start }, basis, "ratio");
}

/** "vượt chỉ tiêu 5%", "tăng so với cùng kỳ năm trước là 25,61%": verb and basis both stand before the number. */
function beforeNumber(
  reading: Reading,
  quantity: QuantityMention,
  from: number,
): { readonly verb: NumberVerb; readonly basis: BasisFound } | null {
  const start = Math.max(from, quantity.start - 70);
  const words = reading.folded.slice(start, quantity.start);
  const match = (isShare(quantity) ? changed.exec(words) : null) ?? differing.exec(words);
  if (!match?.groups) return null;
  const { verb: word = "", plan, same } = match.groups;
  const at = start + match.index;
  return {
    verb: { kind: /giảm|hụt|thấp|ít/.test(word) ? "fall" : "rise", word, start: at },
    basis: {
      basis: plan ? "plan" : same ? "same_period" : "previous_period",
      words: { start: at, end: quantity.start },
    },
  };
}

const changed = swift(
  /(?<!\p{L})(?<verb>vượt|tăng|giảm|hụt|cao hơn|thấp hơn)(?: (?:so )?(?:với )?(?<plan>chỉ tiêu|kế hoạch|dự toán|mục tiêu(?: nghị quyết)?)(?: (?:được )?(?:(?:trung ương|tỉnh|thành phố|huyện|quận|thị xã|cấp trên|hđnd \p{L}+|đại hội|nghị quyết) ){0,2}(?:đề ra|giao|năm(?: \d{4})?)(?: đầu năm)?)?| so (?:với )?(?:(?<same>cùng kỳ)|năm|đầu năm|tháng|quý)(?: [\p{L}\d]+){0,3}?)(?: là| được| đạt|:)? ?$/u,
);

/** "đạt 52,86 tạ/ha, ít hơn cùng kỳ 1,4 tạ/ha": by how much it differs is no amount of its own. */
const differing = swift(
  /(?<!\p{L})(?<verb>cao hơn|thấp hơn|nhiều hơn|ít hơn|lớn hơn|tăng hơn|giảm hơn)(?: so)?(?: với)?(?: [\p{L}]+){0,6}?(?: (?:(?<plan>chỉ tiêu|kế hoạch|dự toán|tiến độ kế hoạch)|(?<same>cùng kỳ|ck)|năm trước|năm ngoái|năm|tháng trước|đầu năm|vụ trước|nhiệm kỳ trước))(?: [\p{L}\d]+){0,4}?(?: là)? ?$/u,
);

function withoutBasis(
  reading: Reading,
  quantity: QuantityMention,
  verb: NumberVerb,
  share: boolean,
  around: Surroundings,
): DraftComparison | null {
  if (verb.word.startsWith("vượt")) {
    if (!share || !around.hasFigure) return null;
    return comparison(reading, quantity, verb, unnamed("plan", quantity), "change");
  }
  if (!around.hasFigure && (around.isRate || !share || takesObject(reading, quantity.end))) return null;
  const basis = around.inherited ?? "previous_period";
  return comparison(reading, quantity, verb, unnamed(basis, quantity), "change");
}

/** "cắt giảm 30% thời gian giải quyết thủ tục": the percentage is of what follows. */
function takesObject({ folded }: Reading, at: number): boolean {
  return /^ (?!(?:so|trong|và|mỗi|do|nhờ|vào|là|thì|nhưng|song|trở|về|đối|ở|tại|một|hằng|hàng)(?!\p{L}))\p{L}/u.test(
    folded.slice(at, at + 10),
  );
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
