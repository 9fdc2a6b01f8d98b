import type { Mentions } from "../../mentions/mention.js";
import type { Reading } from "../../vietnamese/reading.js";
import type { DraftComparison } from "../draft.js";
import type { Clause } from "./clauses.js";
import { isFormerBeside, isPlanBeside, type QuantityMention, readComparison } from "./comparisons.js";
import { isExcluded } from "./exclusions.js";

/** The numbers of one result: its amount, or none, and what that is held against. */
export interface Group {
  readonly clause: Clause;
  readonly quantity: QuantityMention | null;
  readonly comparisons: readonly DraftComparison[];
  /** where its first number, with bound words or the comparison's verb, begins */
  readonly start: number;
  /** behind its last number or comparison */
  readonly end: number;
  /** a number that belongs to the name of what is measured begins here: "[4] ngành công nghiệp trọng điểm" */
  readonly subject?: number;
}

interface Growing {
  readonly clause: Clause;
  quantity: QuantityMention | null;
  readonly comparisons: DraftComparison[];
  readonly start: number;
  end: number;
  readonly subject?: number;
}

const rate =
  /(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tốc độ|tăng trưởng|cơ cấu|tỷ suất|tỉ suất|mức tăng|mức sinh|độ che phủ|chỉ số hài lòng|mức độ)/u;
/** Sums and outputs: their percentage is a share of the plan. */
const amount = /(?<!\p{L})(?:tổng thu|tổng chi|thu ngân sách|chi ngân sách|thu thuế|thuế|tổng giá trị|giá trị sản xuất|gtsx|doanh thu|thu nsnn|thu cân đối|thu nội địa|sản lượng|kim ngạch|thu phí|thu quỹ|thu các|giải ngân vốn|chi thường xuyên|chi đầu tư)(?!\p{L})/u;
/** The next number belongs to the same result: "từ 7 xã còn 3", "tăng từ 50% lên 60%". */
const fromBefore = /(?<!\p{L})từ $/u;
const toBehind = /^[^\d.;\n]{0,30}?(?<!\p{L})(?:lên|xuống|còn|tăng lên|giảm còn|giảm xuống)(?!\p{L})/u;

/** The results that a clause tells, in order. */
export function groupNumbers(reading: Reading, mentions: Mentions, clause: Clause, before: Group | null): Group[] {
  const groups: Growing[] = [];
  const quantities = mentions.of("quantity", clause);
  let previousEnd = clause.start;
  let earlier: QuantityMention | null = null;
  for (const [index, quantity] of quantities.entries()) {
    const next = quantities[index + 1];
    const current = groups.at(-1) ?? null;
    const around = {
      from: previousEnd,
      to: next?.start ?? clause.end,
      hasFigure: current !== null && wordsBetween(reading, previousEnd, quantity.start) <= 5,
      inherited: lastBasis(groups) ?? before?.comparisons.at(-1)?.basis ?? null,
      ...subjectOf(reading, clause.start, previousEnd, quantity.value.number.start, current, toldAsShares(before, groups)),
    };
    if (isExcluded(reading, quantity, clause)) {
      previousEnd = quantity.end;
      continue;
    }
    if (current && isBeside(reading, current, quantity, previousEnd)) {
      previousEnd = current.end = quantity.end;
      continue;
    }
    if (current && isAmountBehind(reading, current, quantity, previousEnd)) {
      current.quantity = quantity;
      previousEnd = current.end = quantity.end;
      continue;
    }
    if (current && (isQualifier(reading, current, quantity) || isConverted(reading, current, quantity, previousEnd))) {
      previousEnd = quantity.end;
      continue;
    }
    if (next && isFormer(reading, quantity, next)) {
      earlier = quantity;
      previousEnd = quantity.end;
      continue;
    }
    const comparison = readComparison(reading, quantity, around);
    if (comparison && current && isSubjectCount(reading, current, comparison)) {
      groups.pop();
      groups.push({ clause, quantity: null, comparisons: [comparison], start: comparison.text.start, end: comparison.text.end, subject: current.start });
      previousEnd = comparison.text.end;
    } else if (comparison && current && (belongs(reading, current.end, comparison.text.start) || isHeldToPlan(reading, current, comparison))) {
      addComparison(current.comparisons, comparison);
      previousEnd = current.end = comparison.text.end;
    } else if (comparison) {
      groups.push({ clause, quantity: null, comparisons: [comparison], start: comparison.text.start, end: comparison.text.end });
      previousEnd = comparison.text.end;
    } else if (current && repeats(current, quantity)) {
      previousEnd = current.end = quantity.end;
    } else {
      groups.push({ clause, quantity, comparisons: earlier ? [formerAmount(earlier)] : [], start: quantity.start, end: quantity.end });
      previousEnd = quantity.end;
    }
    earlier = null;
  }
  return groups;
}

