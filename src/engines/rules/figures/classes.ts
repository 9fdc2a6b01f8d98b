import type { Reading } from "../../vietnamese/reading.js";
import type { Clause } from "./clauses.js";
import type { Group } from "./groups.js";
import { folded, wholeWords } from "./words.js";

export type FigureClass = "target" | "achievement";

/** What is aimed at. */
const targetWords = [
  "phấn đấu", "phần đấu", "mục tiêu", "chỉ tiêu cụ thể", "chỉ tiêu chủ yếu", "các chỉ tiêu", "chỉ tiêu", "đặt ra", "dự kiến", "sẽ", "đề ra", "phương hướng", "nhiệm vụ trọng tâm", "dự toán", "phân bổ", "đặt mục tiêu",
  "tiếp tục phấn đấu", "kế hoạch", "định hướng", "yêu cầu", "giao chỉ tiêu", "nhiệm vụ, giải pháp", "thông qua", "quyết nghị", "phân đấu", "kỳ vọng", "hướng tới", "cam kết", "đồng ý hỗ trợ", "tầm nhìn", "đăng ký",
];
/** Words that set a target whatever else stands in the sentence. */
const strongTarget = wholeWords(["phấn đấu", "phần đấu", "phân đấu", "mục tiêu là", "mục tiêu đến", "với mục tiêu", "mục tiêu cụ thể", "các mục tiêu", "chỉ tiêu cụ thể", "đặt mục tiêu", "dự kiến", "sẽ", "chỉ tiêu chủ yếu", "các chỉ tiêu chủ yếu", "đồng ý hỗ trợ", "hướng tới", "tầm nhìn", "đề ra chỉ tiêu", "đề ra các chỉ tiêu", "đề ra mục tiêu", "một số chỉ tiêu", "các chỉ tiêu", "dự toán thu", "dự toán chi"]);
const weakTarget = wholeWords(targetWords);
/** What has been done. */
const strongDone = wholeWords(["ước đạt", "ước thực hiện", "đạt được", "so với cùng kỳ", "cùng kỳ", "kết quả", "ước", "lũy kế", "tính đến", "đến nay", "hiện nay", "hiện có", "trong năm qua", "thời gian qua", "nhiệm kỳ qua", "vừa qua"]);
/** "đã" also stands within indicators ("lao động đã qua đào tạo"), so it does not leave a list of targets. */
const weakDone = wholeWords(["đã"]);
const heldToPlan = /(?:đạt|bằng|hoàn thành|vượt) [^,;.]{0,30}(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)/u;

/** The first cue before the number decides, the nearest and the strongest first; `null` where none stands. */
export function classByCue(reading: Reading, clause: Clause, group: Group, section: FigureClass | null): FigureClass | null {
  if (doneAgainst(group)) return "achievement";
  const own = withoutPlanRatios(reading.folded.slice(clause.start, group.quantity?.value.number.start ?? group.start));
  const byOwn = nearest(own) ?? (decided.test(own) ? "target" : null);
  if (byOwn) return byOwn;
  const earlier = withoutPlanRatios(reading.folded.slice(clause.sentence.start, clause.start));
  const byEarlier = nearestLead(earlier) ?? (decided.test(earlier) ? "target" : null);
  if (byEarlier) return byEarlier;
  if (section !== "target" && weakDone.test(own)) return "achievement";
  const held = folded(reading, { start: clause.start, end: Math.max(group.end, clause.start) });
  return section !== "target" && heldToPlan.test(held) && !weakTarget.test(own + earlier) ? "achievement" : null;
}

/** What a session decides is a target: "theo Nghị quyết, tổng thu …", "HĐND thống nhất đầu tư …". */
const decided = /(?<!\p{L})theo (?:đó, )?nghị quyết|(?<!\p{L})nghị quyết (?:cũng )?(?:xác định|nêu rõ|đề ra|quy định|giao)|(?<!\p{L})(?:hđnd|kỳ họp|đại biểu)(?!\p{L})[^.;]{0,60}(?:thống nhất|thông qua|quyết nghị|quyết định|phê chuẩn|phê duyệt)(?!\p{L})/u;

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
  return /(?:kết quả|đạt được|ước đạt|ước thực hiện)[^;]{0,120}:/u.test(words.slice(target)) ? "achievement" : "target";
}

/** What rose against last year has happened. */
function doneAgainst(group: Group): boolean {
  return group.comparisons.some((one) => one.basis === "same_period");
}

