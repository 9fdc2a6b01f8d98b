import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";
import { folded } from "../words.js";
import type { FigureClass } from "./classes.js";

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

/** "nhiệm kỳ 2025-2030": the years in office of those who were elected. */
export function isMandate(reading: Reading, period: Span): boolean {
  return folded(reading, period).startsWith("nhiệm kỳ");
}

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
