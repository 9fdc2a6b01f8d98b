import type { Mentions } from "../../../mentions/mention.js";
import { isLetter } from "../../../vietnamese/text/characters.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftComparison } from "../../draft.js";
import { basisBehind, basisEarlier, namesBasis } from "./bases.js";
import { belongs, isHeldToPlan, isSubjectCount } from "./belonging.js";
import {
  besideOf,
  formerAmount,
  isAmountBehind,
  isAmountOfChange,
  isConverted,
  isFormer,
  isOtherOfPair,
  isPlanOfChange,
  isPlanOfDifference,
  isPlanWithoutUnit,
  isQualifier,
  isShareCounted,
  isShareOfChange,
  isSumOfRate,
  repeats,
} from "./beside.js";
import type { Clause } from "./clauses.js";
import { readComparison, readTimes, type Surroundings } from "./comparisons.js";
import { isExcluded } from "./exclusions/index.js";
import type { Group } from "./group.js";
import type { QuantityMention } from "./number-verbs.js";
import { isRateOfPart, sharesRate, subjectOf, toldAsShares } from "./subjects.js";

/** The results that a clause tells, in order. */
export function groupNumbers(reading: Reading, mentions: Mentions, clause: Clause, before: Group | null): Group[] {
  const grouping = new Grouping(reading, clause, before);
  const quantities = mentions.of("quantity", clause);
  for (const [index, quantity] of quantities.entries()) grouping.take(quantity, quantities[index + 1] ?? null);
  return grouping.groups;
}

/** Gives each number of a clause to a result: to the one before it, to a new one, or to none. */
class Grouping {
  readonly groups: Group[] = [];
  /** behind the last number or comparison that has been taken */
  private previousEnd: number;
  /** "từ 7 xã" that waits for "còn 3" */
  private earlier: QuantityMention | null = null;

  constructor(
    private readonly reading: Reading,
    private readonly clause: Clause,
    private readonly before: Group | null,
  ) {
    this.previousEnd = clause.start;
  }

  take(quantity: QuantityMention, next: QuantityMention | null): void {
    const { reading, previousEnd } = this;
    const current = this.groups.at(-1) ?? null;
    const times = readTimes(reading, quantity, this.clause.end);
    if (times) this.compare(times, current);
    else if (current && isOtherOfPair(reading, quantity, this.clause)) this.extend(current, quantity.end);
    else if (isExcluded(reading, quantity, this.clause)) this.previousEnd = quantity.end;
    else if (current && this.join(current, quantity)) this.previousEnd = quantity.end;
    else if (isSignedShare(reading, quantity)) this.previousEnd = quantity.end;
    else if (next && isFormer(reading, quantity, next)) {
      this.earlier = quantity;
      this.previousEnd = quantity.end;
    } else {
      const comparison = readComparison(reading, quantity, this.surroundings(quantity, next, previousEnd));
      if (comparison) this.compare(comparison, current);
      else if (current && repeats(current, quantity)) this.extend(current, quantity.end);
      else if (this.earlier)
        this.open(quantity, [formerAmount(this.earlier)], { start: this.earlier.start, end: quantity.end });
      else this.open(quantity, [], quantity);
      this.earlier = null;
    }
  }

  /** Takes a number that only adds to the result before it; says whether it did. */
  private join(current: Group, quantity: QuantityMention): boolean {
    const { reading, previousEnd } = this;
    const beside = besideOf(reading, current, quantity, previousEnd);
    if (isPlanOfDifference(reading, current, quantity)) return true;
    if (beside) this.replace({ ...current, comparisons: withBeside(current.comparisons, beside), end: quantity.end });
    else if (isAmountBehind(reading, current, quantity, previousEnd))
      this.replace({ ...current, quantity, end: quantity.end });
    else if (isShareOfChange(reading, current, quantity, previousEnd)) this.replace(withShare(current, quantity));
    else if (isAmountOfChange(reading, current, quantity, previousEnd))
      this.replace(this.withAmount(current, quantity));
    else
      return (
        isPlanWithoutUnit(reading, current, quantity) ||
        isQualifier(reading, current, quantity) ||
        isShareCounted(reading, current, quantity, previousEnd) ||
        isPlanOfChange(reading, current, quantity, previousEnd) ||
        isConverted(reading, current, quantity, previousEnd) ||
        isSumOfRate(reading, current, quantity, previousEnd)
      );
    return true;
  }

  /** The last change with its amount; "giảm 15% (6 vụ) so với cùng kỳ" names behind the bracket what it is held against. */
  private withAmount(current: Group, quantity: QuantityMention): Group {
    const { reading, clause } = this;
    const last = current.comparisons.at(-1);
    const close = reading.folded.startsWith(")", quantity.end) ? quantity.end + 1 : null;
    const basis =
      close === null || !last || namesBasis(reading, last.text) ? null : basisBehind(reading, close, clause.end);
    if (!basis) return withLast(current, quantity.end, { other: quantity.id });
    return withLast(current, basis.words.end, { other: quantity.id, basis: basis.basis });
  }

