import { figureTableLines, type GridCell } from "../figure-table.js";
import { type CellLine, columnOf, type Extent, isFigure, overlap, withExtent } from "./cells.js";
import { headingsAbove } from "./headings.js";
import { type RowLines, rowsOf, textsOf } from "./rows.js";
import { crosses, type Run, runsOf } from "./runs.js";

export type { CellLine } from "./cells.js";

/** A table among lines: those it takes, and the lines that tell it, each number with its heading and unit. */
export interface PlacedTable {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly string[];
}

/** A table that may go on below a page's end. */
export interface OpenTable {
  readonly columns: readonly Extent[];
  readonly headings: readonly (readonly GridCell[])[];
  readonly above: readonly string[];
}

const fewestRows = 3;
const mostColumns = 40;
const linesAbove = 3;
/** lines that may stand below a table that goes on: a page's foot */
const mostBelow = 3;
/** lines that may stand above its other rows: a page's head, the end of a name, a row that heads others */
const mostAbove = 8;

/**
 * The tables of figures among lines whose cells are placed: rows with numbers below each other, and headings above.
 * What is not surely one is left as it is.
 * @param open the last table of the page before
 */
export function placedTables(
  lines: readonly CellLine[],
  open: OpenTable | null = null,
): { readonly tables: readonly PlacedTable[]; readonly open: OpenTable | null } {
  const tables: PlacedTable[] = [];
  let last = open;
  for (const run of runsOf(lines)) {
    const found = tableOf(lines, run, tables.length === 0 ? open : null, tables.at(-1)?.to ?? 0);
    if (!found) continue;
    tables.push(found.table);
    last = found.open;
  }
  return { tables, open: (tables.at(-1)?.to ?? 0) >= lines.length - mostBelow ? last : null };
}

interface Found {
  readonly table: PlacedTable;
  readonly open: OpenTable;
}

function tableOf(lines: readonly CellLine[], run: Run, before: OpenTable | null, start: number): Found | null {
  const rows = rowsOf(lines, run);
  const columns = columnsOf(lines, run, rows);
  const [first, last] = [rows[0]?.[0] ?? 0, rows.at(-1)?.at(-1) ?? 0];
  if (!columns || first < start) return null;
  const names = columns.findIndex((column) => run.numbers.some((numbers) => overlap(column, numbers) > 0));
  const own = run.figures.length >= fewestRows ? headingsAbove(lines, first, columns, names) : null;
  if (own && own.from >= start) {
    const parts = lines.slice(own.to, first).map((_, at) => [own.to + at]);
    const above = lines.slice(Math.max(start, own.from - linesAbove), own.from).flatMap(captionsOf);
    const open = { columns, headings: own.rows, above };
    const told = toldRows(lines, run, [...parts, ...rows], open);
    if (told) return { table: { from: own.from, to: last + 1, rows: told }, open };
  }
  if (!before || first > mostAbove || !goesOn(before.columns, columns)) return null;
  const told = toldRows(lines, run, rows, before)?.slice(before.headings.length);
  return told ? { table: { from: first, to: last + 1, rows: told }, open: before } : null;
}

function toldRows(
  lines: readonly CellLine[],
  run: Run,
  rows: readonly RowLines[],
  { columns, headings, above }: OpenTable,
): string[] | null {
  return figureTableLines([...headings, ...rows.map((row) => gridRow(lines, run, row, columns))], above);
}

/** Whether each column of a page's rows stands where one column of the page before stood. */
const goesOn = (before: readonly Extent[], columns: readonly Extent[]): boolean =>
  columns.every((column) => before.filter((other) => overlap(other, column) > 0).length === 1);

const captionsOf = ({ cells }: CellLine): readonly string[] => cells.map(({ text }) => text);

/** The columns that a table's cells stand in; `null` where two numbers of a line stand in one. */
function columnsOf(lines: readonly CellLine[], run: Run, rows: readonly RowLines[]): readonly Extent[] | null {
  let columns: readonly Extent[] = [];
  for (const index of rows.flat()) {
    const cells = lines[index]?.cells ?? [];
    if (cells.some((cell) => crosses(run, cell))) continue;
    for (const cell of cells) {
      columns = withExtent(columns, cell);
      if (columns.length > mostColumns) return null;
    }
  }
  const isApart = run.figures.every((index) => {
    const cells = lines[index]?.cells ?? [];
    const taken = cells.filter(({ text }) => isFigure(text)).map((cell) => columnOf(columns, cell));
    return new Set(taken).size === taken.length && !cells.some((cell) => crosses(run, cell));
  });
  return columns.length > 1 && isApart ? columns : null;
}

function gridRow(lines: readonly CellLine[], run: Run, row: RowLines, columns: readonly Extent[]): readonly GridCell[] {
  const cells = row.flatMap((index) => lines[index]?.cells ?? []);
  if (cells.some((cell) => crosses(run, cell))) {
    return [{ text: cells.map(({ text }) => text).join(" "), columns: columns.length, rows: 1 }];
  }
  return textsOf(lines, row, columns).map((text) => ({ text, columns: 1, rows: 1 }));
}
