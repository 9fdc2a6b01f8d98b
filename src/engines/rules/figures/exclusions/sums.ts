import { isDigit } from "../../../../vietnamese/text/characters.js";
import { swift } from "../../../../vietnamese/text/patterns.js";
import type { Around } from "./around.js";

/** "(Hai ngàn, một trăm chín mươi chín tỷ … đồng)": the sum of the line above in words. */
const sumInWords = swift(/^\((?:bằng chữ ?:? ?)?[\p{L} ,]{20,}đồng ?\.?\) ?\.?$/u);
/** "15 tỷ đồng (mười lăm tỷ đồng)": the sum said again in words */
const bracketBehindSum = /đồng[a-z/]{0,6},? ?\((?:bằng chữ:? ?|viết bằng chữ:? ?)?$/;
const longestSum = 300;

/** Prices and rates of support: sums a thing or person gets. */
const perPiece = /^(?:VND|USD)\/(?:\{(?!người|hộ|khẩu)|kg|t$|L|m2$|m3)/;
const priced = swift(
  /(?<!\p{L})(?:giá bán|mỗi suất|mỗi phần quà|trị giá mỗi|với giá(?! trị)|mức phạt|học phí|mức hỗ trợ|mức chi|mức đóng|mức vay|mệnh giá|phạt tiền)(?!\p{L})/u,
);
const wrote = /bằng chữ/;

/** Whether the number is a price or a rate of support, or says a sum again in words. */
export function isPriceOrSumAgain(around: Around): boolean {
  const { reading, quantity, clause, before } = around;
  const { unit } = quantity.value;
  if ((unit && perPiece.test(unit)) || priced.test(before.slice(-40))) return true;
  if (sumInWords.test(reading.folded.slice(clause.line.start, clause.line.end)) || isSumAgain(around)) return true;
  return wrote.test(before.slice(-60)) && before.lastIndexOf("(") > before.lastIndexOf(")");
}

/** A number of the words in a bracket that says again the sum before it. */
function isSumAgain({ reading, quantity, clause }: Around): boolean {
  if (isDigit(reading.units[quantity.value.number.start] ?? 0)) return false;
  const from = Math.max(clause.line.start, quantity.start - longestSum);
  const before = reading.folded.slice(from, quantity.start);
  const opens = before.lastIndexOf("(") + 1;
  if (opens === 0 || !bracketBehindSum.test(before.slice(Math.max(0, opens - 40), opens))) return false;
  const behind = reading.folded.slice(from + opens, from + opens + longestSum);
  return /^[^()\d]+đồng(?: chẵn)?[./]{0,2} ?\)/.test(behind);
}
