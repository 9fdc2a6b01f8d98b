import type { Mentions } from "../../mentions/mention.js";
import { Lexicon } from "../../vietnamese/lexicon.js";
import type { Reading } from "../../vietnamese/reading.js";
import { covers, type Span } from "../../vietnamese/span.js";
import type { Words } from "../draft.js";
import { lastPart, lastSegment } from "./commas.js";
import type { Group } from "./groups.js";
import { acting, attaining, directing, having, heads, opening } from "./indicator-words.js";
import { countWords, folded, strip } from "./words.js";

const attainingWords = Lexicon.of(attaining);
const havingWords = Lexicon.of(having);
const openingWords = Lexicon.of(opening);
const directingWords = Lexicon.of(directing);
const headWords = Lexicon.of(heads);

/** The words that say what a group's number measures. */
export interface IndicatorFound {
  readonly words: Words;
  /** what stands before a colon and names the family of the indicator */
  readonly parent: Span | null;
  /** the verb that led into it: "giảm [tỷ lệ hộ nghèo]" */
  readonly direction: string | null;
  /** only the counted noun or "tỷ lệ": what it is counted of stands with the number before */
  readonly thin: boolean;
  /** the words before the number, which a thin neighbour shares */
  readonly left: Span | null;
}

/** Where a group may look for its words: behind the group before it, before the group after it. */
export interface Field {
  readonly from: number;
  readonly to: number;
  /** the whole clause is one item of a list, so its commas part nothing */
  readonly item: boolean;
}

/** Reads the indicator from the words before the number, behind it, or both; `words` is empty where none stand there. */
export function readIndicator(reading: Reading, mentions: Mentions, group: Group, field: Field): IndicatorFound {
  const before = strip(reading, { start: field.from, end: group.start }, ",.;–-+* ");
  if (group.subject !== undefined) return { words: [strip(reading, { start: group.subject, end: group.start })], parent: null, direction: null, thin: false, left: null };
  const { span: tail, colon } = afterColon(reading, before);
  const lone = isEmpty(reading, mentions, lastPart(reading, tail)) && behind(reading, group, field) !== null;
  const narrowed = lone ? lastPart(reading, tail) : field.item && colon ? tail : lastSegment(reading, tail, startsOwn);
  const { span: opened, direction } = stripOpening(reading, mentions, narrowed);
  const { span: left, attained } = stripAttaining(reading, mentions, opened);
  const parent = tail.start > before.start ? strip(reading, { start: before.start, end: tail.start }) : null;
  const words = withoutAsides(reading, mentions, compose(reading, mentions, group, field, left, attained));
  return { words, parent, direction, thin: isThin(reading, group, words), left: countWords(reading, left) > 0 ? left : null };
}

/** "5.941 khẩu", "đạt tỷ lệ 98%", "Tổng số 706 hộ" name no indicator by themselves. */
function isThin(reading: Reading, group: Group, words: Words): boolean {
  const said = words.map((span) => folded(reading, span)).join(" ").trim();
  const counted = group.quantity?.value.kind === "count" ? group.quantity.value.unitWords : null;
  const noun = counted ? folded(reading, counted).trim() : "";
  return /^(?:(?:đạt )?(?:tỷ lệ|tỉ lệ)|số|số tiền|số vốn|với số vốn|tổng số|tổng|tổng cộng|với|(?:năm )?(?:19|20)\d\d|)$/u.test(said.replace(noun, "").trim()) && said.length < 40;
}

/** Whether only words of opening and attaining stand there: "đảm bảo đạt [50% thủ tục …]". */
function isEmpty(reading: Reading, mentions: Mentions, span: Span): boolean {
  const { span: opened } = stripOpening(reading, mentions, span);
  const { span: rest } = stripAttaining(reading, mentions, opened);
  return countWords(reading, rest) === 0 || isSubject(reading, mentions, rest);
}

