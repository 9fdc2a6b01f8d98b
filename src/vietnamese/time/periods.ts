import { evenlySpaced } from "../text/fold.js";
import type { Found, Reading } from "../text/reading.js";
import { isoDay } from "./calendar.js";
import { findWrittenPeriods, type UntilDay, type WrittenPeriod } from "./written-periods.js";
import { baseYear, type YearContext, yearFor } from "./years.js";

/** A span of time that figures are about. */
export interface PeriodValue {
  /** the words as printed, with the year appended where the context gives it: "6 tháng cuối năm 2025" */
  readonly label: string;
  /** ISO day, or `null` where the text leaves the beginning open */
  readonly start: string | null;
  /** ISO day, or `null` where the text leaves the end open */
  readonly end: string | null;
}

/** Deadlines lie further ahead of publication than meetings do. */
const deadlineDaysAhead = 300;

/** The periods of the text in order: "6 tháng đầu năm", "quý III/2025", "giai đoạn 2021-2025", "đến ngày 30/6/2024". */
export function findPeriods(reading: Reading, years: YearContext): Found<PeriodValue>[] {
  return findWrittenPeriods(reading).map((period) => {
    const words = evenlySpaced(reading.text.slice(period.start, period.end));
    const isDay = "until" in period;
    const value = isDay ? untilDay(words, period, years) : resolve(words, period, years);
    return { start: period.start, end: period.end, rule: isDay ? "đến ngày" : period.rule, value };
  });
}

function resolve(words: string, period: WrittenPeriod, years: YearContext): PeriodValue {
  const year = period.year ?? baseYear(years);
  if (year === null) return { label: words, start: null, end: null };
  return { label: period.year === null ? withYear(words, year) : words, ...period.bounds(year) };
}

function untilDay(words: string, { until: { last }, sinceNewYear }: UntilDay, years: YearContext): PeriodValue {
  const month = last.month ?? 0;
  const ahead = sinceNewYear || /^(?:tính|chốt)/i.test(words) ? undefined : deadlineDaysAhead;
  const year = last.year ?? yearFor(years, month, last.day, ahead);
  const end = year === null ? null : isoDay(year, month, last.day);
  const mark = /([/.-])\d{1,2}$/.exec(words)?.[1] ?? " năm ";
  const label = last.year === null && year !== null ? `${words}${mark}${year}` : words;
  return { label, start: sinceNewYear && year !== null ? `${year}-01-01` : null, end };
}

function withYear(words: string, year: number): string {
  if (/(?:nay|qua)$/i.test(words)) return words;
  return /năm$/i.test(words) ? `${words} ${year}` : `${words} năm ${year}`;
}
