import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";
import { folded } from "../words.js";
import type { FigureClass } from "./classes.js";
import type { Clause } from "./clauses.js";
import type { Group } from "./group.js";

/** A figure's time: a period, or the days of an event. */
export type PeriodMention = MentionOf<"period"> | MentionOf<"date">;

/** When the session met, and the periods that its opening names: what it looks back on and what it plans. */
export interface Timeline {
  /** ISO day, `null` where unknown */
  readonly met: string | null;
  /** ISO day of publication, `null` where unknown: what lies ahead of it is no result */
  readonly published: string | null;
  readonly past: PeriodMention | null;
  readonly planned: PeriodMention | null;
}

/** Words before a period that make it part of a comparison or of a name and not the time of a result. */
const notOwn = swift(
  /(?:so với|cùng kỳ|so|kế hoạch|nghị quyết|dự toán|chỉ tiêu|khóa|luật|đại hội|từ|thực hiện năm|chương trình|đề án|quyết toán|giá so sánh|giá cố định|giá hiện hành|giá gốc|kết dư ngân sách|kết dư|chuyển nguồn|chuyển nguồn từ|tồn quỹ|tồn quỹ ngân sách|chuẩn nghèo|chuẩn nghèo đa chiều|đa chiều|kỳ họp|phiên họp|gấp [\p{L}\d.,]{1,6} lần)(?: (?:của|cả|đầu|cuối|trong|thực hiện))? ?$|(?<!\p{L})so với [^,;.(]{0,30}$|(?:cao|thấp|nhiều|ít|lớn|nhanh|chậm) hơn [^,;.]{0,50}$/u,
);

export function readTimeline(
  reading: Reading,
  mentions: Mentions,
  sessions: readonly DraftSession[],
  head: number,
  published: string | null = null,
): Timeline {
  const first = sessions[0];
  const dateId = first?.dates.at(-1);
  const met = (dateId && mentions.get(dateId, "date")?.value.end) || null;
  const spans: Span[] = [first?.purpose, ...(first?.name ?? []), { start: 0, end: head }].filter(
    (span) => span != null,
  );
  const periods = spans.flatMap((span) => mentions.of("period", span));
  const named = periods.filter(
    (one) => one.value.start !== null && !isMandate(reading, one) && !isHeldAgainst(reading, one),
  );
  const begun = named.filter((one) => (met === null ? !isDeadline(reading, one) : (one.value.start ?? "") <= met));
  const past = likeliest(reading, begun, lookingBack);
  const ahead = named.filter((one) => met !== null && (one.value.start ?? "") > met);
  const later = named.filter((one) => past !== null && (one.value.start ?? "") > (past.value.start ?? ""));
  const planned = likeliest(reading, ahead.length > 0 ? ahead : later, lookingAhead);
  const mandate =
    first?.kind === "conference"
      ? periods.find((one) => isMandate(reading, one) && (one.value.end ?? "") > (met ?? ""))
      : undefined;
  const days = mentions.of("date").find((one) => one.value.start !== one.value.end && !first?.dates.includes(one.id));
  return { met, published, past: past ?? days ?? null, planned: planned ?? (past ? null : (mandate ?? null)) };
}

const heldAgainst = swift(
  /(?:^|(?<!\p{L}))(?:từ chỗ [^;.]*|riêng (?:trong )?|(?:căn cứ|luật|nghị định|thông tư|pháp lệnh) [^.;]*)$|(?<!\p{L})(?:so(?: với)?|cùng k[ỳì]|gấp [\p{L}\d.,]{1,6} lần)(?: (?:cùng k[ỳì]|của|mức|số|kết quả|cả|đầu|cuối|thực hiện)){0,2} $/u,
);

/** "… tăng 5% so với năm 2019": the time before is not the report's. */
function isHeldAgainst({ folded: words }: Reading, { start }: Span): boolean {
  return heldAgainst.test(words.slice(Math.max(0, start - 80), start));
}

const deadline = swift(/(?<!\p{L})(?:vào|đến|tới|trước) (?:cuối )?$/u);

/** "… vào năm 2030": by then something is to be reached. */
function isDeadline({ folded: words }: Reading, { start }: Span): boolean {
  return deadline.test(words.slice(Math.max(0, start - 12), start));
}

/** What the opening says of a period that the meeting looks back on, or plans. */
const lookingBack = swift(
  /(?<!\p{L})(?:kết quả|đánh giá|tình hình|tổng kết|sơ kết|thực hiện|kiểm điểm)(?!\p{L})[^;.]*$/u,
);
const lookingAhead = swift(
  /(?<!\p{L})(?:phương hướng|nhiệm vụ|kế hoạch|mục tiêu|chỉ tiêu|triển khai|giải pháp|phấn đấu)(?!\p{L})[^;.]*$/u,
);
/** A paper about several years, or about money, is named beside the report, and tells not what it is about. */
const otherPaper = swift(
  /(?<!\p{L})(?:quyết toán|dự toán|giám sát|đầu tư công|trung hạn|chương trình|đề án|quy hoạch)(?!\p{L})[^,;.]*$/u,
);
/** "giảm từ 11,25% năm 2011 xuống còn …": when it was so much is not when it is so little */
const formerly = swift(/(?<!\p{L})từ [\d.,]+ ?[^,;.\d]{1,24} $/u);
const farthestWords = 120;

/** Where only papers about several years are named, none of them is the report's time. */
const least = -2;

/** The period that the opening's words speak for most, the first of equals; `null` where they speak against all. */
function likeliest(
  reading: Reading,
  periods: readonly MentionOf<"period">[],
  spokenFor: RegExp,
): MentionOf<"period"> | null {
  const weight = ({ start, value }: MentionOf<"period">) => {
    const before = reading.folded.slice(Math.max(0, start - farthestWords), start);
    const years = Number(value.end?.slice(0, 4) ?? 0) - Number(value.start?.slice(0, 4) ?? 0);
    return (
      (spokenFor.test(before) ? 1 : 0) -
      (otherPaper.test(before) ? 2 : 0) -
      (years > 0 ? 2 : 0) -
      (reading.folded.startsWith("đầu năm", start) ? 2 : 0) -
      (formerly.test(before) ? 3 : 0)
    );
  };
  const [first, ...others] = periods.map((period) => ({ period, weight: weight(period) }));
  const best = first && others.reduce((most, one) => (one.weight > most.weight ? one : most), first);
  return best && best.weight >= least ? best.period : null;
}

function isMandate(reading: Reading, period: Span): boolean {
  return folded(reading, period).startsWith("nhiệm kỳ");
}

/** The period that stands in the group's own clause and tells when its result was or will be. */
export function ownPeriod(reading: Reading, mentions: Mentions, group: Group): PeriodMention | null {
  const { clause } = group;
  const before = periodsIn(reading, mentions, { start: clause.start, end: group.start }).filter(
    ({ end }) => !isByTheWay(reading.folded.slice(end, group.start)),
  );
  const between = ({ start }: Span): string => reading.folded.slice(group.end, start);
  const behind = periodsIn(reading, mentions, { start: group.end, end: clause.end }).filter(
    (one) => one.start - group.end < 12 || within.test(between(one)) || isAttainedIn(between(one)),
  );
  return behind.find((one) => isAttainedIn(between(one))) ?? before.at(-1) ?? behind[0] ?? null;
}

/** "8 sản phẩm đăng ký OCOP [trong năm 2024]" */
const within = swift(/^ \p{L}[^,;:.\d()]{0,60} trong $/u);
/** "100% thôn đạt chuẩn văn hóa [3 năm 2019-2021]", but not the years of a standard or a paper that is attained */
const attainedIn = swift(/^ (?:\p{L}+ ){0,4}(?:đạt|được công nhận|giữ vững) [^,;:.\d()]{0,50}$/u);
const ofStandard = swift(
  /(?<!\p{L})(?:theo|tiêu chí|bộ|chương trình|đề án|kế hoạch|dự án|nghị quyết|quy hoạch|mục tiêu|chỉ tiêu|nông thôn mới|ntm|chuẩn nghèo|so|với)(?!\p{L})/u,
);

const isAttainedIn = (between: string): boolean => attainedIn.test(between) && !ofStandard.test(between);

/** The last period that the sentence named before the group; what a bracket tells by the way is not its time. */
export function sentencePeriod(reading: Reading, mentions: Mentions, group: Group): PeriodMention | null {
  const named = periodsIn(reading, mentions, { start: group.clause.sentence.start, end: group.start });
  return named.findLast(({ end }) => !isByTheWay(reading.folded.slice(end, group.start))) ?? null;
}

/** "… năm 2010, đến nay …" */
const now = swift(/(?<!\p{L})(?:đến nay|tới nay|hiện nay|đến thời điểm này)(?!\p{L})/u);
/** Whether the words between a period and a number say that it is told of another time. */
const isByTheWay = (between: string): boolean => bracketEnds.test(between) || now.test(between);
const bracketEnds = /^[^()]*\)/;

