import { skipSpaces, tokenEnd } from "../text/lexicon.js";
import type { Folded } from "../text/reading.js";
import { WordSieve } from "../text/word-sieve.js";

/** What a number word does in a numeral; an "after tens" word means its digit only behind mười or mươi. */
type Role = "digit" | "after tens" | "link" | "ten" | "tens" | "hundred" | "scale";

/** Every number word, once. Of words that mean the same the first is the one that is written. */
const numberWords: Readonly<Record<string, readonly [Role, number]>> = {
  không: ["digit", 0],
  một: ["digit", 1],
  hai: ["digit", 2],
  ba: ["digit", 3],
  bốn: ["digit", 4],
  năm: ["digit", 5],
  sáu: ["digit", 6],
  bảy: ["digit", 7],
  bẩy: ["digit", 7],
  tám: ["digit", 8],
  chín: ["digit", 9],
  mốt: ["after tens", 1],
  tư: ["after tens", 4],
  lăm: ["after tens", 5],
  nhăm: ["after tens", 5],
  linh: ["link", 0],
  lẻ: ["link", 0],
  mười: ["ten", 10],
  mươi: ["tens", 10],
  chục: ["tens", 10],
  trăm: ["hundred", 100],
  nghìn: ["scale", 1e3],
  ngàn: ["scale", 1e3],
  vạn: ["scale", 1e4],
  triệu: ["scale", 1e6],
  tỷ: ["scale", 1e9],
  tỉ: ["scale", 1e9],
};

const entries = Object.entries(numberWords);
const digitWords = new WordSieve(
  entries.filter(([, [role]]) => role === "digit" || role === "ten").map(([word]) => word),
);

/** Syllables before which a number word is half of another word: tỷ lệ, triệu tập, tư vấn. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  tỷ: ["lệ", "số", "suất", "trọng", "giá"],
  tỉ: ["lệ", "số", "suất", "trọng", "giá"],
  triệu: ["tập", "hồi"],
  tư: ["vấn", "nhân", "liệu", "pháp", "tưởng", "cách", "thục", "lệnh"],
};

/** Words that are more often no numeral (không "not", năm "year"): read before tens, hundreds and scales only. */
const doubtful = ["không", "năm"];

/** More syllables than the longest numeral has, so that reading takes bounded time wherever it starts. */
const mostWords = 40;

export interface NumberWordOptions {
  /** read 'năm' as five and 'không' as zero where the word stands alone */
  readonly alone?: boolean;
}

interface NumberWord {
  readonly role: Role;
  readonly value: number;
  readonly end: number;
}

/** Whether a numeral in words may begin at `at`: `false` is sure. */
export const mayBeginNumberWords = ({ units }: Folded, at: number): boolean => digitWords.mayHoldAt(units, at);

/**
 * The longest numeral in words that begins at `at`: "hai mươi lăm" → 25, "ba nghìn tỷ" → 3e12. A scale never begins
 * one, and 'năm' is five only within a longer numeral ("năm trăm") unless `alone` is given.
 * @param at a word's beginning
 */
export function readNumberWords(
  text: Folded,
  at: number,
  options: NumberWordOptions = {},
): { readonly end: number; readonly value: number } | null {
  if (!digitWords.mayHoldAt(text.units, at)) return null;
  const words = wordsFrom(text, at, options.alone ?? false);
  let best: { end: number; value: number } | null = null;
  let billions = 0;
  let section = 0;
  let ceiling = Number.POSITIVE_INFINITY;
  for (let i = 0; ceiling > 1; ) {
    const group = readGroup(words, i);
    if (!group) break;
    const scale = words[group.next];
    if (scale?.role === "scale" && scale.value < 1e9) {
      if (scale.value >= ceiling) break;
      section += group.value * scale.value;
      ceiling = scale.value;
      i = group.next + 1;
    } else {
      // "hai triệu ba" is colloquial for 2.3 million, "hai nghìn, ba …" no numeral at all
      if (i > 0 && group.next === i + 1 && group.value < 10) break;
      section += group.value;
      ceiling = 1;
      i = group.next;
    }
    const billion = words[i];
    if (billion?.value === 1e9 && billions === 0) {
      billions = section;
      section = 0;
      ceiling = 1e9;
      i++;
    }
    const value = billions * 1e9 + section;
    const last = words[i - 1];
    if (!last || !Number.isSafeInteger(value)) break;
    best = { end: last.end, value };
  }
  return best;
}

