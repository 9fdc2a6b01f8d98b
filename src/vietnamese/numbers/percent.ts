import type { Quantity } from "./quantities.js";

/**
 * What a quantity is in percent of something else: a share as it stands, and so many times as a hundred of each ("gấp
 * 1,7 lần" → 170); `null` for every other quantity. The result is the decimal number that is printed, correctly rounded.
 */
export function percentOf({ kind, unit, value }: Pick<Quantity, "kind" | "unit" | "value">): number | null {
  if (kind === "share") return value;
  return unit === "{lần}" ? Number(`${value}e2`) : null;
}
