import type { Figure } from "../records/figure.js";
import type { Problem } from "../records/record.js";
import { foldedWords } from "../vietnamese/text/fold.js";
import { swift } from "../vietnamese/text/patterns.js";
import { problem } from "./problems.js";

/** A count's unit is one noun in braces; what is counted per something may be a fraction. */
const counted = /^\{[^{}]+\}$/;
const rate = swift(/^(?:tỷ|tỉ) lệ(?!\p{L})/u);
const average = swift(/(?<!\p{L})(?:bình quân|trung bình|mỗi|quy đổi)(?!\p{L})/u);

/** What is wrong with a figure whatever the text says: fractions of people, rates above 100%, ranges that fall. */
export function implausibilities(figure: Figure, path: string): Problem[] {
  const { value, valueMax, outOf, unit, period } = figure;
  const found: Problem[] = [];
  const numbers = [value, valueMax].filter((number) => number !== null);
  for (const number of numbers) {
    if (unit && counted.test(unit) && !Number.isInteger(number) && !isAverage(figure)) {
      found.push(problem(path, "FRACTION_OF_COUNTED", { value: number, unit }));
    }
    if (unit === "%" && (number < 0 || number > 100) && rate.test(foldedWords(figure.indicator))) {
      found.push(problem(path, "RATE_OUT_OF_BOUNDS", { value: number }));
    }
  }
  if (value !== null && valueMax !== null && value >= valueMax) {
    found.push(problem(path, "RANGE_NOT_RISING", { low: value, high: valueMax }));
  }
  if (value !== null && outOf !== null && value > outOf) {
    found.push(problem(path, "PART_EXCEEDS_WHOLE", { part: value, whole: outOf }));
  }
  if (period?.start && period.end && period.start > period.end) {
    found.push(problem(path, "PERIOD_ENDS_BEFORE_START", { start: period.start, end: period.end }));
  }
  return found;
}

function isAverage({ indicator, evidence }: Figure): boolean {
  return average.test(foldedWords(`${indicator} ${evidence.quote}`));
}
