import type { Mentions } from "../../../mentions/mention.js";
import { anyOf, swift, wordEnd } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import { firstPast, type Span } from "../../../vietnamese/text/span.js";
import { firstWords, matchesAt, opening } from "../../../vietnamese/text/word-places.js";
import { endingWith, spanOf, wholeWords } from "../words.js";
import { conveningVerb, withoutFullStop } from "./details.js";
import { boundedSentences } from "./sentences.js";

/** Meetings other than a council's session. */
const meetingNouns = [
  "hội nghị",
  "buổi làm việc",
  "cuộc làm việc",
  "phiên họp",
  "cuộc họp",
  "buổi họp báo",
  "họp báo",
  "buổi họp",
  "đại hội",
  "buổi thông tin",
  "buổi gặp mặt",
  "buổi đối thoại",
  "hội nghị đối thoại",
  "buổi tiếp xúc cử tri",
  "hội thảo",
  "tọa đàm",
];
/** "tổ chức tổng kết …", "tổ chức họp để …", "UBND xã sơ kết tình hình …": the verb stands for the meeting. */
const meetingVerbs =
  "họp(?<=tổ chức họp)(?= (?:để|nhằm|thảo luận|bàn|xét|đánh giá|triển khai))|(?:sơ|tổng) kết(?![\\p{L}\\p{N}])(?:(?<=tổ chức\\s.{2,4} kết)|(?<=(?:ubnd|đảng ủy)\\s[^,;.\\n]{3,40}\\s.{2,4} kết)(?=\\s(?:tình hình|công tác|nhiệm vụ|năm|việc)))";
/** "Tổ đại biểu HĐND tỉnh … tiếp xúc cử tri xã Trung An": deputies who meet voters do so in a meeting. */
const votersMet =
  "tiếp xúc cử tri(?<=(?:đại biểu|quốc hội|hđnd|hội đồng nhân dân)(?:[^.;\\n]|(?<=t[ptx])\\.){0,80} tiếp xúc cử tri)(?<!(?:hội nghị|buổi|cuộc|kế hoạch|sau|qua|công tác|đợt|kỳ|lịch|kết quả|việc|hoạt động|trước) tiếp xúc cử tri)";
/** "Đoàn công tác của Chủ tịch UBND tỉnh … làm việc với UBND huyện …" */
const workedWith =
  "làm việc với(?<=(?:đoàn|chủ tịch|bí thư|ubnd|hđnd|thường trực|lãnh đạo)[^.;\\n]{0,140} làm việc với)(?= (?:ubnd|hđnd|huyện ủy|thành ủy|thị ủy|quận ủy|đảng ủy|lãnh đạo|huyện|thành phố|thị xã|xã|phường|tỉnh)(?!\\p{L}))";
const meeting = swift(`${anyOf(meetingNouns)}${wordEnd}|${meetingVerbs}|${votersMet}|${workedWith}`, "y");
const meetingOpenings = opening([...firstWords(meetingNouns), "họp", "sơ", "tổng", "tiếp", "làm"]);
const notReported =
  /(?:các|những|nhiều|mỗi|nghị quyết|trung tâm|phòng|chào mừng|tiến tới|sau|trước|\d|dự thảo|nhà|hội trường|văn kiện|quang cảnh|toàn cảnh)\s$/;
const national = swift(
  /^\s(?:(?:đại biểu )?(?:đảng )?toàn quốc|trung ương|lần thứ [\p{L}\d]+ của đảng|đảng các cấp|đảng (?=lần)|thể dục|thể thao|tdtt)/u,
);
const quoted = wholeWords("theo chỉ đạo,theo kết luận,kết luận của,chỉ đạo của,ý kiến của".split(","));
const nameEnd =
  /[;\n]|(?<=^(?:\s\S+){2,8})\sđánh giá\s|\scác (?:thành viên|đại biểu)\s(?=đã|đồng|cùng|thống|thảo|biểu)|\s(?:nhằm|để|với sự|với mục đích|vào (?:sáng|chiều|ngày|lúc)|ngày \d|sáng (?:nay|\d)|chiều (?:nay|\d)|tại\s(?!địa |các |cơ sở)|(?:với|có) chủ đề|có (?:các|sự|đồng chí|ông|bà|đại diện)\s|do\s|đã\s|được tổ chức|bế mạc|khai mạc|diễn ra|làm việc (?:phiên|trong)|bước vào|dưới sự|theo hình thức|bằng hình thức|trực tuyến (?:với|đến))|,\s(?=nhằm|để|tại|với sự|do|chủ tịch|phó|bí thư|giám đốc|đồng chí|ông|bà|đại diện|(?:các )?đại biểu|ubnd|hđnd|ban thường vụ)/;

