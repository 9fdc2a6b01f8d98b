import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftComparison } from "../../draft.js";
import type { Clause } from "./clauses.js";
import type { Group } from "./group.js";
import type { QuantityMention } from "./number-verbs.js";

const planMark =
  /(?:\/|\()\s{0,2}(?:so với )?(?:kh|kế hoạch|chỉ tiêu|ct|nq|nghị quyết|dự toán|dt|mục tiêu)?(?: (?:giao|năm|là|đề ra|cả năm|\d{4})){0,3}[ :]{0,2}$/;

/** "huy động 1.000 tỷ đồng (tổng kinh phí theo đề án được duyệt: 5.800 tỷ đồng)" */
const approvedSum =
  /^ ?\( ?(?:tổng )?(?:kinh phí|vốn|vốn đầu tư|mức đầu tư|nhu cầu vốn|nhu cầu kinh phí) theo (?:đề án|kế hoạch|dự toán|phương án|quyết định)(?: (?:đã |được ){0,2}(?:phê )?duyệt)?(?: là)? ?:? ?$/;

/** "…, so với dự toán Trung ương giao 405 tỷ đồng" */
const againstPlan = /^[^;.]{0,20}so với (?:kế hoạch|dự toán|chỉ tiêu)[^,;.]{0,30}[ (]$/;
const former = /\((?:cùng kỳ|năm|kỳ|tháng)(?: (?:\d{4}|trước|ngoái|năm trước)){0,2}(?: (?:là|đạt|có|chỉ))?[ :]{0,2}$/;

/** "13,2 ha/12 ha", "39,2%/KH 41,58%": the plan's amount beside the result. */
function isPlanBeside(reading: Reading, number: Span, previousEnd: number): boolean {
  const between = reading.folded.slice(previousEnd, number.start);
  if (between.length >= 70) return false;
  return (between.length < 40 && planMark.test(between)) || againstPlan.test(between) || approvedSum.test(between);
}

/** "tăng 5,69% so với cùng kỳ (kế hoạch là 4%)": what was planned of a change that is told alone. */
export const isPlanOfChange = (
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean =>
  current.quantity === null && quantity.value.unit === "%" && planMark.test(folded.slice(previousEnd, quantity.start));

/** "thấp hơn 0,4% so với chỉ tiêu tỉnh giao (35,5%)": the plan that the difference was told of. */
export function isPlanOfDifference({ folded }: Reading, current: Group, quantity: QuantityMention): boolean {
  const last = current.comparisons.at(-1);
  return (
    last?.basis === "plan" &&
    last.type === "change" &&
    /^[^,;.\d()]{0,40}\( ?(?:là )?$/.test(folded.slice(last.text.end, quantity.start))
  );
}

/** "4.391 ha/4.302": a plan whose unit nothing tells is no amount of its own, and no comparison that could be proven. */
export const isPlanWithoutUnit = ({ folded }: Reading, current: Group, { start, value }: QuantityMention): boolean =>
  current.quantity !== null && value.unit === null && folded.charAt(start - 1) === "/";

/** "(năm 2016 là 1,3%)": an earlier amount beside the result. */
function isFormerBeside(reading: Reading, number: Span, previousEnd: number): boolean {
  const between = reading.folded.slice(previousEnd, number.start);
  return between.length < 40 && former.test(between);
}

/** The next number belongs to the same result: "từ 7 xã còn 3", "tăng từ 50% lên 60%". */
const fromBefore = swift(/(?<!\p{L})từ $/u);

const toBehind = swift(
  /^(?:[^\d.;\n]|(?<=năm )\d{4}){0,40}?(?<!\p{L})(?:lên|xuống|còn|tăng lên|giảm còn|giảm xuống)(?!\p{L})/u,
);

/** "405 nghìn tỷ đồng, tương đương 17,6 tỷ USD": the same sum in another currency. */
export function isConverted(
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean {
  if (current.quantity?.value.kind !== "money" || quantity.value.kind !== "money") return false;
  return (
    current.quantity.value.unit !== quantity.value.unit &&
    /^[ ,(]{0,3}(?:tương đương|tương ứng|hay|khoảng|gần|hơn|trên)(?: với)?(?: (?:khoảng|gần|hơn|trên))? ?$/.test(
      folded.slice(previousEnd, quantity.value.number.start),
    )
  );
}

/** "12 xã đạt từ 14-18 tiêu chí", "8 sản phẩm đạt 4 sao": the second number tells which are counted. */
const qualifies = swift(
  /^ (?:\p{L}{1,8} ){0,4}(?:đạt|hoàn thành|công nhận|đạt chuẩn)(?: (?:và|cơ bản|đạt|từ|dưới|trên|đủ|được)){0,4} $/u,
);

const quality = /^\{(?:tiêu chí|sao|điểm|năm|chỉ tiêu|mức)\}$/;

export function isQualifier({ folded }: Reading, current: Group, quantity: QuantityMention): boolean {
  if (current.quantity?.value.kind !== "count" || !quality.test(quantity.value.unit ?? "")) return false;
  const between = folded.slice(current.quantity.end, quantity.start);
  return qualifies.test(between) || (quantity.value.unit === "{sao}" && /^ [^,;.\d]{0,40}$/.test(between));
}

const inBrackets = /^ ?\((?:đạt |tương đương |tương ứng )?$/;
const equalTo = /^,? (?:tương đương|tương ứng|tức là|tức)(?: với)? ?$/;
const atSum = /^,? với ?$/;

/** "Thu thuế đạt 102% (4,896 tỷ/4,8 tỷ)", "đạt 80% kế hoạch, tương đương 5.919 tỷ": the amount stands behind its share of the plan. */
export function isAmountBehind(
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean {
  if (current.quantity !== null || current.comparisons.at(-1)?.basis !== "plan") return false;
  if (quantity.value.kind === "share") return false;
  const between = folded.slice(previousEnd, quantity.start);
  return inBrackets.test(between) || equalTo.test(between) || (quantity.value.kind === "money" && atSum.test(between));
}

const planAtSum = /^ (?:dự toán|kế hoạch|chỉ tiêu)[^,;.\d]{0,30},? với ?$/;

/** "Tỷ lệ giải ngân đạt 99% dự toán với hơn 500 tỷ đồng": the sum of which the rate is a share is no result beside it. */
export function isSumOfRate(
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean {
  if (current.quantity?.value.unit !== "%" || quantity.value.kind !== "money") return false;
  return planAtSum.test(folded.slice(previousEnd, quantity.start));
}

const sameChange = /^ ?(?:[,(]? ?(?:bằng|tương đương|tương ứng|tức|hay)(?: với)?|\( ?(?:tăng|giảm)) ?$/;

/** "tăng 0,74% so với cùng kỳ (bằng 837,2 ha)": the same change as an amount, behind its share. */
export function isAmountOfChange(
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean {
  const last = current.comparisons.at(-1);
  if (last?.type !== "change" || last.quantity === null || last.other !== null) return false;
  const { unit } = quantity.value;
  return (
    unit !== null &&
    unit !== "%" &&
    (current.quantity === null || unit === current.quantity.value.unit) &&
    sameChange.test(folded.slice(previousEnd, quantity.start))
  );
}

/** "đạt 58,9% (66/112 thôn)": the share told as a count out of the whole. */
export function isShareCounted(
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean {
  if (current.quantity?.value.unit !== "%" || quantity.value.outOf === null) return false;
  return /^ ?\((?:tương ứng|tương đương|với|bằng|là|đạt|có| )*$/.test(folded.slice(previousEnd, quantity.start));
}

/** "tăng 1.475 tỷ đồng (+6,2%)": the same change as a share, in brackets behind its amount. */
export function isShareOfChange(
  { folded }: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): boolean {
  const last = current.comparisons.at(-1);
  if (last?.type !== "change" || last.other !== null || quantity.value.unit !== "%") return false;
  return /^ ?\((?:tăng|giảm|tương ứng|tương đương|bằng|hay|tức|[+-]| )*$/.test(
    folded.slice(previousEnd, quantity.value.number.start),
  );
}

export function repeats(current: Group, quantity: QuantityMention): boolean {
  return (
    current.quantity?.value.value === quantity.value.value &&
    current.quantity.value.unit === quantity.value.unit &&
    quantity.value.kind === "money"
  );
}

/** "95 mô hình/4.568 hộ vay": what else is counted, with no word of a plan between, is none. */
const isOtherCount = ({ folded }: Reading, { value }: QuantityMention, other: QuantityMention): boolean =>
  other.value.kind === "count" && other.value.unit !== value.unit && /[/(] ?$/.test(folded.slice(0, other.start));

/** The plan's or an earlier amount that stands beside the result, as a comparison of it. */
export function besideOf(
  reading: Reading,
  current: Group,
  quantity: QuantityMention,
  previousEnd: number,
): DraftComparison | null {
  if (!current.quantity || quantity.value.kind !== current.quantity.value.kind) return null;
  const plan = isPlanBeside(reading, quantity, previousEnd);
  if (isOtherCount(reading, current.quantity, quantity)) return null;
  if (!plan && !isFormerBeside(reading, quantity, previousEnd)) return null;
  const text = { start: current.quantity.start, end: quantity.end };
  return { ...amountOnly(quantity, text), basis: plan ? "plan" : "previous_period" };
}

export function isFormer({ folded }: Reading, quantity: QuantityMention, next: QuantityMention): boolean {
  return (
    fromBefore.test(folded.slice(Math.max(0, quantity.start - 4), quantity.start)) &&
    toBehind.test(folded.slice(quantity.end, next.start + 1))
  );
}

export function formerAmount(earlier: QuantityMention): DraftComparison {
  return { ...amountOnly(earlier, earlier), basis: "previous_period" };
}

function amountOnly(other: QuantityMention, { start, end }: Span): Omit<DraftComparison, "basis"> {
  return { type: "ratio", quantity: null, falls: false, other: other.id, setBy: null, text: { start, end } };
}

/** "cao hơn bình quân chung (13,86/9,15%)", "gấp 2,58 lần so năm 2015 (24.013/9.278 tỷ)": the second is another's or an earlier amount */
const otherOfPair = swift(
  /(?<!\p{L})(?:gấp [\d.,]+ lần|bình quân chung|nợ quá hạn)[^;]{0,80}\d(?: \p{L}+){0,3} ?\/ ?$/u,
);

export const isOtherOfPair = ({ folded }: Reading, { start }: QuantityMention, { sentence }: Clause): boolean =>
  otherOfPair.test(folded.slice(sentence.start, start));
