import type { Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { bracketEnds, periodsIn } from "./clause-periods.js";
import type { Clause } from "./clauses.js";
import type { PeriodMention } from "./timeline.js";

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
