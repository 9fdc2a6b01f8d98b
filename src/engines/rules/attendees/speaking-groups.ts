import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { allMatches, anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { trim } from "../../../vietnamese/text/sentences.js";
import { overlaps, type Span } from "../../../vietnamese/text/span.js";
import { spanOf, wholeWords } from "../words.js";
import { type Seen, seenGroup } from "./sighting.js";

const verbs = anyOf(
  `phát biểu,trình bày,báo cáo,đọc,trả lời,giải trình,giải đáp,cho rằng,cho biết,phân tích,tiếp thu,tiếp nhận,thông qua tờ trình,
  thông qua báo cáo,kiến nghị,đề xuất,thông báo,làm rõ,chất vấn,góp ý,thảo luận,nêu,tham luận,thẩm tra,đánh giá,nhất trí,đồng tình,đề nghị,cơ bản tán thành,tán thành`.split(
    /,\s*/,
  ),
);
const heads = anyOf(
  `các ngành chức năng,các ngành,thường trực hđnd,thường trực ubnd,đa số các đại biểu,đa số đại biểu,ban kinh tế,ban pháp chế,ban văn hóa,
  ban đô thị,ban dân tộc`.split(/,\s*/),
);
const represented = anyOf(
  `ubnd,hđnd,ủy ban,hội đồng,mttq,ubmttq,đảng ủy,các,một số,sở,ban,phòng,ngành,huyện,xã,phường,tỉnh,thành phố,quận,thị xã,thị trấn,đơn vị,
  khu phố,thôn,tổ dân phố,doanh nghiệp,hộ,cử tri,cơ quan,công ty,văn phòng,công an,cho,hội,đoàn,trường`.split(/,\s*/),
);
const subject = swift(
  `(?<![\\p{L}\\p{N}])(?:${heads}|(?:đại diện|lãnh đạo)\\s(?:${represented}))(?![\\p{L}\\p{N}])[^.;:\\n]{0,150}?(?=,?\\s(?:(?:đã|cũng|cùng|lần lượt|tiếp tục|có|trực tiếp)\\s){0,3}(?:${verbs})(?![\\p{L}\\p{N}]))`,
  "g",
);
// "7 đại biểu tham gia chất vấn", "5 lượt đại biểu đặt câu hỏi"
const countedSpeakers = swift(
  /(?<![\p{L}\p{N}/.,])\d{1,3}\s(?<words>(?:lượt\s)?(?:đại biểu|cử tri)\s(?:đã\s)?(?:tham gia\s)?(?:chất vấn|đặt câu hỏi|phát biểu|thảo luận|nêu câu hỏi|nêu ý kiến|góp ý|tham luận)(?:\sý kiến)?)(?![\p{L}\p{N}])/gu,
);
/** what is put off is announced elsewhere */
const postponed = wholeWords(["hoãn", "dời", "lùi thời gian"]);
const notSpeaking = /(?:của|đề nghị|giao|yêu cầu|với|cho|do|đối với|nhằm|theo|về|gửi|chỉ đạo|sự|để|được)\s$/;

/** Groups that speak: "đại diện UBND xã trả lời", "7 đại biểu tham gia chất vấn". */
export function speakingGroups(
  mentions: Mentions,
  reading: Reading,
  stretch: Span,
  people: readonly MentionOf<"person">[],
): readonly Seen[] {
  const { folded, text } = reading;
  const words = folded.slice(stretch.start, stretch.end);
  const found: Seen[] = [];
  for (const match of allMatches(subject, words)) {
    const { index } = match;
    const group = trim(text, spanOf(match, stretch.start));
    const hasPerson = people.some((person) => overlaps(person, group));
    if (postponed.test(words.slice(index + match[0].length, index + match[0].length + 60))) continue;
    if (hasPerson || notSpeaking.test(words.slice(Math.max(0, index - 12), index)) || isClause(folded, group)) continue;
    found.push(seenGroup({ words: group, evidence: group, count: null }, ["speaker"]));
  }
  for (const match of allMatches(countedSpeakers, words)) {
    const evidence = spanOf(match, stretch.start);
    const count = mentions
      .of("quantity", { start: evidence.start, end: stretch.end })
      .find(({ start }) => start === evidence.start);
    const group = { start: evidence.end - (match.groups?.["words"]?.length ?? 0), end: evidence.end };
    found.push(seenGroup({ words: group, evidence, count: count?.id ?? null }, ["speaker"]));
  }
  return found;
}

/** The words between head and verb hold a verb of their own: they are no name of a group. */
function isClause(folded: string, { start, end }: Span): boolean {
  return /(?<!\p{L})(?:đã|được|phải|cần|thực hiện|tổ chức|tăng cường|của kỳ họp|tham mưu|để|nhằm|khi|mà|là)(?!\p{L})/u.test(
    folded.slice(start, end),
  );
}
