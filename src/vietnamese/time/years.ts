import { swift } from "../text/patterns.js";
import type { Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { dayNumber, type IsoDay, isoDay } from "./calendar.js";
import { isPageClock } from "./page-clock.js";
import { toldYears } from "./told-years.js";
import { findWrittenDates, type WrittenDate } from "./written-dates.js";
import { findWrittenPeriods, type WrittenPeriod } from "./written-periods.js";

/** What tells the year of a day or a period that is printed without one. */
export interface YearContext {
  /** the day of publication, `null` also where the page prints only its clock */
  readonly published: IsoDay | null;
  /** what the text says of the years that it is about */
  readonly clues: readonly YearClue[];
}

/** A year that the text names, and the days on which the news that names it may have happened. */
export interface YearClue {
  readonly year: number;
  /** days since 1 January 1970, inclusive */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** A meeting to come is announced this many days ahead at most. */
const announcedDaysAhead = 31;

/** the day of a paper stands close to its number; what a paper is about stands further behind */
const legal = swift(
  /(?<!\p{L})(?:số \d[^.;\n]{0,40}|(?:luật|pháp lệnh|hiến pháp|căn cứ|nghị định|thông tư)[^.;\n]*)$/u,
);
const compared = swift(
  /(?<!\p{L})(?:so với|so)(?: {1,3}(?:cả|các|kết quả|thực hiện|ước|bình quân|mức|đầu|cuối))?[^.;,\n]{0,12}$/u,
);
const planned = swift(
  /(?<!\p{L})(?:kế hoạch|nhiệm vụ|dự toán|phương hướng|chỉ tiêu|phấn đấu|chương trình|mục tiêu)(?!\p{L})[^.;\n]*$/u,
);
const lookBehind = 120;

/**
 * Reads the years that a text is about: from its full dates and periods, but not from mandates, nor from the dates of
 * laws and papers that it cites.
 * @param publishedAt ISO day or moment of publication, if known
 */
export function documentYears(reading: Reading, publishedAt: string | null): YearContext {
  const before = ({ start }: Span): string => reading.folded.slice(Math.max(0, start - lookBehind), start);
  const days = findWrittenDates(reading).filter((date) => date.last.year !== null && !legal.test(before(date)));
  const periods = findWrittenPeriods(reading).filter(
    (period): period is WrittenPeriod =>
      !("until" in period) && period.year !== null && !legal.test(before(period)) && !compared.test(before(period)),
  );
  const clues = [
    ...days.flatMap(({ last }) => clueOfDay(last)),
    ...periods.flatMap((period) => clueOfPeriod(period, planned.test(before(period)))),
    ...toldYears(reading).map((year) => ({ year, from: firstDay(year), to: firstDay(year + 1) - 1, weight: 3 })),
  ];
  const printed = publishedAt?.slice(0, 10) ?? null;
  const isClock =
    printed !== null &&
    isPageClock(
      reading,
      printed,
      clues.map(({ year }) => year),
    );
  return { published: isClock ? null : printed, clues: merged(clues) };
}

/** Equal clues as one of their joint weight: every day without a year asks all clues, of which a long text has many. */
function merged(clues: readonly YearClue[]): readonly YearClue[] {
  const byTime = new Map<string, YearClue>();
  for (const clue of clues) {
    const key = `${clue.year} ${clue.from} ${clue.to}`;
    byTime.set(key, { ...clue, weight: clue.weight + (byTime.get(key)?.weight ?? 0) });
  }
  return [...byTime.values()];
}

const firstDay = (year: number): number => dayNumber(`${year}-01-01`);

function clueOfDay({ day, month, year }: WrittenDate["last"]): readonly YearClue[] {
  const at = dayNumber(isoDay(year ?? 0, month ?? 0, day) ?? "");
  return year === null ? [] : [{ year, from: at - 45, to: at + 45, weight: 3 }];
}

/** Plans are made from the autumn before, results told until the spring after. */
function clueOfPeriod({ kind, year, bounds }: WrittenPeriod, isPlan: boolean): readonly YearClue[] {
  if (year === null || kind === "open") return [];
  const { start, end } = bounds(year);
  const [first, last] = [dayNumber(start ?? ""), dayNumber(end ?? "")];
  if (kind === "part") return [{ year, from: first - 30, to: last + 100, weight: 2 }];
  if (kind === "years") return [{ year, from: first - 60, to: first + 365, weight: 0.5 }];
  return [
    isPlan ? { year, from: first - 75, to: first + 270, weight: 1 } : { year, from: first, to: last + 45, weight: 1 },
  ];
}

/**
 * The year of a day that is printed without one: by the day of publication the last such day that is not too far
 * ahead of it, else the year in which the news of the text's years would have happened. So a meeting in December that
 * sets next year's plan belongs to the year before the plan, one in January to the year of the plan.
 * @param daysAhead how far after publication the day may be: for deadlines longer than for meetings
 */
export function yearFor(
  { published, clues }: YearContext,
  month: number,
  day: number,
  daysAhead = announcedDaysAhead,
): number | null {
  const exists = (year: number): boolean => isoDay(year, month, day) !== null;
  if (published) {
    const latest = dayNumber(published) + daysAhead;
    const next = Number(published.slice(0, 4)) + 1;
    const years = Array.from({ length: 9 }, (_, back) => next - back);
    return years.find((year) => exists(year) && dayNumber(isoDay(year, month, day) ?? "") <= latest) ?? null;
  }
  const years = new Set(clues.flatMap(({ year }) => [year + 1, year, year - 1]));
  return favourite(
    [...years].filter(exists).sort((a, b) => b - a),
    (year) => {
      const at = dayNumber(isoDay(year, month, day) ?? "");
      return sum(clues.filter(({ from, to }) => from <= at && at <= to));
    },
  );
}

/** The year of a period that is printed without one ("6 tháng đầu năm"): of publication, else the text's own. */
export function baseYear({ published, clues }: YearContext): number | null {
  const weightOf = (year: number): number => sum(clues.filter((clue) => clue.year === year));
  if (published) {
    const year = Number(published.slice(0, 4));
    const isEarly = Number(published.slice(5, 7)) <= 2;
    return isEarly && weightOf(year - 1) > weightOf(year) ? year - 1 : year;
  }
  return favourite(
    [...new Set(clues.map(({ year }) => year))].sort((a, b) => a - b),
    weightOf,
  );
}

function sum(clues: readonly YearClue[]): number {
  return clues.reduce((total, { weight }) => total + weight, 0);
}

/** The first of the years with the most weight; `null` where none has any. */
function favourite(years: readonly number[], weightOf: (year: number) => number): number | null {
  let best: { year: number; weight: number } | null = null;
  for (const year of years) {
    const weight = weightOf(year);
    if (weight > (best?.weight ?? 0)) best = { year, weight };
  }
  return best?.year ?? null;
}
