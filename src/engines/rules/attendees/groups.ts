import type { Mentions } from "../../../mentions/mention.js";
import { anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { trim } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { MentionId } from "../../draft.js";

/** A group of people in a list: "lãnh đạo UBND, UBMTTQ phường", "28/30 đại biểu". */
export interface Group {
  readonly words: Span;
  readonly evidence: Span;
  /** a `quantity` mention */
  readonly count: MentionId | null;
}

/** Words for people that begin a group wherever they stand in a list. */
const heads =
  `các đồng chí,các vị,các ông,các bà,các ông bà,lãnh đạo,đại diện,đại biểu,các đại biểu,thường trực,thành viên,trưởng các,
  trưởng phòng,tổ trưởng,trưởng thôn,trưởng ban,trưởng khu phố,bí thư chi bộ,bí thư các,chủ tịch các,ban chấp hành,ban thường vụ,ban thường trực,thủ trưởng,
  cán bộ,công chức,đông đảo,toàn thể,cử tri,người đứng đầu,phóng viên,các ủy viên,ủy viên,hiệu trưởng,đồng chí trưởng,giám đốc các,
  chuyên gia,các chuyên gia,các nhà khoa học,nhà đầu tư,các nhà đầu tư,cơ quan thông tấn,đại sứ,các đại sứ,
  các trưởng,các phó,các thành viên,đoàn viên,hội viên,các cán bộ,nhân dân,các cơ quan,đoàn đại biểu,chuyên viên`.split(
    /,\s*/,
  );
/** What begins a group after a semicolon or "và" too. */
const looserHeads =
  `các ban,các ngành,các phòng,các sở,các đoàn thể,các tổ,các cơ quan,các đơn vị,các chi bộ,chủ tịch,phó chủ tịch,bí thư,
  trưởng,phó trưởng,ubnd,hđnd,ubmttq,ubmttqvn,ủy ban,mttq,mặt trận,đảng ủy,đảng bộ,btv,bch,ban,các hội,đoàn thanh niên,hội,công an,
  một số,các thầy,các doanh nghiệp,các xã,các phường,các huyện,các thôn,các địa phương,các hộ,các cụ,các em`.split(
    /,\s*/,
  );
const counted =
  "(?:(?:hơn|trên|gần|khoảng)\\s)?(?:\\d{1,4}(?:\\s?/\\s?\\d{1,4})?|\\d{1,2}\\.\\d{3})\\s(?:vị\\s)?(?:lượt\\s)?(?:đại biểu|đồng chí|đảng viên|cử tri|người|hội viên|đoàn viên|cán bộ|đại sứ|tổ chức|nhà đầu tư|doanh nghiệp|doanh nhân|chuyên gia|nhà khoa học|phóng viên|khách mời)";
// "90 đại biểu, đại diện cho …" is one group
const head = swift(`^(?!đại diện (?:tiêu biểu )?cho)(?:(?:${anyOf(heads)})(?![\\p{L}\\p{N}])|${counted})`);
const anyHead = swift(`^(?:(?:${anyOf([...heads, ...looserHeads])})(?![\\p{L}\\p{N}])|${counted})`);
const bareHead = new RegExp(
  `^(?:${anyOf(["các đồng chí", "các đồng chí thường trực", "thường trực", "các vị", "lãnh đạo", "bí thư chi bộ"])})$`,
  "u",
);
const leadIn =
  /^(?:[\s,;:.-]|(?:có|và|cùng|cùng với|cùng toàn thể|với|còn có|gồm|bao gồm|gồm có|trong đó có|là|của|sự tham dự của|về phía [^,;.]{1,40} có|có sự (?:tham dự|tham gia) của)(?=\s))+/;
/** The list ends where a verb tells what its people do. */
const tail =
  /(?:,?\s(?:(?:cùng |đã )?(?:về |đến |tới |tham )?dự(?:(?= và)|(?= hội nghị)|(?= kỳ họp)|(?= đại hội)|(?= buổi)|[.\s]*$)|cùng dự|tham gia (?:hội nghị|kỳ họp)|đồng chủ trì|chủ trì|chủ tọa|do đồng chí|dưới sự)|,\s(?:đại diện (?:tiêu biểu )?cho|[^,;]{0,60}\s(?:đã|sẽ|tiến hành|biểu quyết)\s)).*$/s;
const longestGroup = 220;

/**
 * The groups of a stretch of a list that holds no person. Items end at semicolons, and at commas, "và" and "cùng"
 * where a new word for people follows: "lãnh đạo UBND, UBMTTQ phường" is one.
 */
export function groupsIn(mentions: Mentions, reading: Reading, stretch: Span): readonly Group[] {
  return items(reading, stretch).flatMap((item) => groupOf(mentions, reading, item) ?? []);
}

/** Whether a word for people stands at the beginning of the words. */
export const beginsGroup = (folded: string): boolean => head.test(folded);

function items({ folded }: Reading, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  for (const { index, 0: sign } of folded.slice(start, end).matchAll(/;|,|\s(?:và|cùng|cùng với)(?=\s)|\n/g)) {
    const at = start + index;
    if (at < from) continue;
    const rest = folded.slice(at + sign.length, Math.min(end, at + sign.length + 80)).replace(leadIn, "");
    const item = folded.slice(from, at).replace(leadIn, "").trim();
    const splits = /[;\n]/.test(sign) || (sign === "," ? head.test(rest) && !bareHead.test(item) : anyHead.test(rest));
    if (!splits) continue;
    found.push({ start: from, end: at });
    from = at + sign.length;
  }
  return [...found, { start: from, end }];
}

function groupOf(mentions: Mentions, reading: Reading, item: Span): Group | null {
  const { text, folded } = reading;
  const words = folded.slice(item.start, item.end);
  const lead = leadIn.exec(words)?.[0].length ?? 0;
  const cut = words.slice(lead).search(tail);
  const whole = trimSigns(text, { start: item.start + lead, end: cut < 0 ? item.end : item.start + lead + cut });
  const rest = folded.slice(whole.start, whole.end);
  // "các Phó Bí thư: ông A, ông B" names them after the colon
  if (!anyHead.test(rest) || rest.length > longestGroup || folded[whole.end] === ":" || bareHead.test(rest))
    return null;
  const quantity = mentions
    .of("quantity", { start: whole.start, end: item.end })
    .find(({ start }) => start === whole.start);
  const evidence = whole;
  if (!quantity) return /^\d/.test(rest) ? null : { words: whole, evidence, count: null };
  return { words: trim(text, { start: quantity.value.number.end, end: whole.end }), evidence, count: quantity.id };
}

function trimSigns(text: string, span: Span): Span {
  let { start, end } = trim(text, span);
  while (end > start && ".,;:-–( ".includes(text.charAt(end - 1))) end--;
  while (start < end && ".,;:-–) ".includes(text.charAt(start))) start++;
  return { start, end };
}
