import { swift } from "./patterns.js";
import { oncePerReading, type Reading } from "./reading.js";
import { lines, trim } from "./sentences.js";
import type { Span } from "./span.js";

/** A cell with the heading of its column: "Thực hiện 2024: 4.850 triệu đồng". */
export interface TableCell extends Span {
  readonly header: Span;
  readonly content: Span;
}

/** A table's row as a line of text: "Tổng thu ngân sách | Thực hiện 2024: 4.850 triệu đồng | Kế hoạch 2025: 5.100 triệu đồng". */
export interface TableRow extends Span {
  /** what the row is about */
  readonly name: Span;
  readonly cells: readonly TableCell[];
}

const between = " | ";
const behindHeader = ": ";
const longestRow = 4000;
const twoLetters = swift(/\p{L}.*\p{L}/u);
const number = /^[-–−(]?\d/;

/**
 * Writes a row so that each number is read with its unit and its column's heading, whatever stands above.
 * @param leads what stands before the numbers: the row's number, its name
 */
export function writeTableRow(
  leads: readonly string[],
  cells: readonly { readonly header: string; readonly content: string }[],
): string {
  return [...leads, ...cells.map(({ header, content }) => header + behindHeader + content)].join(between);
}

/** The rows of tables in a text, in order: lines with a name and behind it a number under a heading. */
export const tableRows = oncePerReading((reading: Reading): readonly TableRow[] =>
  reading.text.includes(between) ? lines(reading).flatMap((line) => readRow(reading, line) ?? []) : [],
);

function readRow({ text }: Reading, line: Span): TableRow | null {
  if (line.end - line.start > longestRow) return null;
  let name: Span | null = null;
  const cells: TableCell[] = [];
  for (const part of partsOf(text, line)) {
    const words = text.slice(part.start, part.end);
    const colon = words.indexOf(behindHeader);
    const header = { start: part.start, end: part.start + colon };
    const content = { start: header.end + behindHeader.length, end: part.end };
    if (name && colon > 0 && content.start < content.end) cells.push({ ...part, header, content });
    else if (cells.length === 0 && twoLetters.test(words)) name = part;
    else if (cells.length > 0) return null;
  }
  const isRow = cells.some(({ content }) => number.test(text.slice(content.start, content.end)));
  return name && isRow ? { ...line, name, cells } : null;
}

function partsOf(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const words of text.slice(start, end).split(between)) {
    parts.push(trim(text, { start: from, end: from + words.length }));
    from += words.length + between.length;
  }
  return parts;
}
