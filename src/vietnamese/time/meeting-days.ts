import { allMatches, swift, wordEnd, wordStart } from "../text/patterns.js";
import { type Found, oncePerReading, type Reading } from "../text/reading.js";
import { fewPattern, readFew } from "./time-words.js";

const lasted = swift(
  `${wordStart}(?:sau|trong|qua) (?:(?<more>hơn|trên)|gần)? ?(?<whole>${fewPattern})(?<half>,5)? ngày(?<worded> rưỡi)? (?:làm việc|họp|diễn ra|tiến hành|thảo luận)${wordEnd}`,
  "g",
);

/**
 * On how many days a meeting sat, a day begun counted as one: "sau 2 ngày làm việc" → 2, "sau hơn 02 ngày làm việc" and
 * "qua 2,5 ngày họp" → 3.
 */
export const findMeetingDays = oncePerReading(({ folded }: Reading): readonly Found<number>[] =>
  allMatches(lasted, folded).map(({ index, 0: { length }, groups }) => {
    const { whole = "", more, half, worded } = groups ?? {};
    const begun = more || half || worded ? 1 : 0;
    return { start: index, end: index + length, rule: "sau + n + ngày làm việc", value: readFew(whole) + begun };
  }),
);
