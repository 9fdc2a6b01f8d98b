import type { Mention, Mentions } from "../../../mentions/mention.js";
import { allMatches, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { sentences } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { MentionId } from "../../draft.js";
import { beginningWith, strip } from "../words.js";

/** A resolution as the news names it: "Nghị quyết số 12/NQ-HĐND ngày 28/7/2021 của HĐND xã về …". */
export interface NamedResolution {
  readonly number: MentionId | null;
  /** as printed, to compare */
  readonly numberText: string | null;
  readonly issuedOn: MentionId | null;
  readonly issuer: Span | null;
  readonly title: Span | null;
  /** told apart by its session: "Nghị quyết của HĐND tỉnh khóa XI, kỳ họp thứ Ba về …" */
  readonly ofSession: boolean;
  /** from "Nghị quyết" to the end of what names it */
  readonly span: Span;
}

/** A title that begins with one of these keeps it; "về" and "về việc" go. */
export const acts = [
  ...["ban hành", "quy định", "phê duyệt", "phê chuẩn", "thông qua", "điều chỉnh", "bổ sung", "sửa đổi", "bãi bỏ"],
  ...["giao", "trả lời", "đặt tên", "đổi tên", "thành lập", "cho thôi", "cho ý kiến", "xác nhận", "bầu", "miễn nhiệm"],
  ...["bãi nhiệm", "kéo dài", "thống nhất", "quyết định", "chấp thuận", "phân bổ", "hỗ trợ", "sáp nhập", "sắp xếp"],
  ...[
    "thực hiện nhiệm vụ",
    "thực hiện các nhiệm vụ",
    "quy hoạch",
    "phát triển kinh tế",
    "kế hoạch phát triển",
    "dự toán",
    "chương trình giám sát",
  ],
];
/** what leads to a title and is no part of it */
export const about = /^ ?(?:về việc|về|v\/v) ?:? ?/;
const act = beginningWith(acts);
/** "12 nghị quyết về …" is no title of one */
export const several = `(?:các|những|nhiều|0?[2-9]|[1-9]\\d{1,3}|${"hai ba bốn năm sáu bảy tám chín mười".split(" ").join("|")})`;
const severalBefore = swift(`(?<![\\p{L}\\p{N}])${several} (?:dự thảo )?$`);
const resolution = swift(/(?<!\p{L})nghị quyết(?!\p{L})/gu);
const nextNamed = swift(/^(?:,| và| cùng) (?:\d{1,2} )?(?:dự thảo )?nghị quyết(?!\p{L})/u);
const farthestDetail = 120;
const quoted = /^[^.;\n"]{0,24}"([^"\n]{5,300})"/;
const day = /^,? ?(?:ngày )?$/;
const by = /^,? ?của (?:các )?/;
/** what ends a title within its sentence: the next item, the votes, the sum, a remark in brackets */
const titleEnd = swift(
  [
    "\\.\\/\\.| \\((?!lần )|,? với (?:(?:các|những) (?:chỉ tiêu|mục tiêu|nhiệm vụ|nội dung)|\\d|tổng|tỷ lệ|tỉ lệ|sự|kết quả)",
    "(?:,| và| cùng) (?:\\d{1,2} )?(?:dự thảo )?nghị quyết(?!\\p{L})",
    "(?:,| và) (?:một số|nhiều|các) (?:nghị quyết|nội dung|vấn đề)(?!\\p{L})",
    ",? (?:trong đó|theo đó|đồng thời|được \\d|đã được|được (?:hđnd|hội đồng nhân dân|kỳ họp|các đại biểu)|có \\d|nhằm|phấn đấu)(?!\\p{L})",
  ].join("|"),
);

/** The names of resolutions within the span: every "nghị quyết" that a number, a title or a quoted title follows. */
export function namedResolutions(mentions: Mentions, reading: Reading, within: Span): readonly NamedResolution[] {
  return sentences(reading, within).flatMap((sentence) => {
    const words = reading.folded.slice(sentence.start, sentence.end);
    return allMatches(resolution, words).flatMap(({ index }) => {
      const semicolon = words.indexOf(";", index);
      const end = semicolon < 0 ? sentence.end : sentence.start + semicolon;
      const named = nameAt(mentions, reading, { start: sentence.start + index, end });
      return named ? [named] : [];
    });
  });
}

function nameAt(mentions: Mentions, reading: Reading, rest: Span): NamedResolution | null {
  const { folded, text } = reading;
  let end = rest.start + "nghị quyết".length;
  const gap = (to: number): string => folded.slice(end, to);
  const paper = mentions.of("paper", { start: end, end: rest.end })[0];
  const number = paper && /^ ?(?:chuyên đề )?(?:số)? ?:? ?$/.test(gap(paper.start)) ? paper : null;
  if (number) end = number.end;
  const date = mentions.of("date", { start: end, end: rest.end })[0];
  const dated = number && date && day.test(gap(date.start)) ? date : null;
  if (dated) end = dated.end;
  const issuer = readIssuer(mentions, reading, { start: end, end: rest.end });
  const details = issuer ? issuerDetails(mentions, reading, { start: issuer.end, end: rest.end }) : [];
  end = details.at(-1)?.end ?? issuer?.end ?? end;
  const title = readTitle(reading, { start: end, end: rest.end });
  if (!number && (!title || isPlural(folded, rest.start, title.end))) return null;
  return {
    number: number?.id ?? null,
    numberText: number ? text.slice(number.start, number.end) : null,
    issuedOn: dated?.id ?? details.find(({ kind }) => kind === "date")?.id ?? null,
    issuer,
    title: title?.words ?? null,
    ofSession: details.some(({ kind }) => kind === "session"),
    span: { start: rest.start, end: title?.end ?? end },
  };
}

/** "các nghị quyết về …" names several at once, unless the next one is named by itself: "… và Nghị quyết về …". */
function isPlural(folded: string, start: number, titleEnd: number): boolean {
  if (!severalBefore.test(folded.slice(Math.max(0, start - 20), start))) return false;
  return !nextNamed.test(folded.slice(titleEnd, titleEnd + 24));
}

/** Which term, session and day of the issuer stand behind it: "của HĐND tỉnh khóa XI, kỳ họp thứ Hai ngày 8/12/2016". */
function issuerDetails(mentions: Mentions, { folded }: Reading, rest: Span): readonly Mention[] {
  const found: Mention[] = [];
  let { start } = rest;
  for (const mention of mentions.within({ start, end: Math.min(rest.end, start + farthestDetail) })) {
    if (mention.start < start || !["term", "mandate", "session", "date"].includes(mention.kind)) continue;
    if (!/^\)?[ ,(]{0,3}$/.test(folded.slice(start, mention.start))) break;
    found.push(mention);
    start = mention.end;
  }
  return found;
}

/** Who stands behind "của", as printed: a body that was recognised, or one of the Party's. */
function readIssuer(mentions: Mentions, { folded }: Reading, rest: Span): Span | null {
  const lead = by.exec(folded.slice(rest.start, rest.end))?.[0];
  if (lead === undefined) return null;
  const start = rest.start + lead.length;
  const body = mentions.of("body", rest).find((mention) => mention.start === start);
  if (body) return { start, end: body.end };
  const words =
    /^(?:ban thường vụ |ban chấp hành |đảng bộ )?(?:quốc hội|chính phủ|bộ chính trị|trung ương|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|hội đồng nhân dân (?:tỉnh|huyện|quận|xã|phường|thị trấn|thành phố))/.exec(
      folded.slice(start, rest.end),
    )?.[0];
  return words === undefined ? null : { start, end: start + words.length };
}

function readTitle(reading: Reading, rest: Span): { readonly words: Span; readonly end: number } | null {
  const words = reading.folded.slice(rest.start, rest.end);
  const quote = quoted.exec(words);
  if (quote?.[1] !== undefined) {
    const end = rest.start + quote[0].length;
    return { words: { start: end - 1 - quote[1].length, end: end - 1 }, end };
  }
  const lead = about.exec(words)?.[0].length ?? (act.test(words.trimStart()) ? 0 : null);
  if (lead === null) return null;
  const span = titleSpan(reading, { start: rest.start + lead, end: rest.end });
  return span.end > span.start ? { words: span, end: span.end } : null;
}

/** The words of a title that begins at the span's beginning, up to what is told beside it. */
export function titleSpan(reading: Reading, rest: Span): Span {
  const cut = titleEnd.exec(reading.folded.slice(rest.start, rest.end))?.index;
  return strip(reading, { start: rest.start, end: cut === undefined ? rest.end : rest.start + cut });
}
