import { swift } from "../../vietnamese/text/patterns.js";
import type { GridCell } from "../figure-table.js";
import { type CellLine, centre, columnOf, type Extent, type PlacedCell } from "./cells.js";

/** A column, and the cells above it, the lowest first: its own, and those that stand over other columns too. */
export interface HeadedColumn extends Extent {
  readonly own: PlacedCell[];
  readonly shared: PlacedCell[];
}

/** in letter sizes: centres closer than this are those of one cell */
const slack = 0.5;
const mostShared = 12;
const headsOthers = swift(/^(?:năm|giai đoạn|quý|trong đó|chia ra|gồm|bao gồm)(?!\p{L})/iu);
const goesOn = /^[\p{Ll}\d(/%]/u;

/**
 * Gives a line's cells to the columns below them; lines come from below.
 * @param names how many of the columns stand left of the numbers: no cell stands over several of them
 */
export function head(columns: readonly HeadedColumn[], line: CellLine, names: number): void {
  const taken = line.cells.map((cell) => columnOf(columns, cell));
  for (const [at, cell] of line.cells.entries()) {
    const nearest = taken[at] ?? 0;
    const others = taken.filter((x) => x !== nearest);
    const span = spanOf(columns, cell, nearest, slack * line.size, (x) => x >= names && !others.includes(x));
    const over = columns.slice(span.from, span.to + 1);
    for (const column of over) (over.length > 1 ? column.shared : column.own).push(cell);
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The columns that a cell stands over: those in whose middle it is. */
function spanOf(
  columns: readonly HeadedColumn[],
  cell: PlacedCell,
  nearest: number,
  slack: number,
  isOpen: (x: number) => boolean,
): Span {
  const own = columns[nearest]?.own ?? [];
  const alone = { from: nearest, to: nearest };
  if (own.length === 0 || !isOpen(nearest)) return alone;
  const offset = ({ from, to }: Span) => Math.abs(centre(cell) - middleOf(columns, from, to));
  const isHeaded = (x: number) => isOpen(x) && (columns[x]?.own.length ?? 0) > 0;
  const spans: Span[] = [];
  for (let from = nearest; isHeaded(from) && nearest - from < mostShared; from--) {
    for (let to = nearest; isHeaded(to) && to - from < mostShared; to++) if (to > from) spans.push({ from, to });
  }
  const best = spans.sort((a, b) => offset(a) - offset(b))[0];
  if (!best) return alone;
  const isBelow = offset(alone) < slack || own.some(({ left }) => Math.abs(left - cell.left) < slack / 4);
  if (!isBelow) return offset(best) < offset(alone) ? best : alone;
  // in the middle of three columns as of its own
  const heads = headsOthers.test(cell.text) && !goesOn.test(own.at(-1)?.text ?? "");
  return heads && offset(best) < slack ? best : alone;
}

/** The middle of the headings of columns, which stand in the middle of theirs. */
function middleOf(columns: readonly HeadedColumn[], from: number, to: number): number {
  const at = (x: number) => centre(columns[x]?.own[0] ?? columns[x] ?? { left: 0, right: 0 });
  return (at(from) + at(to)) / 2;
}

/** The headings as rows: those that columns share above, each column's own below. */
export function gridOf(columns: readonly HeadedColumn[]): GridCell[][] {
  const isDeep = columns.some(({ shared }) => shared.length > 0);
  const [upper, lower]: [GridCell[], GridCell[]] = [[], []];
  for (const [x, { own, shared }] of columns.entries()) {
    const before = columns[x - 1]?.shared ?? [];
    const text = textOf(own);
    if (shared.length === 0) upper.push({ text, columns: 1, rows: isDeep ? 2 : 1 });
    else {
      lower.push({ text, columns: 1, rows: 1 });
      if (!isSame(shared, before)) upper.push({ text: textOf(shared), columns: widthOf(columns, x), rows: 1 });
    }
  }
  return isDeep ? [upper, lower] : [upper];
}

const textOf = (cells: readonly PlacedCell[]): string =>
  cells
    .map(({ text }) => text.trim())
    .toReversed()
    .join(" ");
const isSame = (a: readonly PlacedCell[], b: readonly PlacedCell[]): boolean =>
  a.length === b.length && a.every((cell, index) => cell === b[index]);

function widthOf(columns: readonly HeadedColumn[], from: number): number {
  const shared = columns[from]?.shared ?? [];
  const end = columns.findIndex((column, x) => x > from && !isSame(column.shared, shared));
  return (end < 0 ? columns.length : end) - from;
}
