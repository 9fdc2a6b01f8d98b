import { anyOf, swift } from "../../../../vietnamese/text/patterns.js";
import { wholeWords, wordList } from "../../words.js";
import type { QuantityMention } from "../number-verbs.js";
import type { Around } from "./around.js";

/** Nouns whose count is the meeting's own business and no result: agenda items, papers, tasks, people present. */
const meetingNouns = wordList(`
  nhiệm vụ; nhóm nhiệm vụ; chỉ tiêu; giải pháp; nhóm giải pháp; nghị quyết; dự thảo nghị quyết; báo cáo;
  tờ trình; nội dung; đại biểu; vị đại biểu; kỳ họp; phiên; phiên họp; lượt ý kiến; điều; phần; chương; ban;
  khâu; vấn đề; mục tiêu; nhóm; đồng chí đại biểu; chuyên đề; quyết định; trụ cột; hợp phần; lĩnh vực;
  nhóm vấn đề; câu hỏi; bước; yếu tố; nguyên nhân; bài học; hạng; điểm cầu; ủy viên; khâu đột phá; cấp;
  thành viên; tổ đại biểu; kết luận; phiếu; đại biểu hđnd; ngày; giai đoạn; trang; bản; người con; thế hệ;
  dấu; ông; bà; phó; nước; quốc gia; lần; mặt; loại; bên; phương án; chữ; câu; nq; cục; chi cục
`);
const meetingUnit = new RegExp(`^\\{(?:${anyOf(meetingNouns)})\\}$`, "u");
/** Votes, and "14/15 chỉ tiêu": how many of them were met tells nothing that was aimed at. */
const countedAlways = /^\{(?:đại biểu|phiếu|chỉ tiêu|nhiệm vụ)/i;
/** No session passes so many resolutions: they are a council's of its whole term, and that is a result. */
const mostAtOnce = 60;

const isOfWholeTerm = ({ value: { unit, value } }: QuantityMention): boolean =>
  /^\{(?:nghị quyết|nhóm|thành viên)\}$/.test(unit ?? "") && value > mostAtOnce;

/** Votes and attendance. */
const voting = wholeWords(
  wordList(`
  tán thành; biểu quyết; bỏ phiếu; phiếu tín nhiệm; số phiếu; phiếu bầu; đại biểu có mặt; đại biểu tham dự;
  đại biểu dự; trúng cử; tín nhiệm cao
`),
);
const attendance = wholeWords(
  wordList(`
  tham dự; sự tham dự; về dự; dự kỳ họp; dự hội nghị; đến dự; có mặt; dự họp; dự đại hội; tham gia dự; cùng dự;
  dự có; dự khai mạc; dự lễ; chào đón; đón tiếp
`),
);
/** Elections and appointments. */
const elected = swift(
  /(?<!\p{L})(?:bầu|hiệp thương|cử ra|bầu bổ sung|miễn nhiệm|trúng cử|bổ nhiệm|chỉ định)(?!\p{L})/u,
);
const people = /^\{(?:đồng chí|ủy viên|người|đại biểu|thành viên|phó chủ tịch|chủ tịch|vị|đ\/c|đảng viên|cán bộ)\}$/i;
/** Proposals are no targets unless the meeting sets them. */
const proposal = swift(
  /(?<!\p{L})(?:đề nghị|(?<!ý kiến, |có |các |những |giải quyết )kiến nghị|đề xuất|xin chủ trương)(?! (?:tặng|trao|khen|công nhận|xét|biểu dương|cấp bằng))(?!\p{L})/u,
);
const requested = swift(/(?<!\p{L})đề nghị (?!tặng|trao|khen|công nhận|xét|biểu dương)/u);

/** Whether what is counted is the meeting's own: its papers and tasks, its votes, who came, whom it elected, what it was asked for. */
export function isMeetingsOwn({ reading, quantity, clause, before, lead, sentence }: Around): boolean {
  const { unit, outOf } = quantity.value;
  if (unit && outOf === null && meetingUnit.test(unit.toLowerCase()) && !isOfWholeTerm(quantity)) return true;
  if (outOf !== null && countedAlways.test(unit ?? "")) return true;
  const words = reading.folded.slice(clause.start, clause.end);
  if (voting.test(words) && !/cử tri|bầu cử/.test(words)) return true;
  if (unit?.startsWith("{")) {
    if (/^(?:cùng |tham |về |đến )?dự (?!toán|án|kiến|báo|phòng|thảo)/.test(sentence)) return true;
    if (attendance.test(sentence) && /đại biểu|đồng chí|khách mời|đại diện/.test(sentence)) return true;
  }
  if (unit && people.test(unit) && elected.test(before) && !/bầu cử/.test(before)) return true;
  return proposal.test(before) || requested.test(lead);
}