/** "Năm 2015 … 6 tháng đầu năm 2015 …": whether the sentence names a part of the time that its section is about. */
export function isWithin(told: PeriodMention | null, section: PeriodMention | null): boolean {
  if (!told?.value.start || !told.value.end || !section?.value.start || !section.value.end) return false;
  return told.start > section.start && told.value.start >= section.value.start && told.value.end <= section.value.end;
}

/** Several months of one year: "9 tháng đầu năm", "quý I". */
export function isPartYear({ value: { start, end } }: PeriodMention): boolean {
  if (start === null || end === null) return false;
  const months = Number(end.slice(5, 7)) - Number(start.slice(5, 7));
  return start.slice(0, 4) === end.slice(0, 4) && months >= 1 && months < 11;
}

/** Periods of a span that are no part of a comparison: "so với năm 2015", "kế hoạch năm". */
function periodsIn(reading: Reading, mentions: Mentions, span: Span): PeriodMention[] {
  // "từ ngày 1-12-2021 đến 30-11-2022": days of several months are a period too
  const spells = mentions.of("date", span).filter(({ value }) => value.end.slice(0, 7) > value.start.slice(0, 7));
  const periods = mentions.of("period", span);
  const all = spells.length === 0 ? periods : [...periods, ...spells].sort((a, b) => a.start - b.start);
  return all.filter((one) => {
    const before = reading.folded.slice(Math.max(0, one.start - 44), one.start);
    return isMandate(reading, one) ? opensWords.test(before) && !comparedTo.test(before) : !notOwn.test(before);
  });
}

