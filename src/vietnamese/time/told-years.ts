import { findCongresses } from "../congresses.js";
import { allMatches, matchAt, swift, wordEnd, wordStart } from "../text/patterns.js";
import type { Reading } from "../text/reading.js";
import { yearPattern } from "./time-words.js";

/** A congress elects for the years that begin with its own: "lần thứ X, nhiệm kỳ 2023 - 2028". */
const elected = swift(` ?[,(-]? ?nhiệm k[ỳì] (?:năm )?(?<year>${yearPattern})`, "y");
/** "Năm 2021 thu 46 tỷ đồng, 6 tháng đầu năm nay hơn 20 tỷ": the year named is the one before this year. */
const setAgainst = swift(
  `${wordStart}năm (?<year>${yearPattern})(?:(?!năm \\d)[^.;\\n]|\\.(?=\\d)){0,120}?${wordStart}năm nay${wordEnd}`,
  "g",
);

/** "tăng 3% so với cùng kỳ năm 2023": the news is of the year after. */
const sameTimeOf = swift(`${wordStart}cùng k[ỳì] (?:của )?năm (?<year>${yearPattern})`, "g");

/** "họp thường kỳ 10/2020": the month that a meeting is called by is its own. */
const calledBy = swift(
  `(?<!\\d)(?:0?[1-9]|1[0-2]) ?[/-] ?(?<year>${yearPattern})(?<=${wordStart}(?:thường k[ỳì]|định k[ỳì]|giao ban|phiên họp|cuộc họp|hội nghị) (?:tháng )?[\\d/ -]{6,10})`,
  "g",
);

/** The years in which the news must have happened by what the text says of a congress's mandate, of "năm nay", of "cùng kỳ" and of the meeting's month. */
export function toldYears(reading: Reading): readonly number[] {
  const { folded } = reading;
  const ofCongresses = findCongresses(reading).map(({ end }) =>
    Number(matchAt(elected, folded, end)?.groups?.["year"]),
  );
  const thisYear = allMatches(setAgainst, folded).map(({ groups }) => Number(groups?.["year"]) + 1);
  const afterSameTime = allMatches(sameTimeOf, folded).map(({ groups }) => Number(groups?.["year"]) + 1);
  const ofMeeting = allMatches(calledBy, folded).map(({ groups }) => Number(groups?.["year"]));
  return [...ofCongresses, ...thisYear, ...afterSameTime, ...ofMeeting].filter((year) => !Number.isNaN(year));
}
