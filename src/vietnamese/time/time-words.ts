import { readNumberWords } from "../numbers/number-words.js";
import { readScale } from "../numbers/scales.js";
import { readUnit } from "../numbers/units.js";
import { skipSpaces } from "../text/lexicon.js";
import { anyOf } from "../text/patterns.js";
import { foldedForm, type Reading } from "../text/reading.js";
import { firstWords, opening } from "../text/word-places.js";

/** A year that news and resolutions tell of. */
export const yearPattern = "(?:19|20)\\d{2}(?!\\d)";

const fewWords = "một hai ba bốn năm sáu bảy bẩy tám chín mười".split(" ").concat("mười một", "mười hai");
/** What `fewPattern` begins with. */
export const fewOpenings = opening(firstWords(fewWords), true);

/** How many months, quarters or days there are: in digits, or in words up to twelve. */
export const fewPattern = `(?:\\d{1,2}|${anyOf(fewWords)})`;

/** The value of what `fewPattern` matched. */
export function readFew(folded: string): number {
  if (/^\d+$/.test(folded)) return Number(folded);
  return readNumberWords(foldedForm(folded), 0, { alone: true })?.value ?? Number.NaN;
}

/** Whether a number that ends at `at` counts or measures something: "8/8 tổ dân phố", "5-7 triệu", "12 %". */
export function countsSomething(reading: Reading, at: number): boolean {
  return readScale(reading, skipSpaces(reading.units, at)) !== null || readUnit(reading, at, true) !== null;
}