function compose(reading: Reading, mentions: Mentions, group: Group, field: Field, left: Span, attained: boolean): Words {
  const right = behind(reading, group, field);
  const counted = group.quantity?.value.kind === "count" ? group.quantity.value.unitWords : null;
  const hasLeft = countWords(reading, left) > 0 && !isSubject(reading, mentions, left) && !(right && isListLead(reading, left));
  const head = headWords.matchAt(reading.folded, left.start);
  const action = acting.exec(folded(reading, left).slice(0, 90));
  const verbal = action !== null && (action.index === 0 || !head);
  // "Thành phố và các nhà đầu tư [ký kết …]": who did it is no part of what was done
  const done = verbal && !attained && action.index > 0 && subject.test(folded(reading, left)) ? { start: left.start + action.index, end: left.end } : left;
  if (!group.quantity) return hasLeft ? [left] : [];
  if (!hasLeft) return counted ? [{ start: counted.start, end: right?.end ?? counted.end }] : right ? [right] : [];
  if (attained && !(verbal && counted && right)) return [left];
  if (counted) return verbal || !head ? [done, { start: counted.start, end: right?.end ?? counted.end }] : [left];
  return verbal && right ? [done, right] : [done];
}

const subject =
  /^(?:các |những |toàn thể |toàn |đồng chí |ông |bà |ban |hội |đoàn )?(?:thành phố|tp|tphcm|tỉnh|huyện|quận|thị xã|phường|xã|thị trấn|thôn|xóm|bản|ấp|khu phố|địa phương|đơn vị|cơ quan|nhân dân|người dân|bà con|hội viên|đoàn viên|công ty|doanh nghiệp|đảng bộ|đảng ủy|chi bộ|ban|ngành|sở|ubnd|hđnd|mttq|ủy ban|mặt trận|tổ chức|chủ tịch|bí thư|công an|quân sự|cấp ủy|lực lượng|trường|trạm|nhà đầu tư|cán bộ|chính quyền|hội nông dân|hội phụ nữ|ban thường trực|từ nguồn|từ đầu năm)(?!\p{L})/u;

