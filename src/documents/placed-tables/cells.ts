import { isAmount, isNumbering, isYear } from "../figure-table.js";

/** A range of places on a line, from left to right: points of a page, or letters of a line of text. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Words that stand apart from others on their line by more than a space. */
export interface PlacedCell extends Extent {
  readonly text: string;
  /** words within that stand apart by less, if there are such: they may be headings of narrow columns */
  readonly parts?: readonly PlacedCell[];
}

/** Cells on one baseline. Lines are in reading order: `y` falls. */
export interface CellLine {
  readonly y: number;
  /** of its letters, in the unit of `y` */
  readonly size: number;
  readonly cells: readonly PlacedCell[];
}

export const overlap = (a: Extent, b: Extent): number => Math.min(a.right, b.right) - Math.max(a.left, b.left);
export const centre = ({ left, right }: Extent): number => (left + right) / 2;
export const isName = (text: string): boolean => /\p{L}{2}/u.test(text);

/** An amount that stands alone: "4.850", "104,5%", "5,1 tỷ đồng". */
export const isFigure = (text: string): boolean => isAmount(text) && !isYear(text);

/** Extents of which none overlaps another, from left to right, with one more among them. */
export function withExtent(extents: readonly Extent[], added: Extent): readonly Extent[] {
  const apart = extents.filter((extent) => overlap(extent, added) <= 0);
  const met = extents.filter((extent) => overlap(extent, added) > 0);
  const joined = {
    left: Math.min(added.left, ...met.map(({ left }) => left)),
    right: Math.max(added.right, ...met.map(({ right }) => right)),
  };
  return [...apart, joined].sort((a, b) => a.left - b.left);
}

/** Which of some columns a cell stands in: that of which it covers most, else the nearest. */
export function columnOf(columns: readonly Extent[], cell: Extent): number {
  let best = 0;
  for (const [x, column] of columns.entries()) {
    if (overlap(column, cell) > overlap(columns[best] ?? column, cell)) best = x;
  }
  return best;
}

/** Whether a line numbers the columns, one after the other: "A B 1 2". */
export function isNumberingLine({ cells }: CellLine): boolean {
  const texts = cells.map(({ text }) => text.trim());
  const numbers = texts.flatMap((text) => /^\(?(\d{1,2})\)?(?!\d)/.exec(text)?.[1] ?? []).map(Number);
  return (
    isNumbering(texts) && numbers.every((number, at) => number === (numbers[0] ?? 0) + at) && (numbers[0] ?? 9) < 4
  );
}
