import { isDigit, isLetter } from "../text/characters.js";
import { skipSpaces } from "../text/lexicon.js";
import { matchAt, swift } from "../text/patterns.js";
import type { Folded } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { type Decimal, decimal, plus, timesPowerOfTen, toNumber } from "./decimal.js";
import { readNumberWords } from "./number-words.js";
import { readScale } from "./scales.js";

/** A number as it is written, with the scale words that belong to it: "634 tỷ 620 triệu" is 634620000000. */
export interface Numeral extends Span {
  readonly value: number;
  /** the power of ten of its scale words, 0 where it has none: "57 nghìn tỷ" → 12 */
  readonly scale: number;
  /** written in digits, not in words */
  readonly inDigits: boolean;
}

/** Longer rows of digits are account numbers, not amounts. */
const maxDigits = 18;

interface Digits {
  readonly end: number;
  readonly value: Decimal;
}

// the groups of three are bounded so that a million digits cost no more than a million steps
const grouped = /\d{1,3}(?:\.\d{3}){1,5}(?!\d|\.\d)(?:,\d{1,9}(?!\d))?/y;
const groupedEnglish = /\d{1,3}(?:,\d{3}){2,5}(?!\d|,\d)(?:\.\d{1,9}(?!\d))?/y;
const plain = /\d{1,18}(?!\d)(?:[.,]\d{1,9}(?!\d))?(?![.,]\d)/y;
const alone = /\d{1,18}(?![\d.,]| \d)/y;
/** "1. 357 tỷ", "1 357 tỷ": a space slipped in, which only a unit behind it can tell from two numbers */
const spaced = /\d{1,3}(?:(?:\. | )\d{3}){1,4}(?![\d.]\d?)(?:,\d{1,9})?(?![\d,]\d)/y;
const wordAhead = swift(/\s\p{L}/uy);
const unitAhead = swift(/\s?(?:nghìn|ngàn|triệu|tỷ(?! lệ)|tỉ(?! lệ)|đồng|vnđ|usd|%|tấn|ha(?!\p{L})|m2|km)/uy);
/** a number after one of these is a name or an ordinal, so no thousands can follow it after a space */
const numberedThing =
  /(?:quý|tháng|ngày|năm|điều|khoản|điểm|số|lớp|phường|quận|thứ|lần|tổ|thôn|ấp|khóm|khu|đợt|kỳ|covid-)\s?$/;

/** The digits at `at`, dots for thousands and a comma for decimals; "3.5" and "1,234,567" are read as meant. */
function readDigits(folded: string, at: number): Digits | null {
  const match = (pattern: RegExp): string | null => matchAt(pattern, folded, at)?.[0] ?? null;
  // most numbers have neither marks nor spaces
  const bare = match(alone);
  if (bare) return digits(at, bare, bare, 0);
  const withSpaces = match(spaced);
  if (withSpaces && isOneNumber(folded, at, withSpaces)) return splitAt(at, withSpaces, ",");
  const dotted = match(grouped);
  if (dotted && !dotted.startsWith("0")) return splitAt(at, dotted, ",");
  const english = match(groupedEnglish);
  if (english && !english.startsWith("0")) return splitAt(at, english, ".");
  const simple = match(plain);
  if (!simple) return null;
  return splitAt(at, simple, simple.includes(",") ? "," : ".");
}

function isOneNumber(folded: string, at: number, written: string): boolean {
  const ahead =
    written.includes(". ") && /\p{L} $/u.test(folded.slice(Math.max(0, at - 2), at)) ? wordAhead : unitAhead;
  ahead.lastIndex = at + written.length;
  if (!ahead.test(folded)) return false;
  if (numberedThing.test(folded.slice(Math.max(0, at - 8), at))) return false;
  // "1. 357 tỷ" at the head of a line is a list's first item
  return !(written.includes(". ") && /(?:^|\n)\s*$/.test(folded.slice(Math.max(0, at - 4), at)));
}

function splitAt(at: number, written: string, mark: string): Digits | null {
  const [whole = "", fraction = ""] = written.split(mark);
  return digits(at, written, whole.replace(/\D/g, "") + fraction, fraction.length);
}

function digits(at: number, written: string, all: string, fraction: number): Digits | null {
  return all.length > maxDigits ? null : { end: at + written.length, value: decimal(all, fraction) };
}