/** Words directly behind the number, up to the next clause or number. */
function behind(reading: Reading, group: Group, field: Field): Span | null {
  if (!group.quantity) return null;
  const { end: mentionEnd, value } = group.quantity;
  const start = Math.min(mentionEnd, value.unitWords?.end ?? mentionEnd);
  const comparison = group.comparisons.map((one) => one.text.start).filter((at) => at >= start);
  const end = Math.min(field.to, ...comparison);
  if (end <= start || !/^[ ]{0,2}[\p{L}"(]/u.test(reading.folded.slice(start, start + 3))) return null;
  const span = strip(reading, { start, end: behindEnd(reading, group, start, end) });
  return span.end > span.start && countWords(reading, span) > 0 ? span : null;
}

/** The end of the phrase behind a number: a short second part of an enumeration belongs to it. */
function behindEnd(reading: Reading, group: Group, start: number, end: number): number {
  const slice = reading.folded.slice(start, end);
  const commas = [...slice.matchAll(/, |,$|[:.] /g)].map((match) => match.index);
  const [first, second] = commas;
  if (first === undefined) return end;
  const next = { start: start + first + 1, end: second === undefined ? end : start + second };
  const stripped = strip(reading, next);
  const short = countWords(reading, stripped) <= 3 && countWords(reading, stripped) > 0;
  // "90% người dân, doanh nghiệp hài lòng": a bare noun says nothing yet, so the next part belongs to it
  const bare = group.quantity?.value.kind === "share" && countWords(reading, { start, end: start + first }) <= 3;
  if (bare && slice.charAt(first) === "," && next.end - next.start < 90) return behindNext(reading, next, end);
  const joins = slice.charAt(first) === "," && short && !startsOwn(reading, stripped) && !attainingWords.matchAt(reading.folded, stripped.start) && !openingWords.matchAt(reading.folded, stripped.start);
  return joins ? next.end : start + first;
}

/** Takes further bare nouns of an enumeration along: "cán bộ, công chức, viên chức sử dụng chữ ký số". */
function behindNext(reading: Reading, part: Span, end: number): number {
  const following = /^, [^,:.]{2,90}/u.exec(reading.folded.slice(part.end, end));
  return following && countWords(reading, part) <= 2 ? part.end + following[0].length : part.end;
}

function startsOwn(reading: Reading, span: Span): boolean {
  const at = strip(reading, span).start;
  const opened = openingWords.matchAt(reading.folded, at);
  const start = opened ? strip(reading, { start: opened.end, end: span.end }).start : at;
  if (headWords.matchAt(reading.folded, start)) return true;
  const words = reading.folded.slice(start, span.end);
  return acting.exec(words)?.index === 0 && countWords(reading, { start, end: span.end }) >= 3;
}

/** What stands behind the last colon, if anything: "với kết quả: [Số hóa hồ sơ]". A colon at the end stays out. */
function afterColon(reading: Reading, span: Span): { readonly span: Span; readonly colon: boolean } {
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
const reporting = / (?:đã|cũng ghi nhận|ghi nhận|cho biết|cho thấy|báo cáo|thông tin)(?: rằng)?,? (?=\p{L})/u;

function stripOpening(reading: Reading, mentions: Mentions, span: Span): { readonly span: Span; readonly direction: string | null } {
  let { start } = strip(reading, span);
  let direction: string | null = null;
  const said = reporting.exec(folded(reading, { start, end: span.end }));
  if (said && !headWords.matchAt(reading.folded, start) && countWords(reading, { start, end: start + said.index }) <= 6) start += said.index + said[0].length;
  for (let turns = 0; turns < 6; turns++) {
    const at = strip(reading, { start, end: span.end }).start;
    const period = times(mentions, { start: Math.max(0, at - 12), end: span.end }).find((one) => one.start <= at && at < one.end);
    const opened = openingWords.matchAt(reading.folded, at, span.end);
    const directed = directingWords.matchAt(reading.folded, at, span.end);
    const follows = directed && headWords.matchAt(reading.folded, strip(reading, { start: directed.end, end: span.end }).start, span.end);
    const head = headWords.matchAt(reading.folded, at, span.end);
    if (period) start = period.end;
    else if (directed && follows) {
      direction ??= directed.value;
      start = directed.end;
    } else if (opened && (!head || opened.end > head.end)) start = opened.end;
    else return { span: { start: at, end: Math.max(at, span.end) }, direction };
  }
  return { span: { start, end: Math.max(start, span.end) }, direction };
}

const attainedAs = /(?<!\p{L})(?:đạt|chiếm|ở mức) (?:\p{L}{1,7} ){0,3}(?:với|là)$/u;

function stripAttaining(reading: Reading, mentions: Mentions, span: Span): { readonly span: Span; readonly attained: boolean } {
  let end = strip(reading, span, ",.;–- ").end;
  let attained = false;
  for (let turns = 0; turns < 6; turns++) {
    const at = strip(reading, { start: span.start, end }, " :,(-\"").end;
    if (reading.folded.slice(at, end).includes(":")) attained = true;
    const period = times(mentions, { start: span.start, end: at }).find((one) => one.end === at);
    const match = attainingWords.matchBefore(reading.folded, at, 30);
    const had = havingWords.matchBefore(reading.folded, at, 20);
    const phrase = attainedAs.exec(reading.folded.slice(span.start, at));
    if (period && period.start > span.start) end = period.start;
    else if (period) return { span: { start: span.start, end: span.start }, attained };
    else if (phrase) {
      end = span.start + phrase.index;
      attained = true;
    } else if (match && match.start >= span.start) {
      end = match.start;
      attained = true;
    } else if (had && had.start >= span.start) end = had.start;
    else return { span: { start: span.start, end: at }, attained };
  }
  return { span: { start: span.start, end }, attained };
}

/** "Các chỉ tiêu chủ yếu: …" leads into a list and names no indicator. */
function isListLead(reading: Reading, span: Span): boolean {
  return /^(?:[^\p{L}]{0,4})(?:các |một số |những )?(?:chỉ tiêu|kết quả|mục tiêu|nhiệm vụ|số liệu|hoạt động)(?!\p{L})/u.test(folded(reading, span));
}

/** "toàn xã", "Tứ Cường", "HĐND huyện": who did it, not what was done. */
function isSubject(reading: Reading, mentions: Mentions, span: Span): boolean {
  const words = folded(reading, span).trim();
  if (/^(?:toàn|trên địa bàn|trong) (?:xã|phường|huyện|quận|tỉnh|thành phố|thị trấn|thị xã|ngành|địa bàn|đảng bộ)(?: \p{L}+){0,3}$/u.test(words)) return true;
  if (/^(?:xã|phường|huyện|quận|tỉnh|thành phố|địa phương|đơn vị|chúng ta|thị trấn|thị xã|ta|họ)$/u.test(words)) return true;
  const around = { start: Math.max(0, span.start - 40), end: span.end + 40 };
  return mentions.within(around).some((one) => (one.kind === "area" || one.kind === "body") && covers(one, span));
}

const comparedTo = /,? ?\(?so (?:với )?(?:cùng kỳ|năm|đầu|kế hoạch|tháng|quý|nhiệm kỳ)[^,;:()]{0,30}\)?/u;
const yearly = /,? (?:trong|của|ở|vào|tính)$/u;

/** The words without the period, the comparison and long brackets that stand among them. */
function withoutAsides(reading: Reading, mentions: Mentions, words: Words): Words {
  return words.flatMap((span) => {
    const cuts: Span[] = [...folded(reading, span).matchAll(/(?:trong )?(?<![\p{L}\d])\d{1,2} (?:tháng(?: qua)?|năm qua)(?!\p{L})/gu)].map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].length }));
    cuts.push(...mentions.of("period", span).map(({ start, end }) => ({ start, end })));
    const bound = / trở (?:lên|xuống)(?!\p{L})/u.exec(folded(reading, span));
    if (bound) cuts.push({ start: span.start + bound.index, end: span.start + bound.index + bound[0].length });
    const compared = comparedTo.exec(folded(reading, span));
    if (compared && compared.index > 0) cuts.push({ start: span.start + compared.index, end: span.start + compared.index + compared[0].length });
    for (const bracket of folded(reading, span).matchAll(/\([^()]{1,300}\)/gu)) {
      const cut = { start: span.start + bracket.index, end: span.start + bracket.index + bracket[0].length };
      if (countWords(reading, cut) > 6) cuts.push(cut);
    }
    return without(reading, span, cuts);
  });
}

