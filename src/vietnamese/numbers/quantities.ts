import { isDigit, isLetter, isWord } from "../text/characters.js";
import { tokenEnd } from "../text/lexicon.js";
import { swift } from "../text/patterns.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { type Amount, readAmount } from "./amounts.js";
import { type Bound, readBoundAfter, readBoundBefore } from "./bounds.js";
import { isListMark, isTime, mayName, namesSomething } from "./no-quantity.js";
import { mayBeginNumberWords } from "./number-words.js";
import type { Unit } from "./units.js";

/**
 * A number as a document states it: with unit, bounds and range. `value` and `valueMax` are in the base unit
 * ("63.034 triệu đồng" → 63034000000 `VND`); `outOf` only where it counts a part of a whole ("8/8 tổ dân phố").
 */
export interface Quantity {
  readonly value: number;
  readonly valueMax: number | null;
  readonly outOf: number | null;
  /** ISO 4217, UCUM or a counted noun in braces; `null` for a bare number */
  readonly unit: string | null;
  readonly comparator: "eq" | "approx" | "gt" | "gte" | "lt" | "lte" | "range";
  readonly kind: Unit["kind"] | "bare";
  /** the digits or number words with their scale words; both ends of a range */
  readonly number: Span;
  /** the unit's words; `null` where the unit is implied ("2 tỷ") or missing */
  readonly unitWords: Span | null;
  /** the counted noun is not in the table but stood in its place */
  readonly guessed: boolean;
}

