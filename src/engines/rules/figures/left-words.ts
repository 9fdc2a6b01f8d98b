import type { Mentions } from "../../../mentions/mention.js";
import { Lexicon } from "../../../vietnamese/text/lexicon.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import { countWords, folded, strip } from "../words.js";
import { attaining, directing, having, heads, opening, startsActing } from "./indicator-words.js";

export const attainingWords = Lexicon.of(attaining);

const havingWords = Lexicon.of(having);

export const openingWords = Lexicon.of(opening);

const directingWords = Lexicon.of(directing);

export const headWords = Lexicon.of(heads);

/** Whether only words of opening and attaining stand there: "đảm bảo đạt [50% thủ tục …]". */
export function isEmpty(reading: Reading, mentions: Mentions, span: Span): boolean {
  const { span: opened } = stripOpening(reading, mentions, span);
  const { span: rest } = stripAttaining(reading, mentions, opened);
  return countWords(reading, rest) === 0 || isSubject(reading, mentions, rest);
}

export function startsOwn(reading: Reading, span: Span): boolean {
  const at = strip(reading, span).start;
  const opened = openingWords.matchAt(reading, at);
  const start = opened ? strip(reading, { start: opened.end, end: span.end }).start : at;
  if (headWords.matchAt(reading, start)) return true;
  const words = reading.folded.slice(start, span.end);
  return startsActing.test(words) && countWords(reading, { start, end: span.end }) >= 3;
}

/** What stands behind the last colon, if anything: "với kết quả: [Số hóa hồ sơ]". A colon at the end stays out. */
export function afterColon(reading: Reading, span: Span): { readonly span: Span; readonly colon: boolean } {
  const end = strip(reading, span, ": ").end;
  const atEnd = reading.folded.slice(end, span.end).includes(":");
  const within = reading.folded.slice(span.start, end).lastIndexOf(":");
  const colon = span.start + within;
  const body = { start: span.start, end };
  if (within < 0) return { span: { ...body, end: span.end }, colon: atEnd };
  return { span: strip(reading, { start: colon + 1, end: span.end }, ",.; "), colon: atEnd };
}

const times = (mentions: Mentions, span: Span) =>
  mentions.within(span).filter((one) => one.kind === "period" || one.kind === "date");

/** "Thành phố đã [cấu hình …]", "TPHCM ghi nhận [dòng vốn …]": who tells or did it stands before. */
const reporting = swift(
  / (?:đã(?! được)|chỉ đạo(?: thực hiện| triển khai)?|cũng ghi nhận|ghi nhận|cho biết|cho thấy|báo cáo|thông tin|dự tính|dự báo|dự kiến|ước tính|phấn đấu(?: đạt| có)?|đặt mục tiêu)(?: rằng)?,? (?=\p{L})/u,
);

/** "… với một số chỉ tiêu chủ yếu [thu nhập …]", "do sản xuất giảm nên [tổng thu …]": what leads to the indicator. */
const leadTo = swift(
  /(?:^|(?<!\p{L}))(?:^(?:như vậy,? )?từ chỗ [^;.]*?(?<!\p{L})(?:đến|tới|hiện) nay|^theo (?:bộ|sở|cục|chi cục|ban|phòng|văn phòng|ubnd|thống kê|số liệu|đánh giá|báo cáo)(?!\p{L})[^,;:]{0,70}|^(?:kết quả,? |như vậy,? |đến nay,? )?sau (?:hơn |gần )?(?:\d{1,2}|một|hai|ba|bốn|năm|sáu) (?:năm|tháng)[^,;:]{0,60}(?=,)|(?:qua|từ|nhờ) đó(?: đã)?(?= \p{L}{2,})|góp phần(?: làm| kéo)?(?= (?:giảm|tăng|nâng)(?!\p{L}))|(?:với|đề ra|đặt ra|thông qua|gồm|có(?= (?:một số|nhiều|những))) (?:một số |các |những |nhiều |\d{1,2} )?(?:chỉ tiêu|mục tiêu|kết quả)(?: (?:chủ yếu|cụ thể|cơ bản|chính|quan trọng|nổi bật|đáng kể))?(?: (?:như|là|gồm|sau|về))?|^tuy nhiên,?|^tuy(?= )|^[^;:]{0,160}?(?:đề ra|đặt ra|xác định|định hướng) (?:kế hoạch|nhiệm vụ|mục tiêu|\d{1,2} chỉ tiêu)[^,;:]{0,50} như:?(?: là)?(?: chỉ tiêu)?(?: đạt)?|^[^,;:]{0,60}(?:thông qua|ban hành) (?:các |những )?(?:dự thảo )?nghị quyết (?:về )?(?:việc )?|^(?:\p{L}+ ){0,6}(?:đề ra|với|thực hiện) \d{1,2} (?:nhóm )?(?:giải pháp|nhiệm vụ)[^,;:]{0,40} (?:nhằm|để)(?: đạt)?(?= )|^(?:đáng chú ý|đáng ghi nhận|đáng mừng|đáng nói|nổi bật|ấn tượng|(?:một )?điểm (?:sáng|nổi bật|nhấn))(?: nhất| hơn| là| năm \d{4}| trong[^,;:]{1,40}| của[^,;:]{1,40}){0,3} là |(?:điển hình|tiêu biểu|nổi bật|đặc biệt|nhất) là (?:việc )?|(?:thông qua|bằng|qua) việc |(?:tăng trưởng|phát triển|chuyển biến|khởi sắc|khả quan|tích cực|ổn định)(?: (?!với)\p{L}+){0,3} với (?=(?:tổng|tỷ lệ|tỉ lệ|tốc độ|giá trị|thu nhập|doanh thu|sản lượng|kim ngạch|mức) )|^(?:do|vì|mặc dù) [^;]{3,160}(?<!(?:trở|làm|tạo|xây|từ)) (?:nên|nhưng)),? ?(?=\p{L})/u,
);