function wordsFrom({ folded, units }: Folded, at: number, alone: boolean): readonly NumberWord[] {
  const words: NumberWord[] = [];
  for (let i = at; i < folded.length && words.length < mostWords; ) {
    const end = tokenEnd(units, i);
    const text = folded.slice(i, end);
    const entry = Object.hasOwn(numberWords, text) ? numberWords[text] : undefined;
    if (!entry) break;
    const nextAt = skipSpaces(units, end);
    const nextText = folded.slice(nextAt, tokenEnd(units, nextAt));
    if (otherWords[text]?.includes(nextText)) break;
    const [role, value] = entry;
    if (doubtful.includes(text) && words.at(-1)?.role !== "link" && !multiplies({ folded, units }, nextAt, nextText)) {
      if (alone && words.length === 0) words.push({ role, value, end });
      break;
    }
    words.push({ role, value, end });
    i = nextAt;
  }
  return words;
}

function multiplies({ folded, units }: Folded, at: number, text: string): boolean {
  const [role] = (Object.hasOwn(numberWords, text) && numberWords[text]) || [];
  if (role !== "tens" && role !== "hundred" && role !== "scale") return false;
  const after = skipSpaces(units, at + text.length);
  return !otherWords[text]?.includes(folded.slice(after, tokenEnd(units, after)));
}

/** A numeral below a thousand that begins at word `i`. */
function readGroup(words: readonly NumberWord[], i: number): { next: number; value: number } | null {
  const first = words[i];
  if (first?.role === "digit" && words[i + 1]?.role === "hundred") {
    const rest = readTens(words, i + 2) ?? readLinked(words, i + 2);
    return { next: rest?.next ?? i + 2, value: first.value * 100 + (rest?.value ?? 0) };
  }
  const tens = readTens(words, i) ?? (i > 0 ? readLinked(words, i) : null);
  if (tens) return tens;
  return first?.role === "digit" ? { next: i + 1, value: first.value } : null;
}

function readTens(words: readonly NumberWord[], i: number): { next: number; value: number } | null {
  const first = words[i];
  const second = words[i + 1];
  if (first?.role === "ten") return withUnit(words, i + 1, 10);
  if (first?.role !== "digit" || !second) return null;
  if (second.role === "tens") return withUnit(words, i + 2, first.value * 10);
  // "hai lăm", but not "ba tư"
  if (second.role === "after tens" && second.value !== 4)
    return { next: i + 2, value: first.value * 10 + second.value };
  return null;
}

function withUnit(words: readonly NumberWord[], i: number, tens: number): { next: number; value: number } {
  const unit = words[i];
  const stands = unit?.role === "after tens" || (unit?.role === "digit" && unit.value > 0);
  // "hai mươi hai trăm" holds no 22
  return stands && words[i + 1]?.role !== "hundred" && words[i + 1]?.role !== "tens"
    ? { next: i + 1, value: tens + unit.value }
    : { next: i, value: tens };
}

function readLinked(words: readonly NumberWord[], i: number): { next: number; value: number } | null {
  const unit = words[i + 1];
  return words[i]?.role === "link" && unit?.role === "digit" ? { next: i + 2, value: unit.value } : null;
}

const wordOf = (role: Role, value: number): string =>
  entries.find(([, [itsRole, itsValue]]) => itsRole === role && itsValue === value)?.[0] ?? "";
const digitWord = (value: number): string => wordOf("digit", value);
const scales = [1e6, 1e3, 1];

/**
 * A whole number in words, as a resolution prints it after "Bằng chữ": 3005 → "ba nghìn không trăm linh năm".
 * @throws RangeError unless `value` is an integer from 0 to 2^53 - 1
 */
export function writeNumberWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`No whole number to write in words: ${value}`);
  if (value < 10) return digitWord(value);
  const written: string[] = [];
  const billions = Math.floor(value / 1e9);
  if (billions > 0) written.push(writeNumberWords(billions), wordOf("scale", 1e9));
  for (const scale of scales) {
    const group = Math.floor((value % 1e9) / scale) % 1000;
    if (group === 0) continue;
    written.push(...groupWords(group, written.length > 0));
    if (scale > 1) written.push(wordOf("scale", scale));
  }
  return written.join(" ");
}

/** @param full whether the hundreds are told even where there are none: "không trăm linh năm" */
function groupWords(group: number, full: boolean): readonly string[] {
  const [hundreds, tens, unit] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const told = full || hundreds > 0;
  const words = told ? [digitWord(hundreds), wordOf("hundred", 100)] : [];
  if (tens === 0) {
    if (unit > 0) words.push(...(told ? [wordOf("link", 0)] : []), digitWord(unit));
    return words;
  }
  words.push(...(tens === 1 ? [wordOf("ten", 10)] : [digitWord(tens), wordOf("tens", 10)]));
  if (unit > 0) words.push((tens > 1 && unit === 1) || unit === 5 ? wordOf("after tens", unit) : digitWord(unit));
  return words;
}
