import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { folded } from "../words.js";
import {
  aims,
  allots,
  announces,
  decided,
  decisive,
  doneHeading,
  fulfilled,
  fulfilledWords,
  heldToPlan,
  strongDone,
  strongTarget,
  targetHeading,
  tells,
  weakDone,
  weakTarget,
} from "./class-cues.js";
import type { Clause } from "./clauses.js";
import type { Group } from "./group.js";

export type FigureClass = "target" | "achievement";

/** The first cue before the number decides, the nearest and the strongest first; `null` where none stands. */
export function classByCue(
  reading: Reading,
  clause: Clause,
  group: Group,
  section: FigureClass | null,
): FigureClass | null {
  if (doneAgainst(group)) return "achievement";
  const said = (from: number, to: number): string => {
    const words = withoutPlanRatios(reading.folded.slice(from, to)).replace(keeping, " ");
    // "3 xã (lũy kế 7 xã)" in a list of targets is what they come to
    return section === "target" ? words.replace(/lũy kế/g, " ") : words;
  };
  const own = said(clause.start, group.quantity?.value.number.start ?? group.start);
  const byOwn = nearest(own) ?? (decided.test(own) ? "target" : null);
  if (byOwn) return byOwn;
  const earlier = said(clause.sentence.start, clause.start);
  const byEarlier = nearestLead(earlier) ?? (decided.test(earlier) ? "target" : null);
  if (byEarlier) return byEarlier;
  if (section !== "target" && weakDone.test(own)) return "achievement";
  const held = folded(reading, { start: clause.start, end: Math.max(group.end, clause.start) });
  return section !== "target" && heldToPlan.test(held) && !weakTarget.test(own + earlier) ? "achievement" : null;
}

/** The last cue of the clause itself. */
function nearest(words: string): FigureClass | null {
  const target = lastIndex(strongTarget, words);
  const done = lastIndex(strongDone, words);
  if (target < 0 && done < 0) return null;
  return target >= done ? "target" : "achievement";
}

/** What the clauses before in the sentence led with: a list opened by "phấn đấu" stays one, unless results open anew. */
function nearestLead(words: string): FigureClass | null {
  const target = lastIndex(strongTarget, words);
  if (target < 0) return lastIndex(strongDone, words) >= 0 ? "achievement" : null;
  return /(?:kết quả|đạt được|ước đạt|ước thực hiện)[^;]{0,120}:/.test(words.slice(target)) ? "achievement" : "target";
}

/** What rose against last year has happened. */
function doneAgainst(group: Group): boolean {
  return group.comparisons.some((one) => one.basis === "same_period");
}

const tasksDone = swift(
  /(?:một số|các|nhiều|\d+\/\d+) chỉ tiêu(?: (?!phấn đấu)\p{L}+){0,5}? (?:đạt|vượt|hoàn thành)(?: khá| và| vượt| cao| tốt)*(?= |:|,)/gu,
);
const shareOfPlan = /\d ?%[^,;.]{0,8}(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)[^,;.]{0,30}/g;
/** "duy trì kết quả giảm nghèo" is aimed at */
const keeping = /(?:duy trì|giữ vững|phát huy|củng cố)(?: và [^,;:]{2,20}?)? (?:các |những )?(?:kết quả|thành quả)/g;
const namesPlan = /chỉ tiêu|mục tiêu|kế hoạch|dự toán|nghị quyết/;

/** "đạt 41,5% chỉ tiêu giao" names a plan to hold a result against, and sets none. */
function withoutPlanRatios(words: string): string {
  if (!namesPlan.test(words)) return words;
  return words.replace(fulfilledWords, " kết quả ").replace(tasksDone, " kết quả ").replace(shareOfPlan, " ");
}

/** @param pattern with the global flag */
function lastIndex(pattern: RegExp, words: string): number {
  pattern.lastIndex = 0;
  let last = -1;
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) last = match.index;
  return last;
}

/** The class that a heading or the opening of a list gives to what follows: "Chỉ tiêu cụ thể:". */
export function classByHeading(reading: Reading, clause: Clause): FigureClass | null {
  const words = folded(reading, clause);
  const leads =
    /:\s*$/.test(words) ||
    (clause.opensLine && words.length < 140 && clause.end >= clause.line.end && !/[.]$/.test(words));
  if (!leads) return null;
  const target = lastIndex(targetHeading, words);
  const done = lastIndex(doneHeading, words);
  if (target < 0 && done < 0) return null;
  const told = /kết quả|đạt được|đã đạt|tình hình/.test(words) || fulfilled.test(words);
  return told && !/phấn đấu|phương hướng/.test(words) ? "achievement" : target >= 0 ? "target" : "achievement";
}

/** "phấn đấu" that tells of effort or of the tasks as a whole sets no figure. */
function isPraise(words: string): boolean {
  const rest = words.replace(
    /phấn đấu (?:của|hoàn thành (?:thắng lợi|tốt|xuất sắc|toàn diện)? ?(?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|thực hiện thắng lợi)|nỗ lực phấn đấu|phấn đấu vươn lên/g,
    " ",
  );
  return !aims.test(rest);
}

/** The class that a sentence gives to those behind it. */
export function classOfSentence(reading: Reading, clause: Clause): FigureClass | null {
  const sentence = folded(reading, clause.sentence);
  if (!decisive.test(sentence)) return null;
  const words = withoutPlanRatios(sentence);
  if (announces.test(words)) return null;
  // what is fulfilled has been taken out
  if (
    words !== sentence &&
    fulfilled.test(sentence) &&
    !/phấn đấu|phương hướng|để hoàn thành|nhằm hoàn thành/.test(words)
  )
    return "achievement";
  if ((aims.test(words) && !isPraise(words)) || allots.test(words)) return "target";
  return tells.test(words) ? "achievement" : null;
}