const cared = "(?:tiếp tục |luôn )?được (?:tập trung|quan tâm|chú trọng|đẩy mạnh|triển khai|chỉ đạo)(?: \\p{L}+){0,3}";
const now = "(?:đến nay|tới nay|hiện nay|đến thời điểm này)";
const attainer =
  "(?:toàn )?(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|địa phương)(?: đã)? (?:đạt|hoàn thành|đạt được)";
const attainedFor = swift(`^(?<topic>(?!(?:đến|hiện) nay)[^,;:.\\d]{6,60}?)(?: ${cared})?,? ${now},? ${attainer} ?$`);
const caredTillNow = swift(`^[^,;:.\\d]{4,60}? ${cared} ${now}(?: đã)?(?= )`);

/** "[Xây dựng nông thôn mới] được quan tâm, đến nay xã đạt 11/19 tiêu chí": what the attained is counted for. */
export function topicOf(reading: Reading, span: Span): Span | null {
  const topic = attainedFor.exec(folded(reading, span))?.groups?.["topic"];
  return topic === undefined ? null : { start: span.start, end: span.start + topic.length };
}

export function stripOpening(
  reading: Reading,
  mentions: Mentions,
  span: Span,
): { readonly span: Span; readonly direction: string | null } {
  let { start } = strip(reading, span, ',.;:-–+*/=…"');
  let direction: string | null = null;
  const words = folded(reading, { start, end: span.end });
  const led = leadTo.exec(words) ?? caredTillNow.exec(words);
  if (led) start += led.index + led[0].length;
  // "Đại hội thông qua nghị quyết | với một số chỉ tiêu chủ yếu | [thu ngân sách …]"
  const rest = led ? words.slice(led.index + led[0].length) : "";
  const again = leadTo.exec(rest.trimStart());
  if (again) start += rest.length - rest.trimStart().length + again.index + again[0].length;
  const said = reporting.exec(folded(reading, { start, end: span.end }));
  if (said && !headWords.matchAt(reading, start) && countWords(reading, { start, end: start + said.index }) <= 6)
    start += said.index + said[0].length;
  for (let turns = 0; turns < 6; turns++) {
    const at = strip(reading, { start, end: span.end }).start;
    const period = times(mentions, { start: Math.max(0, at - 12), end: span.end }).find(
      (one) => one.start <= at && at < one.end,
    );
    const opened = openingWords.matchAt(reading, at, span.end);
    const directed = directingWords.matchAt(reading, at, span.end);
    const follows =
      directed && headWords.matchAt(reading, strip(reading, { start: directed.end, end: span.end }).start, span.end);
    const head = headWords.matchAt(reading, at, span.end);
    if (period) start = period.end;
    else if (directed && follows) {
      direction ??= directed.value;
      start = directed.end;
    } else if (opened && (!head || opened.end > head.end)) start = opened.end;
    else return { span: { start: at, end: Math.max(at, span.end) }, direction };
  }
  return { span: { start, end: Math.max(start, span.end) }, direction };
}