/** "đạt 41,5% chỉ tiêu giao" names a plan to hold a result against, and sets none. */
function withoutPlanRatios(words: string): string {
  return words.replace(fulfilledWords, " kết quả ").replace(/\d ?%[^,;.]{0,8}(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|nghị quyết)[^,;.]{0,30}/gu, " ");
}

function lastIndex(pattern: RegExp, words: string): number {
  let last = -1;
  for (const match of words.matchAll(new RegExp(pattern.source, "gu"))) last = match.index;
  return last;
}

const targetHeading = wholeWords(["chỉ tiêu", "mục tiêu", "phấn đấu", "phương hướng", "dự toán", "kế hoạch", "nhiệm vụ", "phân bổ", "phân đấu", "phần đấu", "dự kiến"]);
const doneHeading = wholeWords(["kết quả", "đạt được", "tình hình thực hiện", "đã đạt", "thực hiện nhiệm vụ", "nổi bật", "đánh giá"]);

/** The class that a heading or the opening of a list gives to what follows: "Chỉ tiêu cụ thể:". */
export function classByHeading(reading: Reading, clause: Clause): FigureClass | null {
  const words = folded(reading, clause);
  const leads = /:\s*$/u.test(words) || (clause.opensLine && words.length < 140 && clause.end >= clause.line.end && !/[.]$/u.test(words));
  if (!leads) return null;
  const target = lastIndex(targetHeading, words);
  const done = lastIndex(doneHeading, words);
  if (target < 0 && done < 0) return null;
  return done >= 0 && /kết quả|đạt được|đã đạt/u.test(words) && !/phấn đấu|phương hướng/u.test(words) ? "achievement" : target >= 0 ? "target" : "achievement";
}

/** The opening of a report names what it looks back on and what it plans, and decides neither. */
const announces = /(?<!\p{L})(?:tổ chức|diễn ra|khai mạc|bế mạc|tiến hành|chủ trì)(?!\p{L})[^.]{0,120}(?<!\p{L})(?:kỳ họp|hội nghị|phiên họp|buổi|tổng kết|sơ kết|đại hội)(?!\p{L})|(?<!\p{L})(?:kỳ họp|hội nghị|phiên họp)(?!\p{L})[^.]{0,80}(?<!\p{L})(?:nhằm|để|đánh giá|xem xét)(?!\p{L})/u;
const fulfilled = /(?<!\p{L})(?<!(?:phấn đấu|để|nhằm|quyết tâm|phải|cần|tập trung|tiếp tục) )(?:hoàn thành|đạt|thực hiện)(?: (?:và|vượt|tốt|thắng lợi|xuất sắc|cơ bản|đạt|toàn diện|vượt mức)){0,3} (?:các |hầu hết các |nhiều |tất cả các |\d+(?:\/\d+)? )?(?:mục tiêu|chỉ tiêu|kế hoạch)/u;
const fulfilledWords = new RegExp(fulfilled.source, "gu");
const aims = /(?<!\p{L})(?:phấn đấu|phần đấu|phân đấu|mục tiêu cụ thể|chỉ tiêu cụ thể|chỉ tiêu chủ yếu|phương hướng|đặt mục tiêu|mục tiêu (?:là|đến|phấn đấu|năm|tổng quát)|(?:đề ra|đặt ra|xác định|giao|thông qua) (?:các |một số |\d+ )?(?:nhóm )?(?:chỉ tiêu|mục tiêu)|chỉ tiêu[^:.;]{0,60}:)(?!\p{L})/u;
const tells = /(?<!\p{L})(?:kết quả|ước đạt|đã đạt được|cụ thể như|đạt được (?:những|nhiều|các)|năm qua|thời gian qua|nhiệm kỳ qua)(?!\p{L})/u;

/** "phấn đấu" that tells of effort or of the tasks as a whole sets no figure. */
function isPraise(words: string): boolean {
  const rest = words.replace(/phấn đấu (?:của|hoàn thành (?:thắng lợi|tốt|xuất sắc|toàn diện)? ?(?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ)|thực hiện thắng lợi)|nỗ lực phấn đấu|phấn đấu vươn lên/gu, " ");
  return !aims.test(rest);
}

/** The class that a sentence gives to those behind it. */
export function classOfSentence(reading: Reading, clause: Clause): FigureClass | null {
  const words = withoutPlanRatios(folded(reading, clause.sentence));
  if (announces.test(words)) return null;
  if (fulfilled.test(words) && !/phấn đấu|phương hướng|để hoàn thành|nhằm hoàn thành/u.test(words)) return "achievement";
  if (aims.test(words) && !isPraise(words)) return "target";
  return tells.test(words) ? "achievement" : null;
}
