import type { Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { Words } from "../../draft.js";
import { countWords, folded, strip } from "../words.js";
import { withoutAsides } from "./asides.js";
import { lastPart, lastSegment, tellsState } from "./commas.js";
import type { Field, Group } from "./group.js";
import { acting } from "./indicator-words.js";
import {
  afterColon,
  headWords,
  isEmpty,
  isListLead,
  isSubject,
  startsOwn,
  stripAttaining,
  stripOpening,
  topicOf,
} from "./left-words.js";
import { behind } from "./right-words.js";

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
  /** only who has it stands before the number: "xã có [3 trường]", so neither it nor its neighbours share other words */
  readonly had: boolean;
}

/** Reads the indicator from the words before the number, behind it, or both; `words` is empty where none stand there. */
export function readIndicator(reading: Reading, mentions: Mentions, group: Group, field: Field): IndicatorFound {
  // "95 mô hình, dự án/ 4.568 hộ vay": nothing before the slash is told of the number behind it
  const slashed = group.quantity !== null && /\/ ?$/.test(reading.folded.slice(field.from, group.start));
  const from = slashed ? group.start : field.from;
  const before = strip(reading, { start: from, end: group.start }, ",.;–-+* ");
  if (group.subject !== null)
    return {
      words: [strip(reading, { start: group.subject, end: group.start })],
      parent: null,
      direction: null,
      thin: false,
      left: null,
      had: false,
    };
  const total = newTotal(reading, group, before, behind(reading, group, field));
  if (total) return { words: total, parent: null, direction: null, thin: false, left: null, had: true };
  const { span: all, colon } = afterColon(reading, before);
  const tail = withoutWorth(reading, all);
  const right = behind(reading, group, field);
  // "…, 100% hồ sơ được số hóa": what stands before the comma is told of something else
  const parted =
    right !== null &&
    partsFrom(group, reading.folded.slice(field.from, group.start)) &&
    !/đạt/.test(reading.folded.slice(group.start, right.start)) &&
    !reading.folded.startsWith("so với", right.start);
  const last = parted ? { start: group.start, end: group.start } : lastPart(reading, tail);
  // "Nhóm tiêu chí về quy hoạch: [100% các xã đã được phê duyệt]"
  const stated =
    right !== null &&
    colon &&
    predicate.test(folded(reading, { start: countedNoun(group)?.start ?? right.start, end: right.end }).trimStart());
  const lone = right !== null && (stated || isEmpty(reading, mentions, last));
  const topic = right === null && group.quantity?.value.kind === "count" ? topicOf(reading, tail) : null;
  const narrowed =
    topic ??
    (stated
      ? { start: group.start, end: group.start }
      : lone
        ? last
        : field.item && colon
          ? tail
          : lastSegment(reading, tail, startsOwn));
  const { span: opened, direction } = stripOpening(reading, mentions, narrowed);
  const { span: told, attained } = stripAttaining(reading, mentions, lastAim(reading, opened));
  const left = group.quantity && !attained ? withoutActor(reading, told) : told;
  const lead = strip(reading, { start: before.start, end: tail.start });
  // "Năm 2018: 1.033 hộ": a time is no family of indicators
  const parent =
    tail.start > before.start &&
    !divides.test(folded(reading, lead)) &&
    !mentions.of("period", lead).some((one) => covers(one, lead))
      ? lead
      : null;
  const had = countWords(reading, left) > 0 && isSubject(reading, mentions, left);
  const words = withoutAsides(reading, mentions, compose(reading, mentions, group, right, left, attained));
  return {
    words,
    parent,
    direction,
    thin: !had && (slashed || isThin(reading, group, words)),
    left: countWords(reading, left) > 0 && !had ? left : null,
    had,
  };
}

const raisedTotal = swift(
  /(?<!\p{L})(?:nâng|đưa) (?<total>tổng số(?: [^,;:.\d]{1,40}?)?)(?: lên| đạt| tới| thành| là| trên| hơn| gần| khoảng){1,3} ?$/u,
);