/** A meeting other than a kỳ họp as one sentence names it. */
export interface ConferenceSite {
  readonly name: Span;
  readonly noun: Span;
  readonly sentence: Span;
  /** how surely the sentence reports that it was held */
  readonly score: number;
  /** a verb holds it, or somebody speaks at it */
  readonly reported: boolean;
}

/** Where the document names a meeting that may be the one reported. */
export function conferenceSites(mentions: Mentions, reading: Reading): readonly ConferenceSite[] {
  const { text, folded } = reading;
  const all = lines(reading);
  return matchesAt(reading, meetingOpenings, meeting).flatMap((match) => {
    const noun = spanOf(match, 0);
    const index = firstPast(all, (line) => line.start > noun.start) - 1;
    const line = all[index];
    const sentence =
      line && boundedSentences(reading, line).find(({ start, end }) => start <= noun.start && noun.end <= end);
    if (!sentence) return [];
    const before = folded.slice(Math.max(sentence.start, noun.start - 16), noun.start);
    if (notReported.test(before) || national.test(folded.slice(noun.end, noun.end + 40))) return [];
    const name = withoutFullStop(text, { start: noun.start, end: nameEndOf(reading, noun, sentence) });
    const { score, reported } = report(mentions, reading, name, noun, sentence);
    return [{ noun, name, sentence, score: score + (index < headLines ? 1 : 0), reported }];
  });
}

/** The first lines tell what the news is about. */
const headLines = 6;

function nameEndOf({ folded }: Reading, noun: Span, sentence: Span): number {
  const rest = folded.slice(noun.end, sentence.end);
  return noun.end + (nameEnd.exec(rest)?.index ?? rest.length);
}

/** "Tại đại hội, các đại biểu đã biểu quyết thông qua …": what it decided, it held. */
const decidedThere = swift(
  /^,? (?:các |100% )?(?:đại biểu|đại hội|hội nghị)(?: dự \p{L}+ \p{L}+| tham dự)? (?:đã |cũng |đồng thời ){0,2}(?:thảo luận|biểu quyết|thông qua|bầu|thống nhất|nhất trí)(?!\p{L})/u,
);
const attending = endingWith(["dự"]);

/** How surely the sentence reports that the meeting was held. */
function report(
  mentions: Mentions,
  { folded, text }: Reading,
  name: Span,
  noun: Span,
  sentence: Span,
): Pick<ConferenceSite, "score" | "reported"> {
  const before = { start: sentence.start, end: noun.start };
  const held =
    /^(?:tiếp xúc cử tri|họp|làm việc với)$/.test(folded.slice(noun.start, noun.end)) ||
    conveningVerb.test(folded.slice(before.start, before.end)) ||
    conveningVerb.test(folded.slice(name.end, name.end + 30));
  const date = mentions.of("date", sentence).length > 0;
  const body = mentions.of("body", before).length > 0;
  const described = name.end - noun.end > 12;
  const heading = text.slice(sentence.start, sentence.end) === text.slice(sentence.start, sentence.end).toUpperCase();
  const spoken = /tại\s$/.test(folded.slice(Math.max(sentence.start, noun.start - 4), noun.start));
  // "Dự Đại hội có các đồng chí …"
  const attended = attending.test(folded.slice(Math.max(sentence.start, noun.start - 8), noun.start));
  const peopled = attended && mentions.of("person", sentence).length > 0;
  const heard = spoken && mentions.of("person", sentence).length > 0;
  const decided = spoken && decidedThere.test(folded.slice(name.end, sentence.end));
  // a headline's "làm việc với" is told again, with its day, by the story
  const undated = folded.startsWith("làm việc với", noun.start) && !date;
  if (undated || quoted.test(folded.slice(before.start, before.end))) return { score: 0, reported: false };
  const score =
    (heard ? 2 : 0) +
    (peopled ? 3 : 0) +
    (held ? 3 : 0) +
    (decided ? 4 : 0) +
    (date ? 3 : 0) +
    (body ? 1 : 0) +
    (described ? 2 : 0) -
    (heading ? 3 : 0);
  return { score, reported: held || heard || decided };
}