const comparedTo = swift(/(?<!\p{L})so với [^,;.]{0,30}$/u);
/** "Nhiệm kỳ 2025-2030, Đảng bộ phấn đấu …" tells a time, "HĐND khóa II, nhiệm kỳ 2021-2026" a council. */
const opensWords = swift(
  /(?:^|[.;:,\n"] ?|(?<!\p{L})(?:trong|bước vào|bước sang|suốt|của|(?:chỉ tiêu|mục tiêu)(?: chủ yếu| chính| cơ bản| cụ thể)?) )$/u,
);

const lead =
  /^(?:(?:theo|tại|về|thông tin|báo cáo|đánh giá|số liệu) [^,]{2,60}, ?)?(?:cụ thể|bên cạnh đó|đặc biệt|riêng|tính chung|phương hướng|nhiệm vụ|kết quả|tổng kết)?[,: ]{0,2}(?:trong|bước sang|bước vào|lũy kế|đến hết|tính|tính chung|qua|sau|kết thúc)? ?$/;

/** A period that opens a clause holds for what follows: "Năm 2021, phường phấn đấu …". One half open does not. */
export function openingPeriod(reading: Reading, mentions: Mentions, clause: Clause): PeriodMention | null {
  const first = periodsIn(reading, mentions, { start: clause.start, end: Math.min(clause.end, clause.start + 140) })[0];
  if (!first || first.value.start === null || bracketEnds.test(reading.folded.slice(first.end, clause.end)))
    return null;
  return lead.test(reading.folded.slice(clause.start, first.start)) || isHeading(reading, clause, first) ? first : null;
}

const targets = /^[^.\d]{0,60}(?:\d{1,2} )?(?:chỉ tiêu|mục tiêu)[^.:\d]{0,40}$/;

/** The period of what leads a list in its own line: "…, nhiệm kỳ 2025-2030, Đảng bộ đề ra 12 chỉ tiêu cụ thể: …". */
export function listPeriod(reading: Reading, mentions: Mentions, clause: Clause): PeriodMention | null {
  const { folded: words } = reading;
  let colon = words.indexOf(":", clause.start);
  for (let count = 0; count < 3 && colon >= 0 && colon < clause.end; count++, colon = words.indexOf(":", colon + 1)) {
    const lead = { start: clause.start, end: colon };
    const named = periodsIn(reading, mentions, lead);
    const period = named.findLast(({ end }) => targets.test(words.slice(end, lead.end)));
    if (period) return period;
  }
  return null;
}

const announcing = swift(
  /(?<!\p{L})(?:đề ra|đặt ra|thông qua|biểu quyết|thống nhất|quyết nghị|xác định|giao)(?!\p{L})[^.;:]{0,60}(?:chỉ tiêu|mục tiêu)(?!\p{L})[^.;:\d]{0,100}$/u,
);

/** The time of the targets that a sentence says were set, told behind it: "… biểu quyết các chỉ tiêu năm 2018. Trong đó …". */
export function announcedPeriod(reading: Reading, mentions: Mentions, clause: Clause): PeriodMention | null {
  const named = periodsIn(reading, mentions, clause).at(-1);
  if (!named || mentions.of("quantity", clause).some(({ value }) => value.unit !== null && !setUnits.test(value.unit)))
    return null;
  return announcing.test(reading.folded.slice(clause.start, named.start)) ? named : null;
}

/** What is counted of the targets themselves. */
const setUnits = /^\{(?:nhóm )?(?:chỉ tiêu|mục tiêu|nhiệm vụ|giải pháp)\}$/;

const longestHeading = 160;
const headingWords = swift(
  /^[^.;:]*(?<!\p{L})(?:chỉ tiêu|mục tiêu|kết quả|nhiệm vụ|phương hướng|tình hình|thành tựu)(?!\p{L})/u,
);

/** "Các chỉ tiêu chính năm 2018:", "Điều 2. … năm 2024": the period of a heading holds for the list under it. */
function isHeading(reading: Reading, clause: Clause, period: Span): boolean {
  if (
    /^điều \d/.test(reading.folded.slice(clause.line.start, clause.line.start + 12)) &&
    clause.line.end - clause.line.start < 300
  )
    return true;
  if (reading.folded.charAt(clause.end - 1) === ":") return true;
  // "II. Các chỉ tiêu chủ yếu năm 2021", alone on its line
  const words = reading.folded.slice(clause.line.start, clause.line.end);
  if (clause.mark !== "" && words.length < longestHeading && headingWords.test(words) && !/[.;,]$/.test(words))
    return true;
  // "Vốn đầu tư thời kỳ 2021-2025: 5.000 tỷ đồng" is an item and heads nothing
  return /^.{0,2}:(?! ?\d)/.test(reading.folded.slice(period.end, period.end + 5));
}

/** What lies ahead of the session is a target, what lies behind it a result; `null` for the current time. */
export function classByTime(timeline: Timeline, period: PeriodMention | null): FigureClass | null {
  const { met, published, planned } = timeline;
  // a congress plans for its own years in office, which begin in the year that it meets
  if (period && planned && isSameMandate(period, planned) && (met === null || beginsIn(period, met))) return "target";
  const told = met ?? published;
  if (!told || !period) return null;
  const { start, end } = period.value;
  if (start !== null && start > told) return "target";
  if (met !== null && end !== null && end < met) return "achievement";
  return null;
}

const beginsIn = ({ value }: PeriodMention, day: string): boolean => value.start?.slice(0, 4) === day.slice(0, 4);

const isSameMandate = (one: PeriodMention, other: PeriodMention): boolean =>
  one.value.start !== null &&
  one.value.start === other.value.start &&
  one.value.end === other.value.end &&
  Number(one.value.end?.slice(0, 4)) - Number(one.value.start.slice(0, 4)) >= 4;

/** The first period that a figure of that class can be about: no target lies wholly behind the session, no result ahead. */
export function periodFor(
  { met }: Timeline,
  figureClass: FigureClass,
  candidates: readonly (PeriodMention | null)[],
): PeriodMention | null {
  const named = candidates.filter((one) => one !== null);
  const fits = ({ value: { start, end } }: PeriodMention) =>
    met === null || (figureClass === "target" ? end === null || end >= met : start === null || start <= met);
  return named.find(fits) ?? named[0] ?? null;
}

/**
 * The period of a figure at `at` for which its sentence and section name none: what the meeting was about. Without a
 * meeting only what was said before, or in the headline, is known: a later paragraph tells of its own time.
 */
export function defaultPeriod(
  timeline: Timeline,
  figureClass: FigureClass,
  at = Number.POSITIVE_INFINITY,
): PeriodMention | null {
  const { met, planned } = timeline;
  const past = met === null && (timeline.past?.start ?? 0) > at ? null : timeline.past;
  if (figureClass === "target") return planned ?? past;
  // what is planned for years to come is not when a result was reached
  const lasting =
    planned?.kind === "period" && met !== null && (planned.value.end ?? "") > `${Number(met.slice(0, 4)) + 1}`;
  return past ?? (lasting ? null : planned);
}
