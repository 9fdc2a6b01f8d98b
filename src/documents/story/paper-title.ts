import { fold } from "../../vietnamese/text/fold.js";
import { Lexicon } from "../../vietnamese/text/lexicon.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { isCapitals, type Line, squeeze } from "../lines.js";
import { issuers } from "./issuers.js";

/** The kinds of official papers (Decree 30/2020/NĐ-CP, Appendix III) whose name is a heading of its own. */
const paperKinds = Lexicon.of([
  ...[
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "quy chế",
    "quy định",
    "thông cáo",
    "thông báo",
    "hướng dẫn",
    "chương trình",
  ],
  ...["kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "công điện", "kết luận"],
]);

/** How the lines below the summary (trích yếu) begin: the grounds, the body that meets, its term and session. */
const grounds = Lexicon.of([
  ...["căn cứ", "xét", "thực hiện", "sau khi", "qua xem xét", "trên cơ sở", "theo đề nghị", "để", "kính gửi"],
  ...["khóa", "kỳ họp", "quyết nghị", "quyết định", "điều 1", "phần", "chương", "mục", "i", "1"],
]);
/** A line that ends so goes on in the next, whatever that begins with. */
const openEnd = swift(/(?<!\p{L})(?:của|do|cho|với|tại|và|về|giữa|việc|các|trên|theo|đến|-|,)$/u);
/** "NGHỊ QUYẾT CỦA HĐND TỈNH …": whose paper it is, in the line of its kind. */
const ofIssuer =
  /^ của (?:hđnd|hội đồng nhân dân|ubnd|ủy ban nhân dân|ban chấp hành|bch|đảng bộ|đảng ủy|tỉnh ủy|huyện ủy) [^,;:.]{2,50}$/u;
/** "Nghị quyết số: 86/2019/NQ-HĐND": the number's line says the kind and no summary */
const numberAlone = swift(/^nghị quyết số ?:? ?\d/u);
const headLines = 30;
const longestSummary = 8;
/** a kind that begins its summary's line stands at the top */
const summaryLines = 6;
/** how much of a line tells what it begins with */
const headOfLine = 60;

/** Where a paper's title stands: the lines from `from` to before `to`, and the title they make. */
export interface PaperTitle {
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

/**
 * The title of an official paper: its kind, alone on a line in capitals, and the summary below it in one line. The kind
 * may also begin the summary's own line where grounds ("Căn cứ …") follow. `null` for a text that is no such paper.
 */
export function findPaperTitle(lines: readonly Line[]): PaperTitle | null {
  for (const [from, line] of lines.slice(0, headLines).entries()) {
    if (from > summaryLines && !isCapitals(line.text)) continue;
    const folded = fold(line.text.slice(0, headOfLine));
    const kind = paperKinds.matchStart(folded);
    if (!kind) continue;
    const alone = !/[\p{L}\p{N}]/u.test(folded.slice(kind.end).replace(ofIssuer, ""));
    if (alone ? !isCapitals(line.text) : numberAlone.test(folded) || !isSummaryLine(lines, from)) continue;
    const to = endOfSummary(lines, from, alone);
    if (to - from === 1 && alone) continue;
    return { from, to, title: titleOf(lines.slice(from, to)) };
  }
  return null;
}

/** "Nghị quyết về …" is a paper's title when grounds follow it at once; a story about a resolution has none. */
function isSummaryLine(lines: readonly Line[], at: number): boolean {
  if ((lines[at]?.text.length ?? 0) > 300) return false;
  return lines.slice(at + 1, at + 8).some((line) => /^căn cứ(?!\p{L})/u.test(fold(line.text.slice(0, headOfLine))));
}

function endOfSummary(lines: readonly Line[], from: number, alone: boolean): number {
  let to = from + 1;
  while (to < lines.length && to - from <= longestSummary) {
    const line = lines[to];
    if (!line) break;
    const above = fold(lines[to - 1]?.text.slice(-20) ?? "");
    const first = alone && to === from + 1;
    const goesOn = openEnd.test(above) && !first;
    if (
      !goesOn &&
      (grounds.matchStart(line.text.slice(0, headOfLine)) || issuers.matchStart(line.text.slice(0, headOfLine)))
    )
      break;
    if (!first && !goesOn && line.gap && !/^\p{Ll}/u.test(line.text)) break;
    if (line.text.length > 400 || /[;:]$/.test(line.text) || !/\p{L}/u.test(line.text)) break;
    to++;
  }
  return to;
}

/** Word-segmented texts join syllables with underscores; a title is read by people. */
function titleOf(lines: readonly Line[]): string {
  return squeeze(
    lines
      .map((line) => line.text)
      .join(" ")
      .replaceAll("_", " "),
  );
}