function without(reading: Reading, span: Span, cuts: readonly Span[]): Span[] {
  const found: Span[] = [];
  let start = span.start;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start < start) continue;
    const before = folded(reading, { start, end: cut.start });
    found.push(strip(reading, { start, end: cut.start - (yearly.exec(before.trimEnd())?.[0].length ?? 0) }, " ,:;-"));
    start = cut.end;
  }
  found.push(strip(reading, { start, end: span.end }, " ,:;-"));
  return found.map((part) => tidy(reading, part)).filter((part) => countWords(reading, part) > 0);
}

const dangling = / (?:và|với|cùng|để|có|cho|trong|đạt|là|của|hoặc|do|từ|ở|tại|trên|được|còn)$/u;

/** The words without a bracket that has no partner and without a last word that leads on to what was cut. */
function tidy(reading: Reading, span: Span): Span {
  let { start, end } = span;
  for (let turns = 0; turns < 3; turns++) {
    const words = reading.folded.slice(start, end);
    const open = words.indexOf("(");
    const close = words.indexOf(")");
    const last = dangling.exec(words);
    if (open === 0 && close < 0) start++;
    else if (close >= 0 && (open < 0 || close < open)) start += close + 1;
    else if (open >= 0 && close < 0) end = start + open;
    else if (last) end = start + last.index;
    else break;
    ({ start, end } = strip(reading, { start, end }, " ,:;-"));
  }
  return { start, end };
}