const measuresRise = swift(/(?<!\p{L})(?:tốc độ|nhịp độ|mức|mức độ) $/u);
const attainedAs = swift(/(?<!\p{L})(?:đạt|chiếm|ở mức) (?:\p{L}{1,7} ){0,3}(?:với|là)$/u);

export function stripAttaining(
  reading: Reading,
  mentions: Mentions,
  span: Span,
): { readonly span: Span; readonly attained: boolean } {
  let end = strip(reading, span, ",.;–- ").end;
  let attained = false;
  for (let turns = 0; turns < 6; turns++) {
    const at = strip(reading, { start: span.start, end }, ' :,(-"=').end;
    if (reading.folded.slice(at, end).includes(":")) attained = true;
    const period = times(mentions, { start: span.start, end: at }).find((one) => one.end === at);
    const match = attainingWords.matchBefore(reading, at, Math.min(30, at - span.start));
    const had = havingWords.matchBefore(reading, at, Math.min(20, at - span.start));
    // "… từ 10 tiêu chí trở lên [là] 37 xã"
    if (match && reading.folded.slice(span.start, match.start).endsWith("trở "))
      return { span: { start: span.start, end: at }, attained };
    // "[tốc độ tăng trưởng] đạt 9%": there the rise is what is measured
    if (
      match &&
      /^(?:tăng|giảm)/.test(reading.folded.slice(match.start, at)) &&
      measuresRise.test(reading.folded.slice(span.start, match.start))
    )
      return { span: { start: span.start, end: at }, attained };
    const phrase = attainedAs.exec(reading.folded.slice(span.start, at));
    if (period && period.start > span.start) end = period.start;
    else if (period) return { span: { start: span.start, end: span.start }, attained };
    else if (phrase) {
      end = span.start + phrase.index;
      attained = true;
    } else if (match) {
      // "bằng cấp, chứng chỉ đạt": "chỉ" belongs to the noun
      end = /chứng $/.test(reading.folded.slice(span.start, match.start)) ? match.start + "chỉ".length : match.start;
      // "giải phóng mặt bằng cho": "bằng" belongs to the noun
      if (/(?:mặt|công|đồng) $/.test(reading.folded.slice(span.start, match.start)) && match.value === "bằng")
        return { span: { start: span.start, end: match.end }, attained };
      attained = true;
    } else if (had) end = had.start;
    else return { span: { start: span.start, end: at }, attained };
  }
  return { span: { start: span.start, end }, attained };
}

const listLead = swift(
  /^(?:[^\p{L}]{0,4})(?:các |một số |những )?(?:chỉ tiêu|kết quả|mục tiêu|nhiệm vụ|số liệu|con số|hoạt động)(?!\p{L})/u,
);

/** "Các chỉ tiêu chủ yếu: …" leads into a list and names no indicator. */
export function isListLead(reading: Reading, span: Span): boolean {
  return listLead.test(folded(reading, span));
}

const lastWord = ({ text }: Reading, { start, end }: Span): string =>
  text.slice(start, end).trim().split(" ").at(-1) ?? "";

const wholePlace = swift(
  /^(?:toàn|trên địa bàn|trong) (?:xã|phường|huyện|quận|tỉnh|thành phố|tp|thị trấn|thị xã|ngành|địa bàn|đảng bộ)(?: \p{L}+){0,3}$/u,
);
const namedPlace = swift(/^(?:khu phố|thôn|ấp|tổ dân phố|khóm|buôn|làng|xóm|chi bộ|đảng bộ) \p{L}+(?: \p{L}+){0,3}$/u);

/** "toàn xã", "Tứ Cường", "HĐND huyện": who did it, not what was done. */
export function isSubject(reading: Reading, mentions: Mentions, span: Span): boolean {
  const words = folded(reading, span).trim();
  const named = /^\p{Lu}/u.test(lastWord(reading, span));
  if (wholePlace.test(words) || (named && namedPlace.test(words))) return true;
  if (
    /^(?:xã|phường|huyện|quận|tỉnh|thành phố|địa phương|đơn vị|chúng ta|thị trấn|thị xã|ta|họ|cả nước|toàn quốc)(?: cũng)?$/.test(
      words,
    )
  )
    return true;
  const around = { start: Math.max(0, span.start - 40), end: span.end + 40 };
  return mentions.within(around).some((one) => (one.kind === "area" || one.kind === "body") && covers(one, span));
}