/** A number without a unit is an amount only behind one of these, and at a clause's end. */
const bareCue = swift(
  /(?<!\p{L})(?:đạt|là|bằng|còn|mức|lên|xuống|đứng|được|có)(?: được| trên| dưới| hơn| gần| khoảng)? ?:? ?$/u,
);
const clauseEnd = /^[ "']{0,3}(?:[.,;)\n]|$)/;
/** "28,6% triệu đồng": one of the two units is a slip */
const moneyBehind = /^ (?:triệu|tỷ|tỉ|nghìn)(?! \p{L}*hộ)/u;
/** "tăng 0 68%": a comma was lost, and what is left is not the number */
const strayZero = /(?:^|[^\d.,])0 $/;
/** "năm hộ" is five households behind a verb that takes an amount; elsewhere năm is a year. */
const beforeFive = swift(
  /(?<!\p{L})(?:hỗ trợ|xây dựng|thành lập|có|thêm|được|cho|tặng|trao|gồm|với|kết nạp|tổ chức|sửa chữa|đào tạo|duy trì) $/u,
);
const from = swift(/(?<!\p{L})từ $/u);

/** All quantities of the text in order, none overlapping another. Time is linear in the text. */
export function findQuantities(reading: Reading): Found<Quantity>[] {
  const { folded, units } = reading;
  const found: Found<Quantity>[] = [];
  for (let at = 0, after = 0; at < folded.length; ) {
    const code = units[at] ?? 0;
    if (!isWord(code)) {
      at++;
      continue;
    }
    // most words begin no number
    if (!isDigit(code) && !mayBeginNumberWords(reading, at)) {
      at = tokenEnd(units, at);
      continue;
    }
    const quantity = readQuantity(reading, at, after);
    if (quantity) found.push(quantity);
    at = after = quantity?.end ?? nextStart(reading, at);
    if (!quantity) after = found.at(-1)?.end ?? 0;
  }
  return found;
}

const digitRow = /[\d.,]*\d/y;

/** Behind the word or the whole row of digits at `at`: "4.0" that is no quantity holds no quantity "0" either. */
function nextStart({ folded, units }: Reading, at: number): number {
  digitRow.lastIndex = at;
  const end = digitRow.test(folded) ? digitRow.lastIndex : at;
  return end > at && !isWord(units[end] ?? 0) ? end : tokenEnd(units, Math.max(at, end));
}

/** @param after where the quantity before ended: bound words before it are not this one's */
function readQuantity(reading: Reading, at: number, after: number): Found<Quantity> | null {
  const { folded } = reading;
  const five = folded.startsWith("năm", at) && beforeFive.test(folded.slice(Math.max(after, at - 12), at));
  const amount = readAmount(reading, at, five);
  if (!amount || !isQuantity(reading, amount)) return null;
  const { unit } = amount;
  const before = amount.rank
    ? null
    : readBoundBefore(reading, at, after, amount.outOf !== null || unit?.kind === "share");
  const behind = amount.rank ? null : readBoundAfter(folded, amount.end);
  let start = before?.span.start ?? at;
  const end = behind?.span.end ?? amount.end;
  if ((amount.valueMax !== null || behind) && from.test(folded.slice(Math.max(after, start - 3), start))) start -= 3;
  const least = isLeast(reading, amount, start, behind !== null);
  if (least) start -= 3;
  const comparator = least ? "gte" : amount.valueMax !== null ? "range" : amount.rank ? "lte" : boundOf(before, behind);
  return {
    start,
    end,
    rule: amount.rule,
    value: {
      value: amount.value,
      valueMax: amount.valueMax,
      outOf: amount.outOf,
      unit: unit?.code ?? null,
      comparator,
      kind: unit?.kind ?? "bare",
      number: amount.number,
      unitWords: amount.unitWords,
      guessed: unit?.guessed ?? false,
    },
  };
}

/** "phấn đấu đạt từ 15 tiêu chí": at least so many, where no other end is told. */
function isLeast({ folded }: Reading, amount: Amount, start: number, bounded: boolean): boolean {
  if (bounded || amount.valueMax !== null || !reachedFrom.test(folded.slice(Math.max(0, start - 8), start)))
    return false;
  return !otherEnd.test(folded.slice(amount.end, amount.end + 40));
}

const reachedFrom = swift(/(?<!\p{L})đạt từ $/u);
const otherEnd = swift(/^[^.;,]{0,30}(?<!\p{L})(?:đến|lên|xuống|còn|tới|trở)(?!\p{L})/u);

type BoundRead = ReturnType<typeof readBoundAfter>;

/** The words behind decide, but for "trên 13% trở lên": what lies above is not at the number. */
function boundOf(before: BoundRead, behind: BoundRead): Bound {
  if (before?.bound === "gt" && behind?.bound === "gte") return "gt";
  return behind?.bound ?? before?.bound ?? "eq";
}

function isQuantity(reading: Reading, amount: Amount): boolean {
  const { text, folded } = reading;
  const { start, end } = amount.number;
  if (amount.unit?.kind === "share" && moneyBehind.test(folded.slice(amount.end, amount.end + 7))) return false;
  if (isListMark(folded, start, end) || strayZero.test(folded.slice(Math.max(0, start - 3), start))) return false;
  const bare = amount.unit === null;
  if (
    bare &&
    !(bareCue.test(folded.slice(Math.max(0, start - 20), start)) && clauseEnd.test(folded.slice(end, end + 5)))
  ) {
    return false;
  }
  const counts = bare || amount.unit?.kind === "count";
  const sure = amount.unit !== null && !amount.unit.guessed;
  if (counts && !sure && isTime(reading, end)) return false;
  if (counts && namesSomething(reading, start) && (!sure || mayName(reading, start, amount.value))) return false;
  if ((bare || amount.unit?.guessed) && isYear(folded, start, end)) return false;
  if (isDigit(reading.units[start] ?? 0)) return true;
  return isNumeralInWords(text, folded, amount);
}

function isYear(folded: string, start: number, end: number): boolean {
  return /^(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?$/.test(folded.slice(start, end));
}

/** "một" is an article; "Hai Bà", "Thanh Ba" are names; a single word counts only a noun of the table. */
function isNumeralInWords(text: string, folded: string, amount: Amount): boolean {
  const { start, end } = amount.number;
  const words = folded.slice(start, end);
  if (words.includes(" ")) return true;
  if (words === "một" || amount.unit === null || amount.unit.guessed) return false;
  if (text.charAt(start) === folded.charAt(start)) return true;
  const next = text.charAt(end + 1);
  const beginsName = isLetter(next.charCodeAt(0)) && next !== next.toLowerCase();
  return !beginsName && !/\p{Lu}\p{Ll}* $/u.test(text.slice(Math.max(0, start - 9), start));
}
