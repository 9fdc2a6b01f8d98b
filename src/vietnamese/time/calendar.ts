/** Days of the Gregorian calendar as ISO strings ("2025-07-25"), which compare in the order of time. */
export type IsoDay = string;

const millisecondsPerDay = 86_400_000;

/** The ISO day, or `null` where the calendar has none such (31 February). */
export function isoDay(year: number, month: number, day: number): IsoDay | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month)) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** 28 to 31 */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The first and the last day of the months `from`..`to` of a year. */
export function monthsOf(year: number, from: number, to: number): { readonly start: IsoDay; readonly end: IsoDay } {
  const two = (part: number): string => String(part).padStart(2, "0");
  return { start: `${year}-${two(from)}-01`, end: `${year}-${two(to)}-${lastDayOfMonth(year, to)}` };
}

/** Days since 1 January 1970. */
export function dayNumber(day: IsoDay): number {
  return Date.parse(day) / millisecondsPerDay;
}

/** The day so many days before. */
export function daysBefore(day: IsoDay, count: number): IsoDay {
  return new Date(Date.parse(day) - count * millisecondsPerDay).toISOString().slice(0, 10);
}
