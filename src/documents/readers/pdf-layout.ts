import { type OpenTable, placedTables } from "../placed-tables/index.js";
import { type Band, bandsOf, type Row, type Segment } from "./pdf-bands.js";
import { cellsOfPieces, joinPieces, type Piece } from "./pdf-cells.js";

/** A line of a page in reading order. */
export interface TextLine {
  readonly text: string;
  /** whether it stands farther below the line before than lines of one paragraph do */
  readonly gap: boolean;
  /** whether it begins to the right of its column's edge */
  readonly indented: boolean;
  /** what is free between its end and its column's edge, in its letters */
  readonly room: number;
  /** whether it tells a row of a table */
  readonly row: boolean;
}

/** in letter sizes: pieces farther apart than this stand in columns */
const columnGap = 1.6;
/** of the usual distance between baselines: more sets paragraphs apart */
const paragraphGap = 1.25;
/** in letter sizes */
const leastIndent = 0.8;
/** characters that a column's line has on average; a table's cells have fewer */
const proseLength = 18;

/** The lines of each page in reading order: columns one after the other, a table's rows whole. */
export function textLines(pages: readonly (readonly Piece[])[]): readonly (readonly TextLine[])[] {
  const rowsOfPages = pages.map(rowsOf);
  const usual = usualDistance(rowsOfPages);
  const frame = edgesOf(rowsOfPages.flat().flatMap(({ segments }) => segments));
  const proseOf = (rows: readonly Row[]) =>
    bandsOf(rows).flatMap((band) =>
      columnsOf(band).flatMap((column) => linesOf(column, band.gutter ? edgesOf(column) : frame, usual)),
    );
  let open: OpenTable | null = null;
  return rowsOfPages.map((rows) => {
    const found = placedTables(rows, open);
    open = found.open;
    let from = 0;
    const lines: TextLine[] = [];
    for (const table of found.tables) {
      lines.push(...apart(proseOf(rows.slice(from, table.from)), from), ...table.rows.map(asLine));
      from = table.to;
    }
    return [...lines, ...apart(proseOf(rows.slice(from)), from)];
  });
}

/** What stands below a table is no part of it. */
const apart = (lines: readonly TextLine[], from: number): readonly TextLine[] =>
  lines.map((line, index) => (index === 0 && from > 0 ? { ...line, gap: true } : line));

const asLine = (text: string): TextLine => ({
  text: withJoinedMarks(text),
  gap: true,
  indented: false,
  room: Number.POSITIVE_INFINITY,
  row: true,
});

/** The distance between the lines of a paragraph: nearly the least, for notes may be set closer. */
function usualDistance(pages: readonly (readonly Row[])[]): number {
  const distances = pages.flatMap((rows) => rows.slice(1).map((row, index) => (rows[index]?.y ?? 0) - row.y));
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 10)] ?? 0;
}

function rowsOf(pieces: readonly Piece[]): readonly Row[] {
  const placed = pieces.filter(({ text, size }) => text.trim() && size > 0).sort((a, b) => b.y - a.y);
  const rows: Piece[][] = [];
  for (const piece of placed) {
    const row = rows.at(-1);
    const base = row?.[0];
    if (row && base && base.y - piece.y <= 0.4 * Math.max(base.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows.map((row) => ({
    y: Math.max(...row.map(({ y }) => y)),
    size: Math.max(...row.map(({ size }) => size)),
    segments: joinPieces(row, columnGap),
    cells: cellsOfPieces(row),
  }));
}

/** A line's place beside the rows of its own column. */
interface PlacedLine extends Segment {
  readonly y: number;
  readonly size: number;
}

/** Columns are read one after the other, a table row by row. */
function columnsOf({ rows, gutter }: Band): readonly (readonly PlacedLine[])[] {
  const placed = rows.map(({ segments, y, size }) => segments.map((segment) => ({ ...segment, y, size })));
  const segments = placed.flat();
  if (!gutter || segments.length === rows.length) return [segments];
  const length = segments.reduce((sum, { text }) => sum + text.length, 0) / segments.length;
  const isTable = rows.some((row) => row.segments.length > 2) || length < proseLength;
  if (rows.length > 1 && isTable) return placed.map((row) => [asTableRow(row)]);
  const isLeft = ({ right }: Segment) => right <= gutter.left + 1;
  return [segments.filter(isLeft), segments.filter((segment) => !isLeft(segment))];
}

function asTableRow(cells: readonly PlacedLine[]): PlacedLine {
  const [first = { text: "", left: 0, right: 0, y: 0, size: 0 }] = cells;
  return { ...first, text: cells.map(({ text }) => text.trim()).join(" | "), right: Number.NEGATIVE_INFINITY };
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf(segments: readonly Edges[]): Edges {
  return segments.reduce(
    (edges, { left, right }) => ({ left: Math.min(edges.left, left), right: Math.max(edges.right, right) }),
    { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY },
  );
}

function linesOf(column: readonly PlacedLine[], { left, right }: Edges, usual: number): readonly TextLine[] {
  return column.map((line, index) => {
    const above = column[index - 1];
    const letter = (line.right - line.left) / Math.max(1, line.text.length);
    return {
      text: withJoinedMarks(line.text),
      gap: above !== undefined && above.y - line.y > paragraphGap * usual,
      indented: line.left - left > leastIndent * line.size,
      room: line.right > left ? (right - line.right) / letter : Number.POSITIVE_INFINITY,
      row: false,
    };
  });
}

/** Some programs place a letter's mark as a piece of its own, behind the letter and a gap. */
function withJoinedMarks(line: string): string {
  return line
    .replace(/\s+(?=[\u0300-\u036F])/g, "")
    .trimEnd()
    .normalize("NFC");
}
