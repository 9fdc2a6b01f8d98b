import type { Pipeline } from "../src/engines/pipeline.js";
import { allMatches, swift } from "../src/vietnamese/text/patterns.js";

// looks behind itself after its words: a look behind before them is tried at every letter
const meeting = swift(
  /(?<!\p{L})(?:hội nghị|buổi làm việc|phiên họp|cuộc họp|buổi họp(?! báo)|buổi thông tin|đại hội(?<!nghị quyết đại hội) (?:đại biểu|đảng bộ|mttq|hội|lần(?! thứ [\p{L}\d]+ (?:của )?đảng(?! bộ)))|đại hội(?<=(?:dự|tại|phục vụ) đại hội)(?! [ivx]+(?!\p{L})| đảng)|giao ban|tọa đàm|tổ chức (?:sơ|tổng) kết|(?:sơ|tổng) kết(?<=(?:ubnd|đảng ủy) [^,;.\n]{3,40} (?:sơ|tổng) kết) (?:tình hình|công tác|nhiệm vụ|năm|việc)|tiếp xúc cử tri(?<=(?:đại biểu|quốc hội|hđnd) (?:[^.;\n]|(?<=t[ptx])\.){0,80} tiếp xúc cử tri)(?<!(?:kế hoạch|sau|qua|công tác|đợt|kỳ|lịch|trước) tiếp xúc cử tri))(?!\p{L})/gu,
);
const held = swift(
  /(?<!\p{L})(?:tổ chức|chủ trì|diễn ra|khai mạc|sơ kết|tổng kết|giao ban|triển khai|tại buổi|có buổi|tại phiên|tại hội nghị|làm việc với|tiếp xúc cử tri|bế mạc|tiến hành|(?:dự|dự và chỉ đạo|phát biểu tại) đại hội|tại đại hội, (?:các )?đại biểu)(?!\p{L})/u,
);

/** News of a hội nghị: a conference, a working meeting, a press conference, a party congress. */
export const conferenceNews: Pipeline = {
  id: "conference-news",
  kind: "conference_news",
  match({ reading }) {
    const head = reading.folded.slice(0, 1500);
    const places = allMatches(meeting, head).map((match) => match.index);
    if (places.length === 0) return 0;
    return places.some((at) => held.test(head.slice(Math.max(0, at - 200), at + 300))) ? 0.7 : 0.3;
  },
  figures: { defaultClass: "achievement", listed: false, cautious: false },
};
