import type { Found, Reading } from "../text/reading.js";
import { isoDay } from "./calendar.js";
import type { PartOfDay } from "./date-leads.js";
import { findWrittenDates, type WrittenDate } from "./written-dates.js";
import { type YearContext, yearFor } from "./years.js";

/** One day or some days. */
export interface DateValue {
  /** ISO day, "2023-09-20" */
  readonly start: string;
  /** ISO day; the same as `start` for a single day */
  readonly end: string;
  readonly partOfDay: PartOfDay | null;
  /** the year stands in the mention itself and was not taken from the context */
  readonly yearStated: boolean;
}

/**
 * The dates of the text in order: "Sáng ngày 20/9/2023", "từ ngày 7/12 đến ngày 9/12", "các ngày 9, 10 và 11-7-2018".
 * A date whose year neither the text nor the context tells is left out.
 */
export function findDates(reading: Reading, years: YearContext): Found<DateValue>[] {
  return findWrittenDates(reading).flatMap((date) => {
    const value = resolve(date, years);
    return value ? [{ start: date.start, end: date.end, rule: date.rule, value }] : [];
  });
}

/** The value of a written date, or `null` where its year is unknown or its row runs backwards. */
function resolve({ first, last, partOfDay }: WrittenDate, years: YearContext): DateValue | null {
  const lastMonth = last.month ?? 0;
  const lastYear = last.year ?? yearFor(years, lastMonth, last.day);
  if (lastYear === null) return null;
  const firstMonth = first.month ?? lastMonth;
  const firstYear = first.year ?? (firstMonth > lastMonth ? lastYear - 1 : lastYear);
  const start = isoDay(firstYear, firstMonth, first.day);
  const end = isoDay(lastYear, lastMonth, last.day);
  return start && end && start <= end ? { start, end, partOfDay, yearStated: last.year !== null } : null;
}
