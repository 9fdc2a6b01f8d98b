import { isFigure, type PlacedCell } from "../placed-tables/cells.js";
import { type CellLine, type PlacedTable, placedTables } from "../placed-tables/index.js";

/** spaces that keep the cells of a line apart; fewer do so between numbers, and may between headings */
const apart = 3;
/** a heading and three rows */
const fewestLines = 4;

/** The tables of a text that is set with letters of one width: a cell's place is that of its letters in the line. */
export function spacedTables(lines: readonly string[]): readonly PlacedTable[] {
  if (lines.filter((line) => /\S {3,}\S/.test(line)).length < fewestLines) return [];
  const filled = lines.flatMap((line, index) => (line.trim() ? [index] : []));
  const placed = filled.map((index): CellLine => ({ y: -index, size: 1, cells: cellsOf(lines[index] ?? "") }));
  return placedTables(placed).tables.map(({ from, to, rows }) => ({
    from: filled[from] ?? 0,
    to: (filled[to - 1] ?? 0) + 1,
    rows,
  }));
}

function cellsOf(line: string): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (const part of partsOf(line)) {
    const last = cells.at(-1);
    const isApart = !last || part.left - last.right >= apart || (isFigure(last.text) && isFigure(part.text));
    if (isApart) cells.push(part);
    else cells[cells.length - 1] = joined(last, part);
  }
  return cells;
}

/** What two spaces and more keep apart. */
const partsOf = (line: string): readonly PlacedCell[] =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map(({ index, 0: text }) => ({ text, left: index, right: index + text.length }));

function joined(a: PlacedCell, b: PlacedCell): PlacedCell {
  const text = `${a.text} ${b.text}`;
  return { text, left: a.left, right: b.right, parts: [...(a.parts ?? [a]), b] };
}
