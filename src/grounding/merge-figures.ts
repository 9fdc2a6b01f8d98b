import type { Period } from "../records/dates.js";
import type { Comparison, Figure } from "../records/figure.js";
import { sameWords } from "../vietnamese/text/fold.js";
import { type Token, tokensOf } from "../vietnamese/text/tokens.js";
import { findWords } from "./words.js";

/** A document that tells one number more often than this is a list; the bound keeps merging linear. */
const lookedBack = 100;
/** A result is told again elsewhere in the text and not in the next clause. In UTF-16 code units. */
const apart = 400;

/**
 * The same result told twice is one figure: the same words or words within the others, the same number and unit, and
 * periods, places and sessions that do not contradict. The first evidence is kept, the comparisons are united.
 */
export function mergeFigures(figures: readonly Figure[]): Figure[] {
  const byNumber = new Map<string, Figure[]>();
  const merged: Figure[] = [];
  for (const again of figures) {
    const { value, valueMax, outOf, unit, measure, status } = again;
    const key = [value, valueMax, outOf, unit, measure, status].join("\n");
    const alike = byNumber.get(key) ?? [];
    const first = alike.find((one) => isSameResult(one, again));
    if (first) {
      unite(first, again);
    } else {
      const own = { ...again, comparisons: [...again.comparisons] };
      merged.push(own);
      byNumber.set(key, [...alike, own].slice(-lookedBack));
    }
  }
  return merged;
}

function isSameResult(a: Figure, b: Figure): boolean {
  // a bare share of a plan says nothing by which two results could be told to be one
  if (a.value === null && !sharesComparison(a, b) && a.status === null) return false;
  return (
    a.sessionId === b.sessionId &&
    agree(a.period, b.period, samePeriod) &&
    agree(a.area, b.area, (area, other) => JSON.stringify(area) === JSON.stringify(other)) &&
    tellsSame(a, b)
  );
}

/** Whether two periods or places can be the same: one is unknown, or they are equal. */
function agree<Part>(a: Part | null, b: Part | null, same: (a: Part, b: Part) => boolean): boolean {
  return a === null || b === null || same(a, b);
}

/** Whatever they are called; a period without a known day has nothing but its label. */
const samePeriod = (a: Period, b: Period): boolean =>
  a.start === b.start && a.end === b.end && ((a.start ?? a.end) !== null || a.label === b.label);

/**
 * The same words, or the words of one within those of the other. Close together the latter are two results of one list:
 * "đường thôn đạt 100%; đường thôn có đèn đạt 100%".
 */
function tellsSame(a: Figure, b: Figure): boolean {
  if (sameWords(a.indicator, b.indicator)) return true;
  const isApart = Math.abs(a.evidence.start - b.evidence.start) >= apart;
  return isApart && (within(a.indicator, b.indicator) || within(b.indicator, a.indicator));
}

function within(inner: string, outer: string): boolean {
  const among: Token[] = tokensOf(outer).map((word, index) => ({ word, start: index, end: index + 1 }));
  return findWords(among, tokensOf(inner)) !== null;
}

const sharesComparison = (a: Figure, b: Figure): boolean =>
  a.comparisons.some((one) => b.comparisons.some((other) => sameComparison(one, other)));

function sameComparison(a: Comparison, b: Comparison): boolean {
  return a.basis === b.basis && a.type === b.type && a.percent === b.percent && a.value === b.value;
}

function unite(first: Figure, again: Figure): void {
  const fresh = again.comparisons.filter((one) => !first.comparisons.some((known) => sameComparison(known, one)));
  first.comparisons.push(...fresh);
  first.period ??= again.period;
  first.area ??= again.area;
}
