import { type GridCell, unitOfCaption } from "../figure-table.js";
import { type CellLine, type Extent, isNumberingLine, overlap, type PlacedCell } from "./cells.js";
import { gridOf, type HeadedColumn, head } from "./headed-columns.js";
import { textsOf } from "./rows.js";

/** The headings above a table's rows. */
export interface Headings {
  /** their lines, by index: from the first to that below the last */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly (readonly GridCell[])[];
}

/** in letter sizes, between baselines */
const farthest = 3.5;
const nextLine = 1.75;
const mostLines = 10;
const longest = 120;

/**
 * The headings above the line with index `end`: lines whose cells stand over columns. One that stands over several
 * columns has their own below it.
 * @param names how many of the columns stand left of the numbers
 */
export function headingsAbove(
  lines: readonly CellLine[],
  end: number,
  columns: readonly Extent[],
  names: number,
): Headings | null {
  const top = firstLine(lines, end, columns, names);
  const to = withoutParts(lines, top, end, columns, names);
  const numbering = lines[to - 1];
  const isNumbered = numbering !== undefined && isNumberingLine(numbering);
  const headed = columns.map(({ left, right }): HeadedColumn => ({ left, right, own: [], shared: [] }));
  for (let index = isNumbered ? to - 2 : to - 1; index >= top; index--) {
    const line = lines[index];
    if (line) head(headed, { ...line, cells: cellsOver(line, columns) }, names);
  }
  if (!headed.some(({ own }, x) => x >= names && own.length > 0)) return null;
  if (headed.filter(({ own }) => own.length > 0).length < 2) return null;
  const rows = gridOf(headed);
  if (isNumbered) rows.push(textsOf(lines, [to - 1], columns).map((text) => ({ text, columns: 1, rows: 1 })));
  return { from: top, to, rows };
}

/** Below the headings may stand rows without numbers, which head others: they are the table's. */
function withoutParts(
  lines: readonly CellLine[],
  from: number,
  end: number,
  columns: readonly Extent[],
  names: number,
): number {
  const edge = columns[names]?.left ?? Number.POSITIVE_INFINITY;
  const isPart = (index: number) => lines[index]?.cells.every(({ right }) => right < edge) ?? false;
  const isWhole = (line: CellLine) => line.cells.length > 1 && line.cells.some(({ right }) => right < edge);
  let to = end;
  while (
    to - 1 > from &&
    isPart(to - 1) &&
    lines.slice(from, to - 1).some((line, at) => isWhole(line) && !isPart(from + at))
  )
    to--;
  return to;
}

function firstLine(lines: readonly CellLine[], to: number, columns: readonly Extent[], names: number): number {
  let from = to;
  while (to - from < mostLines && standsOver(lines, from - 1, columns, names, from === to)) from--;
  // a caption may be as short as a heading: what stands alone at the top heads the numbers or nothing
  while (from < to && lines[from]?.cells.length === 1 && !headsNumbers(lines[from], columns, names)) from++;
  return from;
}

function standsOver(
  lines: readonly CellLine[],
  index: number,
  columns: readonly Extent[],
  names: number,
  isLast: boolean,
): boolean {
  const [line, below] = [lines[index], lines[index + 1]];
  if (!line || !below) return false;
  const reach = line.cells.length > 1 || isLast ? farthest : nextLine;
  if (line.y - below.y > reach * Math.max(line.size, below.size)) return false;
  const cells = cellsOver(line, columns);
  if (cells.length > columns.length) return false;
  return cells.every((cell) => {
    const over = columns.flatMap((column, x) => (overlap(column, cell) > 0 ? [x] : []));
    // what stands over names and more is a title or a sentence
    const isWide = over.length > 1 && (over[0] ?? names) < names;
    return !isWide && cell.text.length <= longest && !unitOfCaption(cell.text);
  });
}

/** Headings of narrow columns may nearly touch: words over several columns are taken apart. */
function cellsOver({ cells }: CellLine, columns: readonly Extent[]): readonly PlacedCell[] {
  const isOverSeveral = (cell: Extent) => columns.filter((column) => overlap(column, cell) > 0).length > 1;
  return cells.flatMap((cell) => (cell.parts && isOverSeveral(cell) ? cell.parts : [cell]));
}

function headsNumbers(line: CellLine | undefined, columns: readonly Extent[], names: number): boolean {
  const edge = columns[names - 1]?.right ?? Number.NEGATIVE_INFINITY;
  return line?.cells.every(({ left }) => left > edge) ?? false;
}
