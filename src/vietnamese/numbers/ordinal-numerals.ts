import { matchAt, swift } from "../text/patterns.js";
import type { Folded } from "../text/reading.js";
import { readNumberWords } from "./number-words.js";
import { readRoman } from "./romans.js";

/** Ordinals that are not the number's own word. */
const ordinalWords: Readonly<Record<string, number>> = { nhất: 1, nhì: 2, tư: 4 };

const numbered = swift(
  " ?(?<lead>(?:lần )?thứ|lần|số)? ?(?<numeral>\\d{1,2}(?!\\p{L}|\\d|[/.,]\\d|%)|[ivxlc]{1,7}(?![\\p{L}\\d]))?",
  "y",
);
/** "kỳ họp 3 ngày" is a length; behind "thứ" any number is an ordinal */
const notLength = swift(" (?:ngày|buổi|giờ|phút|năm|tháng|tuần|nội dung|lần)(?!\\p{L})", "y");

/** "thứ Ba", "lần thứ 23", "thứ XII", "10": the ordinal that follows a gap at `at`. */
export function readOrdinal(text: Folded, at: number): { readonly end: number; readonly number: number } | null {
  const { folded } = text;
  const match = matchAt(numbered, folded, at);
  const { lead, numeral } = match?.groups ?? {};
  const end = at + (match?.[0].length ?? 0);
  if (numeral !== undefined) {
    const number = /^\d/.test(numeral) ? Number(numeral) : (readRoman(numeral) ?? 0);
    const ordinal = lead?.endsWith("thứ") ?? false;
    const bareRoman = lead === undefined && !/^\d/.test(numeral);
    return number > 0 && !bareRoman && (ordinal || !matchAt(notLength, folded, end)) ? { end, number } : null;
  }
  if (!lead?.endsWith("thứ")) return null;
  const words = readNumberWords(text, end, { alone: true });
  if (words && words.value > 0) return { end: words.end, number: words.value };
  const word = /^\p{L}{1,5}/u.exec(folded.slice(end, end + 6))?.[0] ?? "";
  const number = ordinalWords[word];
  return number === undefined ? null : { end: end + word.length, number };
}
