import { z } from "zod";
import { Area } from "./area.js";
import { Period } from "./dates.js";
import { Evidence } from "./evidence.js";

export const comparators = ["eq", "approx", "gt", "gte", "lt", "lte", "range"] as const;
export const Comparator = z.enum(comparators);

/** What a result is held against: a plan, the same time last year, an earlier time, or a capacity. */
export const Comparison = z.strictObject({
  basis: z.enum(["plan", "same_period", "previous_period", "capacity"]),
  type: z.enum(["ratio", "change"]),
  percent: z.number().nullable(),
  value: z.number().nullable(),
  comparator: Comparator,
  setBy: z.string().nullable(),
  text: z.string().min(1),
});
export type Comparison = z.infer<typeof Comparison>;

/**
 * A target or an achievement. `value` is in the base unit: ISO 4217 for money, UCUM for what is measured,
 * the Vietnamese noun in braces for what is counted. `verified` is true when the numeral grammar read the
 * same number again from the evidence alone.
 */
export const Figure = z.strictObject({
  indicator: z.string().min(1),
  indicatorCode: z.string().nullable(),
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  outOf: z.number().nullable(),
  unit: z.string().nullable(),
  comparator: Comparator.nullable(),
  measure: z.enum(["level", "increase", "decrease"]),
  status: z.string().nullable(),
  period: Period.nullable(),
  comparisons: z.array(Comparison),
  area: Area.nullable(),
  sessionId: z.string().nullable(),
  evidence: Evidence,
  verified: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;