/** "…, nâng [tổng số] lên 32 [hợp tác xã]": the new total is of no action that was told before. */
function newTotal(reading: Reading, group: Group, before: Span, right: Span | null): Words | null {
  const words = raisedTotal.exec(reading.folded.slice(before.start, group.start));
  const total = words?.groups?.["total"];
  if (!words || total === undefined) return null;
  const start = before.start + words.index + words[0].indexOf(total);
  const span = { start, end: start + total.length };
  const counted = countedNoun(group);
  const said = counted && total.includes(folded(reading, counted).trim());
  return counted && !said ? [span, { start: counted.start, end: right?.end ?? counted.end }] : [span];
}

const predicate = swift(/^(?:các |số )?\p{L}+(?:,? \p{L}+){0,8} (?:đã|đạt|được|có)(?!\p{L})/u);

/** "phấn đấu tăng trưởng cao hơn cả nước và [phấn đấu hoàn thành]": the second aim has its own number. */
function lastAim(reading: Reading, span: Span): Span {
  const next = / và (?=(?:phấn đấu|quyết tâm) )(?!.* và (?:phấn đấu|quyết tâm) )/.exec(folded(reading, span));
  return next ? { start: span.start + next.index + next[0].length, end: span.end } : span;
}

/** "Dự án hạ tầng khu công nghiệp[, với giá trị] 58 tỷ đồng": what is worth it stands before. */
function withoutWorth(reading: Reading, span: Span): Span {
  const worth = /, (?:với|có)? ?(?:tổng )?(?:giá trị|trị giá|kinh phí|số tiền|số vốn) ?$/.exec(folded(reading, span));
  const rest = worth && { start: span.start, end: span.start + worth.index };
  return rest && countWords(reading, rest) > 2 ? rest : span;
}

/** A comma parts; so does "với" before a share of things: "cải cách hành chính bứt phá với [100% hồ sơ đúng hạn]". */
function partsFrom(group: Group, before: string): boolean {
  if (/, ?$/.test(before)) return true;
  const joined = / với(?: tổng số)? ?$/.exec(before);
  return joined !== null && (group.quantity?.value.kind === "share" || tellsState.test(before.slice(0, joined.index)));
}

const countedNoun = ({ quantity }: Group): Span | null =>
  quantity?.value.kind === "count" ? quantity.value.unitWords : null;

/** "5.941 khẩu", "đạt tỷ lệ 98%", "Tổng số 706 hộ" name no indicator by themselves. */
function isThin(reading: Reading, group: Group, words: Words): boolean {
  const said = words
    .map((span) => folded(reading, span))
    .join(" ")
    .trim();
  const counted = countedNoun(group);
  const noun = counted ? folded(reading, counted).trim() : "";
  return (
    /^(?:(?:đạt |chiếm )?(?:tỷ lệ|tỉ lệ)|số|số tiền|số vốn|với số vốn|(?:với )?(?:tổng )?giá trị|tổng số|tổng|tổng cộng|bình quân|với|(?:năm )?(?:19|20)\d\d|)$/.test(
      said.replace(noun, "").trim(),
    ) && said.length < 40
  );
}

function compose(
  reading: Reading,
  mentions: Mentions,
  group: Group,
  right: Span | null,
  left: Span,
  attained: boolean,
): Words {
  const counted = countedNoun(group);
  const hasLeft =
    countWords(reading, left) > 0 &&
    !divides.test(folded(reading, left)) &&
    !isSubject(reading, mentions, left) &&
    !(right && isListLead(reading, left));
  const head = headWords.matchAt(reading, left.start);
  const action = actionIn(reading, left);
  const verbal = action !== null && (action === 0 || !head);
  if (!group.quantity) {
    const object = objectOfPlan(reading, group);
    return object ? [object] : hasLeft ? [left] : [];
  }
  if (!hasLeft) return counted ? countedWords(reading, counted, right) : right ? [right] : [];
  // "Xây dựng: 25 km [đường giao thông]", "Thành lập: 20 [doanh nghiệp]"
  const object = verbal && countWords(reading, left) <= 2 ? (counted ?? right) : counted && right;
  if (attained && !(verbal && object)) return [left];
  // "khai thác đá chẻ 221 nghìn viên": the action's object stands there already
  const complete = !verbal || countWords(reading, left) > 3;
  if (counted && complete && classifier.test(folded(reading, counted))) return [left];
  if (counted) return verbal || !head ? [left, ...countedWords(reading, counted, right)] : [left];
  return verbal && right ? [left, right] : [left];
}

