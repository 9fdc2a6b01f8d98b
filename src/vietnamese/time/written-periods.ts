import { matchAt, swift } from "../text/patterns.js";
import { oncePerReading, type Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { placesOf } from "../text/word-places.js";
import { type PeriodReading, periodForms } from "./period-forms.js";
import { findWrittenDates, type WrittenDate } from "./written-dates.js";

/** A period as it is printed, before a missing year is filled in. */
export interface WrittenPeriod extends Span, PeriodReading {
  readonly rule: string;
}

/** "Tính đến ngày 30/6": a day that ends a period. */
export interface UntilDay extends Span {
  readonly until: WrittenDate;
  /** "từ đầu năm đến ngày 30/6" */
  readonly sinceNewYear: boolean;
}

/** Words that are taken; those of `null` are no period, and no part of them may be one. */
type Candidate = Span & { readonly found: WrittenPeriod | UntilDay | null };

const untilBefore = swift(
  /(?<!\p{L})(?:(?:tính|chốt) {1,3})?(?:(?<sinceNewYear>từ đầu năm) {1,3})?(?:đến|tới) {1,3}(?:(?:hết|trước) {1,3})?$/u,
);
const sameTime = swift(/(?<!\p{L})cùng kỳ {1,3}$/u);
const farthestBefore = 24;

/**
 * The periods of the text in order, none overlapping another: of two that do, the earlier, then the longer holds.
 * "cùng kỳ năm 2023" compares and is none; "tháng 7" within a date is none.
 */
export const findWrittenPeriods = oncePerReading((reading: Reading): readonly (WrittenPeriod | UntilDay)[] => {
  const { folded } = reading;
  const before = (at: number): string => folded.slice(Math.max(0, at - farthestBefore), at);
  const candidates: Candidate[] = findWrittenDates(reading).map((date) => {
    const lead = untilBefore.exec(before(date.start));
    const start = date.start - (lead?.[0].length ?? 0);
    const sinceNewYear = lead?.groups?.["sinceNewYear"] !== undefined;
    return { start, end: date.end, found: lead ? { start, end: date.end, until: date, sinceNewYear } : null };
  });
  for (const period of formsIn(reading)) {
    const found = sameTime.test(before(period.start)) ? null : period;
    candidates.push({ start: period.start, end: period.end, found });
  }
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return candidates.flatMap((candidate) => {
    if (candidate.start < end) return [];
    end = candidate.end;
    return candidate.found ? [candidate.found] : [];
  });
});

function formsIn(reading: Reading): readonly WrittenPeriod[] {
  const periods: WrittenPeriod[] = [];
  for (const { openings, pattern, read, rule } of periodForms) {
    let end = 0;
    for (const start of placesOf(reading, openings)) {
      const match = start < end ? null : matchAt(pattern, reading.folded, start);
      const period = match && read(match[0], match.groups ?? {});
      if (!period) continue;
      end = start + match[0].length;
      periods.push({ start, end, rule, ...period });
    }
  }
  return periods;
}
