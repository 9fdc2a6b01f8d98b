import { readOrdinal } from "./numbers/ordinal-numerals.js";
import { matchAt, swift, wordEnd, wordStart } from "./text/patterns.js";
import type { Found, Reading } from "./text/reading.js";
import { matchesAt, opening } from "./text/word-places.js";

const nthOpenings = opening(["lần"]);
const nthTime = swift(`${wordStart}lần(?= (?:thứ |(?:[ivxlc]{1,6}|\\d{1,2})(?![\\p{L}\\d])))`, "y");
const congress = swift(`${wordStart}(?:đại hội|hội nghị(?! trung ương))${wordEnd}`, "g");
const games = swift(" (?:thể dục|thể thao|tdtt)", "y");
/** words before "đại hội" that say that it is cited, prepared or remembered */
const spokenOf = swift(
  /(?<!\p{L})(?:nghị quyết|văn kiện|chào mừng|hướng tới|tiến tới|chuẩn bị|phục vụ|mừng|sau|trước|từ|các) {1,3}$/u,
);
const farthest = 120;

/**
 * Which congress of the Party, the Front or the unions, or which conference of their committee: the ordinal of "Đại hội
 * … lần thứ Nhất", of "Hội nghị Ban Chấp hành … lần thứ 14", without the words between. Congresses that are only spoken of ("Nghị quyết Đại hội … lần thứ XIII") are none.
 */
export function findCongresses(reading: Reading): Found<number>[] {
  const { folded } = reading;
  return matchesAt(reading, nthOpenings, nthTime).flatMap(({ index }) => {
    const before = folded.slice(Math.max(0, index - farthest), index);
    const clause = before.slice(Math.max(...[".", ";", "\n", "kỳ họp"].map((mark) => before.lastIndexOf(mark) + 1)));
    const named = [...clause.matchAll(congress)].at(-1);
    const ordinal = readOrdinal(reading, index);
    if (!ordinal || !named || spokenOf.test(clause.slice(0, named.index))) return [];
    if (matchAt(games, clause, named.index + named[0].length)) return [];
    return [{ start: index, end: ordinal.end, rule: `${named[0]} + lần thứ`, value: ordinal.number }];
  });
}