/**
 * The number that begins exactly at `at`, in digits or in words, with its scale words: "63.034 triệu", "1 tỷ rưỡi",
 * "57 nghìn tỷ", "634 tỷ 620 triệu", "bảy nghìn không trăm tỷ".
 */
export function readNumeral(words: Folded, at: number, five = false): Numeral | null {
  const { folded, units } = words;
  const first = isDigit(units[at] ?? 0) ? readDigits(folded, at) : null;
  if (!first) return readWords(words, at, five);
  let { end, value } = first;
  const scale = readScale(words, skipSpaces(units, end));
  if (!scale)
    return endsCleanly(words, end) ? { start: at, end, value: toNumber(value), scale: 0, inDigits: true } : null;
  const thousands = scale.power === 3 ? readThousandsOf(words, scale.end, value) : null;
  if (thousands) return { start: at, inDigits: true, ...thousands };
  value = timesPowerOfTen(value, scale.power);
  end = scale.end;
  const half = readHalf(folded, end);
  if (half) {
    end = half;
    value = plus(value, { digits: 5n, exponent: scale.power - 1 });
  } else {
    ({ end, value } = readLowerScales(words, end, value, scale.power));
  }
  return { start: at, end, value: toNumber(value), scale: scale.power, inDigits: true };
}

const half = swift(/\s?rưỡi(?!\p{L})/uy);
const comma = / phẩy /y;

function readHalf(folded: string, at: number): number | null {
  half.lastIndex = at;
  return half.test(folded) ? half.lastIndex : null;
}

/** "hai mươi tám phẩy năm", "một triệu rưỡi", "hai vạn". */
function readWords(text: Folded, at: number, five: boolean): Numeral | null {
  const { folded } = text;
  const words = readNumberWords(text, at, { alone: five });
  if (!words) return null;
  const scale = trailingPower(words.value);
  const numeral = { start: at, end: words.end, value: words.value, scale, inDigits: false };
  comma.lastIndex = words.end;
  const fraction = comma.test(folded) ? readNumberWords(text, comma.lastIndex, { alone: true }) : null;
  if (fraction) return { ...numeral, end: fraction.end, value: Number(`${words.value}.${fraction.value}`) };
  const end = scale >= 3 ? readHalf(folded, words.end) : null;
  return end ? { ...numeral, end, value: words.value + 5 * 10 ** (scale - 1) } : numeral;
}

/** The power of the scale word that a numeral in words ends with, as its value shows it. */
function trailingPower(value: number): number {
  return [9, 6, 3].find((power) => value > 0 && value % 10 ** power === 0) ?? 0;
}

/** "634 tỷ 620 triệu": each further part has a smaller scale and fits below the one before. */
function readLowerScales(words: Folded, from: number, first: Decimal, firstPower: number): Digits {
  let end = from;
  let value = first;
  for (let power = firstPower; ; ) {
    const at = skipSpaces(words.units, end);
    const part = at > end ? readDigits(words.folded, at) : null;
    const scale = part && readScale(words, skipSpaces(words.units, part.end));
    if (!part || !scale || scale.power >= power || toNumber(part.value) >= 10 ** (power - scale.power)) break;
    value = plus(value, timesPowerOfTen(part.value, scale.power));
    end = scale.end;
    power = scale.power;
  }
  return { end, value };
}

/** "4 ngàn 872 tỷ": the thousands are of the larger scale that stands once, behind both. */
function readThousandsOf(words: Folded, from: number, first: Decimal): Pick<Numeral, "end" | "value" | "scale"> | null {
  const at = skipSpaces(words.units, from);
  const part = at > from ? readDigits(words.folded, at) : null;
  const scale = part && readScale(words, skipSpaces(words.units, part.end));
  if (!part || !scale || scale.power < 6 || toNumber(part.value) >= 1000) return null;
  const value = timesPowerOfTen(plus(timesPowerOfTen(first, 3), part.value), scale.power);
  return { end: scale.end, value: toNumber(value), scale: scale.power };
}

/** "1A" and "5K" are names; "1.000m" is a number with its unit, which the unit table decides. */
function endsCleanly({ folded, units }: Folded, end: number): boolean {
  return !isLetter(units[end] ?? 0) || /[a-zđµ]/.test(folded.charAt(end));
}
