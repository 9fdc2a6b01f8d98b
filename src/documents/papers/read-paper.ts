import { findPapers } from "../../vietnamese/papers.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { type Reading, read } from "../../vietnamese/text/reading.js";
import { lines as linesOf } from "../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../vietnamese/text/span.js";
import { tableRows } from "../../vietnamese/text/table-rows.js";
import { isoDay } from "../../vietnamese/time/calendar.js";
import { isCapitals } from "../lines.js";
import { issuers } from "../story/issuers.js";
import type { PaperTitle } from "../story/paper-title.js";
import { readAmendments } from "./amendments.js";
import { opensClosing, readRecipients, readSigner } from "./closing.js";
import type { Annex, Paper, Passage } from "./paper.js";
import { passage, passageOf, wordsOf } from "./passage.js";
import { readUnits } from "./units.js";

const motto = /^(?:cộng hòa xã hội|độc lập|đảng cộng sản)/u;
const enacting = /^(?:quyết nghị|quyết định|nghị quyết|chỉ thị) ?:?$/u;
const ground = swift(/^(?:[-–] ?)?(?:căn cứ|xét|theo|thực hiện|sau khi|qua xem xét|trên cơ sở|thể theo)(?!\p{L})/u);
const firstUnit = swift(/^(?:điều 1|phần|chương|mục|i)(?![\p{L}\d])/u);
const annexTitle = swift(/^(?:phụ lục|biểu số|biểu|danh mục)(?!\p{L})/u);
const placeAndDay = /(?<place>[^,;|]{2,50}), ?ngày ?(?<day>\d{1,2}) ?tháng ?(?<month>\d{1,2}) ?năm ?(?<year>\d{4})/u;
/** lines of a name below its first: "HỘI ĐỒNG NHÂN DÂN / XÃ PHÚ KHÊ THƯỢNG" */
const mostNameLines = 3;

/**
 * Reads a paper's parts by the layout of Decree 30/2020/NĐ-CP.
 * @param title which lines hold its kind and its summary
 */
export function readPaper(text: string, title: PaperTitle): Paper | null {
  const reading = read(text);
  const lines = linesOf(reading);
  const kindLine = lines[title.from];
  if (!kindLine) return null;
  const head = lines.slice(0, title.from);
  const below = lines.slice(title.to);
  const enacts = below.findIndex((line) => enacting.test(wordsOf(reading, line)));
  const first = below.findIndex((line) => firstUnit.test(wordsOf(reading, line)));
  const preamble = below.slice(0, enacts >= 0 ? enacts : Math.max(0, first));
  const rest = below.slice(enacts >= 0 ? enacts + 1 : Math.max(0, first));
  const closing = rest.findIndex((line) => opensClosing(reading, line));
  const body = closing < 0 ? rest : rest.slice(0, closing);
  const behind = closing < 0 ? [] : rest.slice(closing);
  const annexAt = behind.findIndex((line) => isAnnexTitle(reading, line));
  const signing = annexAt < 0 ? behind : behind.slice(0, annexAt);
  const [kind, summary] = titleParts(reading, lines.slice(title.from, title.to));
  return {
    kind,
    issuer: issuerOf(reading, head) ?? issuerOf(reading, preamble),
    number: numberOf(reading, head),
    ...placeAndDate(reading, [...head, ...signing]),
    summary,
    grounds: preamble.filter((line) => ground.test(wordsOf(reading, line))).map((line) => passage(reading, line)),
    body: readUnits(reading, body),
    amendments: readAmendments(reading, [...lines.slice(title.from, title.to), ...body]),
    recipients: readRecipients(reading, signing),
    signer: readSigner(reading, signing),
    annexes: annexAt < 0 ? [] : readAnnexes(reading, behind.slice(annexAt)),
  };
}

/** "NGHỊ QUYẾT" on a line of its own, or at the head of the summary. */
function titleParts(reading: Reading, [first, ...others]: readonly Span[]): readonly [Passage, Passage | null] {
  const line = first ?? { start: 0, end: 0 };
  const lead = /^\p{L}+ \p{L}+(?= (?:về|v\/v|số|quy định|thông qua))/u.exec(wordsOf(reading, line));
  const end = lead ? line.start + lead[0].length : line.end;
  return [
    passage(reading, { start: line.start, end }),
    passageOf(reading, [...(lead ? [{ start: end, end: line.end }] : []), ...others]),
  ];
}

function issuerOf(reading: Reading, lines: readonly Span[]): Passage | null {
  const isName = (line: Span) => issuers.matchAt(reading, line.start, line.end) && !motto.test(wordsOf(reading, line));
  const from = lines.findIndex((line) => isName(line));
  const first = lines[from];
  if (!first) return null;
  const next = lines.slice(from + 1, from + mostNameLines);
  const end = next.findIndex((line) => !isNameLine(reading, line));
  return passageOf(
    reading,
    [first, ...next.slice(0, end < 0 ? next.length : end)].map((line) => withoutSession(reading, line)),
  );
}

function isNameLine(reading: Reading, line: Span): boolean {
  const words = wordsOf(reading, line);
  return (
    isCapitals(reading.text.slice(line.start, line.end)) &&
    !motto.test(words) &&
    !/^(?:khóa|k[ỳì] họp|số)|\d{3}/u.test(words)
  );
}

/** "HĐND XÃ … KHÓA II, KỲ HỌP THỨ 3" names the council and its meeting. */
function withoutSession(reading: Reading, line: Span): Span {
  const at = /[ ,(-]{1,4}(?:khóa|k[ỳì] họp|nhiệm kỳ)(?!\p{L})/u.exec(wordsOf(reading, line))?.index;
  return { start: line.start, end: at === undefined ? line.end : line.start + at };
}

function numberOf(reading: Reading, head: readonly Span[]): Passage | null {
  const within = passageOf(reading, head);
  const paper = within && findPapers(reading).find((one) => covers(within, one));
  return paper ? { start: paper.start, end: paper.end, text: paper.value.number } : null;
}

function placeAndDate(reading: Reading, lines: readonly Span[]): Pick<Paper, "place" | "date"> {
  for (const line of lines) {
    const found = placeAndDay.exec(wordsOf(reading, line));
    const { place = "", day, month, year } = found?.groups ?? {};
    if (!found) continue;
    const start = line.start + found.index;
    return {
      place: passage(reading, { start, end: start + place.length }),
      date: isoDay(Number(year), Number(month), Number(day)),
    };
  }
  return { place: null, date: null };
}

function isAnnexTitle(reading: Reading, line: Span): boolean {
  const words = wordsOf(reading, line);
  return annexTitle.test(words) && words.length < 200 && !/[.;]$/.test(words);
}

function readAnnexes(reading: Reading, lines: readonly Span[]): readonly Annex[] {
  const starts = lines.flatMap((line, index) => (isAnnexTitle(reading, line) ? [index] : []));
  return starts.flatMap((from, index) => {
    const own = lines.slice(from, starts[index + 1] ?? lines.length);
    const [title, last] = [own[0], own.at(-1)];
    if (!title || !last) return [];
    const span = { start: title.start, end: last.end };
    const rows = tableRows(reading).filter((row) => covers(span, row));
    return [{ ...span, title: passage(reading, title), rows: rows.map(({ start, end }) => ({ start, end })) }];
  });
}
