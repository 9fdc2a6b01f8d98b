import type { CellLine } from "../placed-tables/index.js";

/** Pieces on one baseline without a wide gap between them. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Pieces on one baseline: `segments` as columns of prose stand apart, `cells` as those of a table do. */
export interface Row extends CellLine {
  readonly segments: readonly Segment[];
}

/** Rows whose segments all leave the same strip free, or rows of one segment each. */
export interface Band {
  readonly rows: Row[];
  gutter: { readonly left: number; readonly right: number } | null;
}

/** in letter sizes, between baselines: more sets bands apart */
const bandGap = 4;

/** The rows of a page, top down, parted where columns begin or end. */
export function bandsOf(rows: readonly Row[]): readonly Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const band = bands.at(-1);
    const near = band && (band.rows.at(-1)?.y ?? 0) - row.y <= bandGap * row.size;
    const gutter = band?.gutter ? narrowed(band.gutter, row) : gutterOf(row);
    if (band && near && (band.gutter === null) === (gutter === null)) {
      band.rows.push(row);
      band.gutter = gutter;
    } else bands.push({ rows: [row], gutter: gutterOf(row) });
  }
  return bands;
}

/** The widest strip between the segments of a row. */
function gutterOf({ segments }: Row): Band["gutter"] {
  let widest: Band["gutter"] = null;
  for (const [index, { right }] of segments.entries()) {
    const left = segments[index + 1]?.left;
    if (left !== undefined && (!widest || left - right > widest.right - widest.left))
      widest = { left: right, right: left };
  }
  return widest;
}

/** What is left of a strip when one more row is set; `null` where the row stands across it. */
function narrowed({ left, right }: NonNullable<Band["gutter"]>, { segments, size }: Row): Band["gutter"] {
  for (const segment of segments) {
    if (segment.left >= right || segment.right <= left) continue;
    if (segment.left > left + (right - left) / 2) right = segment.left;
    else left = segment.right;
    if (right - left < size) return null;
  }
  return { left, right };
}
