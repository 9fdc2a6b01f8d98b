import type { Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { Group } from "./group.js";
import { isMandate, type PeriodMention } from "./timeline.js";

/** Words before a period that make it part of a comparison or of a name and not the time of a result. */
const notOwn = swift(
  /(?:so với|cùng kỳ|so|kế hoạch|nghị quyết|dự toán|chỉ tiêu|khóa|luật|đại hội|từ|thực hiện năm|chương trình|đề án|quyết toán|giá so sánh|giá cố định|giá hiện hành|giá gốc|kết dư ngân sách|kết dư|chuyển nguồn|chuyển nguồn từ|tồn quỹ|tồn quỹ ngân sách|chuẩn nghèo|chuẩn nghèo đa chiều|đa chiều|kỳ họp|phiên họp|gấp [\p{L}\d.,]{1,6} lần)(?: (?:của|cả|đầu|cuối|trong|thực hiện))? ?$|(?<!\p{L})so với [^,;.(]{0,30}$|(?:cao|thấp|nhiều|ít|lớn|nhanh|chậm) hơn [^,;.]{0,50}$/u,
);

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

/** A bracket that was opened before ends here. */
export const bracketEnds = /^[^()]*\)/;

/** Periods of a span that are no part of a comparison: "so với năm 2015", "kế hoạch năm". */
export function periodsIn(reading: Reading, mentions: Mentions, span: Span): PeriodMention[] {
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