const lastBasis = (groups: readonly Growing[]): DraftComparison["basis"] | null =>
  groups.flatMap((group) => group.comparisons).at(-1)?.basis ?? null;

/** A row of results told as shares of their plans goes on: "giá trị sản xuất đạt 53%; TM-DV đạt 52%". */
function toldAsShares(before: Group | null, groups: readonly Growing[]): boolean {
  const last = groups.at(-1) ?? before;
  return last !== null && last.quantity === null && last.comparisons[0]?.basis === "plan" && last.comparisons[0].type === "ratio";
}

/** What kind of thing the words before a number measure. */
function subjectOf(reading: Reading, clauseStart: number, previousEnd: number, at: number, current: Growing | null, sharesOfPlan: boolean) {
  const words = reading.folded.slice(subjectStart(reading, clauseStart, previousEnd, at), at);
  const fresh = reading.folded.slice(previousEnd, at);
  const isRate = rate.test(words.replace(/(?:đạt|chiếm|với) (?:tỷ lệ|tỉ lệ)/gu, ""));
  const kind = current?.quantity?.value.kind;
  const follows = current !== null && (kind === "money" || kind === "measure") && /^[ ,(]{0,3}(?:đã |ước )?(?:đạt|bằng|=|hoàn thành)[^,;]{0,12}$/u.test(fresh);
  const alike = sharesOfPlan && !isRate && /^[^\d]{0,60}(?:đạt|ước đạt) ?$/u.test(fresh);
  return { isRate: isRate && !follows, isAmount: follows || alike || amount.test(fresh) };
}

/** "405 nghìn tỷ đồng, tương đương 17,6 tỷ USD": the same sum in another currency. */
function isConverted({ folded }: Reading, current: Growing, quantity: QuantityMention, previousEnd: number): boolean {
  if (current.quantity?.value.kind !== "money" || quantity.value.kind !== "money") return false;
  return current.quantity.value.unit !== quantity.value.unit && /^[ ,(]{0,3}(?:tương đương|tương ứng|khoảng|hay)(?: với)? ?$/u.test(folded.slice(previousEnd, quantity.value.number.start).replace(/(?:khoảng|gần|hơn|trên) $/u, ""));
}

/** "12 xã đạt từ 14-18 tiêu chí", "8 sản phẩm đạt 4 sao": the second number tells which are counted. */
const qualifies = /^ (?:\p{L}{1,8} ){0,4}(?:đạt|hoàn thành|công nhận|đạt chuẩn)(?: (?:và|cơ bản|đạt|từ|dưới|trên|đủ|được)){0,4} $/u;
const quality = /^\{(?:tiêu chí|sao|điểm|năm|chỉ tiêu|mức)\}$/u;

function isQualifier({ folded }: Reading, current: Growing, quantity: QuantityMention): boolean {
  if (current.quantity?.value.kind !== "count" || !quality.test(quantity.value.unit ?? "")) return false;
  return qualifies.test(folded.slice(current.quantity.end, quantity.start));
}

/** "Thu thuế đạt 102% (4,896 tỷ/4,8 tỷ)": the amount stands in brackets behind its share of the plan. */
function isAmountBehind({ folded }: Reading, current: Growing, quantity: QuantityMention, previousEnd: number): boolean {
  if (current.quantity !== null || current.comparisons.at(-1)?.basis !== "plan") return false;
  return quantity.value.kind !== "share" && /^ ?\((?:đạt |tương đương |tương ứng )?$/u.test(folded.slice(previousEnd, quantity.start));
}

/** The subject of a comparison may stand before an earlier number of its clause only if no comma parts them. */
function subjectStart({ folded }: Reading, clauseStart: number, previousEnd: number, at: number): number {
  const comma = folded.slice(clauseStart, at).lastIndexOf(", ");
  return comma < 0 ? previousEnd : Math.min(previousEnd, clauseStart + comma);
}

function wordsBetween({ folded }: Reading, from: number, to: number): number {
  return folded.slice(from, to).split(/[^\p{L}]+/u).filter(Boolean).length;
}

/** A comparison belongs to the result before it where no words of a new subject stand between. */
function belongs({ folded }: Reading, end: number, start: number): boolean {
  const between = folded.slice(end, start).replace(/[(),/:\-\s]+/g, " ").trim();
  // "xảy ra 12 vụ phạm pháp hình sự, giảm 2 vụ": the rest of the result's words, then a comma, then the change
  if (/^ ?[\p{L}"(][^,;:.]{0,90}, ?$/u.test(folded.slice(end, start))) return true;
  return between.length === 0 || /^(?:và|và (?:bằng|đạt)|đã|ước|cũng|trong khi|tương đương|so với .{1,60}|lần lượt|tức|hay|đồng thời|thì|chỉ|mới|cả năm|dân|số|nên)$/u.test(between);
}

/** "4 ngành công nghiệp trọng điểm tăng 11%": the count is the subject's, and only the change is told of it. */
function isSubjectCount({ folded }: Reading, current: Growing, comparison: DraftComparison): boolean {
  if (current.quantity?.value.kind !== "count" || current.comparisons.length > 0 || comparison.type !== "change") return false;
  return /^ ?\p{L}[^,;.]{2,80}$/u.test(folded.slice(current.end, comparison.text.start));
}

/** "chỉnh trang 22 tuyến đường ở khu dân cư đạt 100% khối lượng": nothing parts the result from its plan. */
function isHeldToPlan({ folded }: Reading, current: Growing, comparison: DraftComparison): boolean {
  if (current.quantity === null || current.quantity.value.kind === "share" || comparison.basis !== "plan") return false;
  return /^ [\p{L}][^,;:.()]{0,70}$/u.test(folded.slice(current.end, comparison.text.start));
}

function repeats(current: Growing, quantity: QuantityMention): boolean {
  return current.quantity?.value.value === quantity.value.value && current.quantity.value.unit === quantity.value.unit && quantity.value.kind === "money";
}

/** Takes the plan's or an earlier amount that stands beside the result, as a comparison of it. */
function isBeside(reading: Reading, current: Growing, quantity: QuantityMention, previousEnd: number): boolean {
  if (!current.quantity || quantity.value.kind !== current.quantity.value.kind) return false;
  const plan = isPlanBeside(reading, quantity, previousEnd);
  if (!plan && !isFormerBeside(reading, quantity, previousEnd)) return false;
  const text = { start: current.quantity.start, end: quantity.end };
  current.comparisons.push({
    basis: plan ? "plan" : "previous_period",
    type: "ratio",
    quantity: null,
    falls: false,
    other: quantity.id,
    setBy: null,
    text,
  });
  return true;
}

/** "6 tỷ đồng/6,9 tỷ đồng, bằng 86,7% chỉ tiêu": the plan's amount and the share of it are one comparison. */
function addComparison(comparisons: DraftComparison[], comparison: DraftComparison): void {
  const last = comparisons.at(-1);
  const sameBasis = last?.basis === comparison.basis && last.quantity === null && last.other !== null;
  if (sameBasis && comparison.type === "ratio") comparisons.splice(-1, 1, { ...comparison, other: last.other });
  else comparisons.push(comparison);
}

function isFormer({ folded }: Reading, quantity: QuantityMention, next: QuantityMention): boolean {
  return fromBefore.test(folded.slice(Math.max(0, quantity.start - 4), quantity.start)) && toBehind.test(folded.slice(quantity.end, next.start + 1));
}

function formerAmount(earlier: QuantityMention): DraftComparison {
  return {
    basis: "previous_period",
    type: "ratio",
    quantity: null,
    falls: false,
    other: earlier.id,
    setBy: null,
    text: { start: earlier.start, end: earlier.end },
  };
}
