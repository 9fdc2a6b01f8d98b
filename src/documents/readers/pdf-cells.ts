import { isFigure, type PlacedCell } from "../placed-tables/cells.js";

/** A piece of text on a page: its place and the size of its letters, in points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** in letter sizes: pieces closer than this are one word */
const wordGap = 0.16;
/** in letter sizes: farther apart than this, words are cells of a table */
const cellGap = 0.6;
/** in letter sizes: a table's narrow cells come as close as this, words of a heading do not stand as far apart */
const narrowGap = 0.4;

/** Pieces of one baseline, from left to right, joined where the gap between them is narrower than `widest` letters. */
export function joinPieces(row: readonly Piece[], widest: number): readonly PlacedCell[] {
  return joined(row, (_, gap) => gap > widest);
}

/** in letter sizes: no space within a number is as wide */
const figureGap = 0.3;

/** more than a table's heading has, in pieces of one line */
const mostParts = 200;

/** The cells of a line as a table's stand apart: numbers already where they are a little more than a word apart. */
export function cellsOfPieces(row: readonly Piece[]): readonly PlacedCell[] {
  const cells = joined(row, (last, gap, text) => gap > (isFigure(last) && isFigure(text) ? figureGap : cellGap));
  const parts = joinPieces(row, narrowGap);
  return parts.length === cells.length || parts.length > mostParts
    ? cells
    : cells.map((cell) => ({
        ...cell,
        parts: parts.filter(({ left, right }) => left >= cell.left && right <= cell.right),
      }));
}

function joined(
  row: readonly Piece[],
  isApart: (last: string, gap: number, text: string) => boolean,
): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (const { text, x, width, size } of row) {
    const last = cells.at(-1);
    const gap = last ? (x - last.right) / size : Number.POSITIVE_INFINITY;
    if (!last || isApart(last.text.trim(), gap, text.trim())) cells.push({ text, left: x, right: x + width });
    else {
      const space = gap > wordGap && !/\s$/.test(last.text) && !/^\s/.test(text) ? " " : "";
      cells[cells.length - 1] = {
        text: last.text + space + text,
        left: last.left,
        right: Math.max(last.right, x + width),
      };
    }
  }
  return cells;
}
