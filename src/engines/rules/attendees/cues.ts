import { allMatches, anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { overlaps, type Span } from "../../../vietnamese/text/span.js";
import type { DraftAttendee } from "../../draft.js";
import { spanOf } from "../words.js";

export type Role = DraftAttendee["roles"][number];

const chairing = ["đồng chủ trì", "chủ trì", "đồng chủ tọa", "chủ tọa", "điều hành", "làm chủ tọa"];
const attending =
  "đến dự,về dự,tới dự,cùng dự,tham dự,dự,cùng tham dự,về tham dự,đến tham dự,có mặt,về tham gia,dự họp".split(",");
const speaking =
  `phát biểu,kết luận,trình bày,báo cáo,đọc,nhấn mạnh,cho biết,cho rằng,cho hay,khẳng định,đề nghị,yêu cầu,ghi nhận,đánh giá,
  biểu dương,nêu,nêu rõ,chỉ rõ,chỉ đạo,lưu ý,trả lời,giải trình,làm rõ,tiếp thu,tiếp nhận,thông tin,chia sẻ,kiến nghị,đề xuất,phân tích,
  nhận xét,thừa nhận,bày tỏ,mong muốn,mong,kêu gọi,quán triệt,thông báo,giới thiệu,khai mạc,bế mạc,chất vấn,đặt câu hỏi,đặt vấn đề,
  hoan nghênh,đồng tình,góp ý,tham gia ý kiến,có ý kiến,có bài phát biểu,phản ánh,giao,trình,công bố,cảm ơn,trân trọng,chúc mừng,gợi ý,
  thừa ủy quyền,tham luận,thảo luận,tuyên bố,lý giải,giải đáp,giải thích,nói,nhận định,tóm tắt,thay mặt,nhất trí,thống nhất,cam kết,
  đồng ý,nhắc nhở,thông qua báo cáo,thông qua các báo cáo,thông qua tờ trình,thông qua các tờ trình,thông qua dự thảo,thẩm tra,phê bình,nghiêm khắc phê bình,nhắc lại,giao nhiệm vụ,tham gia chất vấn,tham gia thảo luận,tham gia phát biểu`.split(
    /,\s*/,
  );

const adverbs = anyOf(
  "đã,cũng,đồng thời,tiếp tục,trực tiếp,cùng,vừa,tiếp đó,cũng đã,thẳng thắn,đã cùng,sau đó,lần lượt,có,sẽ,còn,đại diện".split(
    ",",
  ),
);
const meetings = anyOf([
  "kỳ họp",
  "hội nghị",
  "buổi",
  "cuộc họp",
  "phiên",
  "đại hội",
  "khai mạc",
  "bế mạc",
  "lễ",
  "có",
  "tại",
]);

/** What comes between a person and the verb: an aside in brackets, a comma, adverbs. */
const aside = `^(?:\\s?\\([^)\\n]{0,60}\\))?[\\s,-]{0,4}(?:(?:${adverbs})\\s{1,2}){0,3}`;
const verb = (words: readonly string[]) => swift(`${aside}(?:${anyOf(words)})(?![\\p{L}\\p{N}])`);
const chairVerb = verb(chairing);
const attendVerb = swift(`${aside}(?:${anyOf(attending)}|tham gia (?=${meetings}))(?![\\p{L}\\p{N}])`);
const speechVerb = verb(speaking);
const andSpeaks = swift(
  `(?:và|,)\\s(?:${anyOf(["phát biểu", "kết luận", "có bài phát biểu", "có ý kiến"])})(?!\\p{L})`,
);

/** The roles that the words after a person tell: "… chủ trì và phát biểu", "… trình bày báo cáo", "… cùng dự". */
export function rolesAfter(words: string): readonly Role[] {
  const head = words.slice(0, 160);
  const also: readonly Role[] = andSpeaks.test(head.slice(0, 90)) ? ["speaker"] : [];
  if (chairVerb.test(head)) return ["chair", ...also];
  if (attendVerb.test(head)) return ["participant", ...also];
  return speechVerb.test(head) ? ["speaker"] : [];
}

const speechLead = swift(
  `(?<![\\p{L}\\p{N}])(?:${anyOf(
    `phát biểu,kết luận,khai mạc,bế mạc,trình bày,báo cáo,thảo luận,trả lời,chỉ đạo,giải trình,tiếp thu,góp ý,chất vấn,thay mặt,
    làm rõ,tham luận,đáp từ,tổng kết,giải đáp,thông tin,đề dẫn`.split(/,\s*/),
  )})(?![\\p{L}\\p{N}])[^.;!?\\n]{0,160}[,:]\\s{0,3}(?:các\\s)?$`,
);

/** Whether the words before a person announce a speech: "Phát biểu kết luận hội nghị, …". */
export function announcesSpeech(words: string): boolean {
  return speechLead.test(words.slice(-240));
}

const objectLead =
  /(?:bầu|miễn nhiệm|bãi nhiệm|cho thôi|đối với|bổ nhiệm|thay|chúc mừng|cảm ơn|của|với|cho|gia đình|hộ|theo|thăm|tặng|gặp|điều động|giới thiệu|thay thế|giao|ủy quyền|mời|về việc|nghe)\s(?:bổ sung\s)?(?:các\s)?$/;
const listens = /(?:nghe|sự chủ trì của|sự điều hành của|sự tham dự của|sự có mặt của|sự tham gia của)\s(?:các\s)?$/;

/** Whether the words before a person make him the object of a deed, or the owner of a thing: he does not act here. */
export function isObject(words: string): boolean {
  const near = words.slice(-40);
  return objectLead.test(near) && !listens.test(near);
}

/** Words that open a list of who attends or chairs: "Dự kỳ họp có", "Chủ tọa kỳ họp:", "với sự tham dự của". */
export interface ListCue extends Span {
  readonly role: Extract<Role, "chair" | "participant">;
  /** "Dự và phát biểu tại hội nghị có …" */
  readonly speaks: boolean;
}

const opens = "(?:\\s(?:còn\\s)?(?:có|gồm|gồm có)(?:\\ssự\\s[^,.;:]{0,30}của)?(?=[\\s:])|\\s?:|\\slà(?=\\s))";
const attendCue = swift(
  `(?<![\\p{L}\\p{N}])(?:(?:sự\\s)(?:tham dự|có mặt|tham gia|góp mặt|hiện diện)\\scủa|(?:${anyOf(attending)})(?![\\p{L}\\p{N}])[^.;:\\n]{0,90}?${opens}|(?:đón tiếp|tiếp và làm việc|cùng làm việc|cùng đi|thành phần gồm|thành phần)(?!\\p{L})[^.;:\\n]{0,90}?${opens}|về phía [^.;:,\\n]{1,60}(?:,?\\scó(?=\\s)|\\s?:))`,
  "g",
);
const chairCue = swift(
  `(?<![\\p{L}\\p{N}])(?:sự\\s(?:chủ trì|điều hành|chủ tọa)\\scủa|(?:${anyOf(chairing)}|đoàn chủ tịch|chủ tọa đoàn)(?![\\p{L}\\p{N}])[^.;:,\\n]{0,60}?${opens})`,
  "g",
);

// "41 đại biểu có mặt biểu quyết thông qua 3 nghị quyết:" opens a list of papers
const decides = /biểu quyết|tán thành|thông qua|nghị quyết|chỉ tiêu|nội dung/;

/**
 * The cues of a sentence in order.
 * @param people spans of the people of the sentence: a cue that touches one before it, or holds one, is that person's verb
 */
export function listCues({ folded }: Reading, sentence: Span, people: readonly Span[]): readonly ListCue[] {
  const words = folded.slice(sentence.start, sentence.end);
  const found = (pattern: RegExp, role: ListCue["role"]): ListCue[] =>
    allMatches(pattern, words).map((match) => ({
      ...spanOf(match, sentence.start),
      role,
      speaks: match[0].includes("phát biểu"),
    }));
  const cues = [...found(chairCue, "chair"), ...found(attendCue, "participant")].sort((a, b) => a.start - b.start);
  return cues.filter(
    (cue, i) =>
      cue.start >= (cues[i - 1]?.end ?? 0) &&
      !decides.test(folded.slice(cue.start, cue.end)) &&
      !people.some((person) => overlaps(person, cue) || isVerbOf(folded, person.end, cue.start)),
  );
}

/** "đồng chí A chủ trì …": nothing but adverbs between the person and the cue. */
function isVerbOf(folded: string, personEnd: number, cueStart: number): boolean {
  return (
    personEnd <= cueStart &&
    cueStart - personEnd < 16 &&
    /^[\s)]*(?:(?:đã|cùng|cũng|đồng|và)\s)*$/.test(folded.slice(personEnd, cueStart))
  );
}