  private compare(comparison: DraftComparison, current: Group | null): void {
    const { reading } = this;
    if (current && isSubjectCount(reading, current, comparison)) {
      this.groups.pop();
      this.open(null, [comparison], comparison.text, current.start);
    } else if (
      current &&
      (belongs(reading, current.end, comparison.text.start, current.quantity?.value.kind === "share") ||
        isHeldToPlan(reading, current, comparison))
    ) {
      this.replace({ ...current, comparisons: withComparison(current.comparisons, comparison) });
      this.extend(this.groups.at(-1) ?? current, comparison.text.end);
    } else this.open(null, [comparison], comparison.text);
  }

  private open(
    quantity: QuantityMention | null,
    comparisons: readonly DraftComparison[],
    { start, end }: Span,
    subject?: number,
  ): void {
    this.groups.push({ clause: this.clause, quantity, comparisons, start, end, subject: subject ?? null });
    this.previousEnd = end;
  }

  private extend(current: Group, end: number): void {
    this.replace({ ...current, end });
    this.previousEnd = end;
  }

  private replace(group: Group): void {
    this.groups[this.groups.length - 1] = group;
  }

  private surroundings(quantity: QuantityMention, next: QuantityMention | null, previousEnd: number): Surroundings {
    const { reading, clause, groups, before } = this;
    const current = groups.at(-1) ?? null;
    const fresh = { from: previousEnd, to: quantity.value.number.start };
    const rate =
      (current !== null && sharesRate(reading, clause.start, current, fresh)) ||
      isRateOfPart(reading, clause.start, fresh.from, fresh.to);
    return {
      from: previousEnd,
      to: next?.start ?? clause.end,
      hasFigure: current !== null && !rate && isNear(reading, previousEnd, quantity.start),
      inherited: lastChange([...(before ? [before] : []), ...groups]) ?? basisEarlier(reading, clause, quantity.start),
      ...subjectOf(
        reading,
        clause.start,
        previousEnd,
        quantity.value.number.start,
        current,
        toldAsShares(before?.clause.sentence.start === clause.sentence.start ? before : null, groups),
      ),
      ...(rate ? { isRate: true, isAmount: false } : {}),
    };
  }
}

/** A change shares the time of the change before it; the plan that a share was held against is none. */
const lastChange = (groups: readonly Group[]): DraftComparison["basis"] | null =>
  groups.flatMap((group) => group.comparisons).findLast((one) => one.type === "change" && one.basis !== "plan")
    ?.basis ?? null;

/** Few words part a number from the result before it, and none of them begins another. */
const isNear = (reading: Reading, from: number, to: number): boolean =>
  wordsBetween(reading, from, to) <= 5 && !anotherResult.test(reading.folded.slice(from, to));
const anotherResult = swift(
  /[,;] ?(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tổng|thu nhập|thu ngân|giá trị|số hộ|sản lượng|năng suất|diện tích)(?!\p{L})/u,
);

/** "giảm 3.009 vụ (-24,25%)": a share with its sign in a bracket is a change, and no amount of its own. */
const isSignedShare = ({ folded }: Reading, { start, value }: QuantityMention): boolean =>
  value.unit === "%" && /\( ?[+-] ?$/.test(folded.slice(Math.max(0, start - 4), start));

function wordsBetween({ units }: Reading, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (isLetter(units[i] ?? 0) && (i === from || !isLetter(units[i - 1] ?? 0))) count++;
  return count;
}

/** The last change with the share beside its amount. */
const withShare = (group: Group, share: QuantityMention): Group =>
  withLast(group, share.end, { quantity: share.id, other: group.comparisons.at(-1)?.quantity ?? null });

/** The group with more told of its last comparison, which reaches to `end` then. */
function withLast(
  group: Group,
  end: number,
  told: Partial<Pick<DraftComparison, "quantity" | "other" | "basis">>,
): Group {
  const comparisons = group.comparisons.map((one, index) =>
    index === group.comparisons.length - 1
      ? { ...one, ...told, text: { start: one.text.start, end: Math.max(one.text.end, end) } }
      : one,
  );
  return { ...group, comparisons, end: Math.max(group.end, end) };
}

/** "đạt 120% (264 triệu/220 triệu)": the plan's amount completes the share that was told of it. */
function withBeside(comparisons: readonly DraftComparison[], beside: DraftComparison): readonly DraftComparison[] {
  const last = comparisons.at(-1);
  const completes = last?.basis === beside.basis && last.type === "ratio" && last.other === null;
  if (last && completes) return [...comparisons.slice(0, -1), { ...last, other: beside.other }];
  return [...comparisons, beside];
}

/** "6 tỷ đồng/6,9 tỷ đồng, bằng 86,7% chỉ tiêu": the plan's amount and the share of it are one comparison. */
function withComparison(
  comparisons: readonly DraftComparison[],
  comparison: DraftComparison,
): readonly DraftComparison[] {
  const last = comparisons.at(-1);
  const sameBasis = last?.basis === comparison.basis && last.quantity === null && last.other !== null;
  if (sameBasis && comparison.type === "ratio")
    return [...comparisons.slice(0, -1), { ...comparison, other: last.other }];
  return [...comparisons, comparison];
}
