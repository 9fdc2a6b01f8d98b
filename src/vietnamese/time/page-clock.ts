import { findMandates } from "../ordinals.js";
import type { Reading } from "../text/reading.js";
import type { IsoDay } from "./calendar.js";

/**
 * Whether a page's day is that on which it was looked at, and not that of its story: some portals print their clock
 * above old news. So it is where it lies years behind both the mandate of the council that meets and every year that
 * the text is about.
 * @param years those that the text is about
 */
export function isPageClock(reading: Reading, published: IsoDay, years: readonly number[]): boolean {
  const printed = Number(published.slice(0, 4));
  const ends = findMandates(reading).map(({ value }) => value.end);
  if (ends.length === 0 || years.length === 0) return false;
  return [...ends, ...years].every((year) => year < printed - 1);
}