/** What is counted and what is told of it: "2.045 [xã] (23%) [được công nhận đạt chuẩn]" leaves the bracket out. */
function countedWords({ folded: words }: Reading, counted: Span, right: Span | null): Words {
  if (right && words.slice(counted.end, right.start).includes("%")) return [counted, right];
  return [{ start: counted.start, end: right?.end ?? counted.end }];
}

const farthestAction = 90;

/** Where the first action in the words begins. */
function actionIn(reading: Reading, span: Span): number | null {
  const words = folded(reading, span).slice(0, farthestAction);
  return acting.exec(words.replace(inspectors, (name) => "-".repeat(name.length)))?.index ?? null;
}

/** "Thành phố và các nhà đầu tư [ký kết …]": who did it is no part of what was done. */
function withoutActor(reading: Reading, span: Span): Span {
  const action = headWords.matchAt(reading, span.start) ? null : actionIn(reading, span);
  const acted = action !== null && action > 0 && subject.test(folded(reading, span));
  return acted ? { start: span.start + action, end: span.end } : span;
}

/** "… 23 tỷ đồng là vốn của tỉnh, chia làm 2 giai đoạn: …": the parts are of what stands before. */
const divides = swift(/^(?:được )?(?:chia|phân) (?:làm|thành|ra) [\p{L}\d]+ (?:giai đoạn|nhóm|đợt|phần|năm)(?!\p{L})/u);

/** "gia cầm 600 nghìn con": how it is counted says nothing of what it is. */
const classifier = /^ ?(?:con|cái|chiếc|quả|cây|viên|tấm|quyển|cuốn|lượt(?: người| khách)?) ?$/;

/** "… ổn định và hoàn thành 100% chỉ tiêu [giao quân]": what the plan is for, where another result stands before. */
function objectOfPlan({ folded: words }: Reading, { comparisons: [only], clause }: Group): Span | null {
  if (only?.basis !== "plan" || !/^$|(?:và|,) $/.test(words.slice(clause.start, only.text.start))) return null;
  const object = planFor.exec(words.slice(only.text.start, only.text.end))?.groups?.["object"];
  return object === undefined ? null : { start: only.text.end - object.length, end: only.text.end };
}

const planFor = swift(
  /(?:chỉ tiêu|kế hoạch) (?<object>(?!(?:giao(?! quân)|năm|đề|được|do|của|quý|tháng|nghị|pháp|hđnd|ubnd|tỉnh|huyện|xã|phường|quận|thành|trung|cả|đã|trên|cấp|so)(?!\p{L}))\p{L}+ \p{L}+[^,;]*)$/u,
);

/** bodies called by what they do */
const inspectors = /^(?:ủy ban|ub|ban|đoàn) (?:kiểm tra|giám sát)(?: các cấp)?|^ubkt(?: các cấp)?/;

/** Who did it, at the beginning of a clause. */
const subject = swift(
  /^(?:các |những |toàn thể |toàn |đồng chí |ông |bà |ban |hội |đoàn )?(?:thành phố|tp|tphcm|tỉnh|huyện|quận|thị xã|phường|xã|thị trấn|thôn|xóm|bản|ấp|khu phố|địa phương|đơn vị|cơ quan|nhân dân|người dân|bà con|hội viên|đoàn viên|công ty|doanh nghiệp|đảng bộ|đảng ủy|chi bộ|ban|ngành|sở|ubnd|hđnd|mttq|ủy ban|mặt trận|tổ chức|chủ tịch|bí thư|công an|quân sự|cấp ủy|lực lượng|trường|trạm|nhà đầu tư|cán bộ|chính quyền|hội nông dân|hội phụ nữ|ban thường trực|từ nguồn|từ đầu năm)(?!\p{L})/u,
);
