import type { Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { countWords, strip } from "../words.js";
import type { Clause } from "./clauses.js";
import { segments } from "./commas.js";

/** A result in words: what is judged, and the judgement. */
export interface StatusFound {
  readonly words: readonly Span[];
  readonly status: Span;
  readonly evidence: Span;
}

/** "Không có hộ nghèo: Đạt". */
const afterColon =
  /^(?<what>[^:]{3,200}?) ?: ?(?<status>(?:không )?(?:đạt|hoàn thành|hoàn thành tốt|hoàn thành xuất sắc|tốt|khá|xuất sắc|vượt|giữ vững|duy trì|xếp loại)(?: [^,;.:]{1,40})?)[ .]*$/;
/** "Cải cách hành chính được xếp loại tốt", "Đảng bộ đạt TSVM cấp huyện". */
const verbs =
  /^(?<what>[^:]{2,160}?) (?:được |đều được |đều |phải )?(?<status>(?:xếp loại|xếp hạng|đạt chuẩn|đạt tiêu chí|đạt danh hiệu|được công nhận|đạt loại|đạt mức|đạt) ?(?<rest>[^:]{0,100}))$/;
const judged =
  /^(?:xếp loại|đạt loại|đạt mức|đạt tiêu chí|đạt danh hiệu)|^đạt (?:tsvm|trong sạch|tiên tiến|chuẩn|xuất sắc|vững mạnh|loại|mức|tốt|khá|hoàn thành|yêu cầu|đơn vị|tập thể)/;

/** The status that a clause without a number gives, in a list of chỉ tiêu. */
export function readStatus(reading: Reading, mentions: Mentions, clause: Clause): StatusFound[] {
  if (mentions.of("quantity", clause).length > 0) return lastStatus(reading, mentions, clause);
  return one(reading, strip(reading, clause, ",.; "));
}

function one(reading: Reading, span: Span): StatusFound[] {
  const found = judge(reading, span);
  return found ? [found] : [];
}

/** "Có 5/5 khóm đạt …, tỷ lệ hộ … 95% trở lên và phường đạt chuẩn văn minh đô thị": the status behind the last number. */
function lastStatus(reading: Reading, mentions: Mentions, clause: Clause): StatusFound[] {
  const last = mentions.of("quantity", clause).at(-1);
  if (!last) return [];
  const rest = { start: last.end, end: clause.end };
  const joint = /^[ ]?(?:,|và) (?=\p{L})/u.exec(reading.folded.slice(rest.start, rest.end));
  if (!joint) return [];
  const span = strip(reading, { start: rest.start + joint[0].length, end: clause.end }, ",.; ");
  return countWords(reading, span) >= 4 ? one(reading, span) : [];
}

function judge(reading: Reading, span: Span): StatusFound | null {
  const slice = reading.folded.slice(span.start, span.end);
  if (slice.length > 260) return null;
  const colon = afterColon.exec(slice);
  if (colon?.groups)
    return found(reading, span, colon.groups["what"] ?? "", colon.groups["status"] ?? "", slice.length);
  const said = verbs.exec(slice);
  const status = said?.groups?.["status"];
  if (!said?.groups || !status || !judged.test(status)) return null;
  // "đạt chuẩn [văn minh đô thị]": what the standard is names the indicator, the judgement is the verb
  const short = /^đạt chuẩn(?= )/.exec(status)?.[0] ?? status;
  return found(
    reading,
    span,
    said.groups["what"] ?? "",
    short,
    slice.indexOf(status, (said.groups["what"] ?? "").length) + short.length,
  );
}

const lead = /^(?:duy trì|phấn đấu|giữ vững|tiếp tục|và|trong đó|phấn đấu có)(?: |$)/;

function found(reading: Reading, span: Span, what: string, status: string, statusEnd: number): StatusFound | null {
  const slice = reading.folded.slice(span.start, span.end);
  const at = slice.lastIndexOf(status, statusEnd - status.length + 1);
  const statusSpan = strip(reading, { start: span.start + at, end: span.start + at + status.length });
  const skip = lead.exec(what)?.[0].length ?? 0;
  const subject = strip(reading, { start: span.start + skip, end: span.start + what.length });
  const rest = strip(reading, { start: statusSpan.end, end: span.end });
  const words = countWords(reading, rest) > 0 ? [subject, rest] : [subject];
  if (countWords(reading, subject) === 0 || segments(reading, subject).length > 6) return null;
  return { words, status: statusSpan, evidence: { start: span.start, end: span.end } };
}
