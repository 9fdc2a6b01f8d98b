/** A piece of text on a page: its place and the size of its letters, in points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Pieces on one baseline without a wide gap between them. */
interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
}

/** Rows whose segments all leave the same strip free. */
interface Band {
  readonly rows: Row[];
  gutter: { readonly left: number; readonly right: number } | null;
}

/** in letter sizes: pieces closer than this are one word; farther apart than that they stand in columns */
const wordGap = 0.16;
const columnGap = 1.6;
/** in letter sizes, between baselines: more sets paragraphs apart */
const paragraphGap = 1.9;
/** characters that a column's line has on average; a table's cells have fewer */
const proseLength = 18;

/** The lines of a page in reading order; an empty one where a gap sets paragraphs apart. */
export function textLines(pieces: readonly Piece[]): readonly string[] {
  const lines: string[] = [];
  let last: Row | null = null;
  for (const band of bandsOf(rowsOf(pieces))) {
    const [first] = band.rows;
    if (last && first && last.y - first.y > paragraphGap * first.size) lines.push("");
    lines.push(...linesOf(band));
    last = band.rows.at(-1) ?? null;
  }
  return lines.map(withJoinedMarks);
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
  return rows.map((row) => ({
    y: Math.max(...row.map(({ y }) => y)),
    size: Math.max(...row.map(({ size }) => size)),
    segments: segmentsOf(row.sort((a, b) => a.x - b.x)),
  }));
}

function segmentsOf(row: readonly Piece[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const { text, x, width, size } of row) {
    const last = segments.at(-1);
    const gap = last ? x - last.right : Number.POSITIVE_INFINITY;
    if (!last || gap > columnGap * size) segments.push({ text, left: x, right: x + width });
    else {
      const space = gap > wordGap * size && !/\s$/.test(last.text) && !/^\s/.test(text) ? " " : "";
      segments[segments.length - 1] = {
        text: last.text + space + text,
        left: last.left,
        right: Math.max(last.right, x + width),
      };
    }
  }
  return segments;
}

function bandsOf(rows: readonly Row[]): readonly Band[] {
  const bands: Band[] = [];
  for (const row of rows) {
    const band = bands.at(-1);
    const gutter = band?.gutter ? narrowed(band.gutter, row) : null;
    const near = band && (band.rows.at(-1)?.y ?? 0) - row.y <= 2 * paragraphGap * row.size;
    if (band && gutter && near) {
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

/** Columns are read one after the other, a table row by row. */
function linesOf({ rows, gutter }: Band): readonly string[] {
  const segments = rows.flatMap((row) => row.segments);
  if (!gutter || segments.length === rows.length) return segments.map(({ text }) => text);
  const length = segments.reduce((sum, { text }) => sum + text.length, 0) / segments.length;
  const isTable = rows.some((row) => row.segments.length > 2) || length < proseLength;
  if (rows.length > 1 && isTable) return rows.map((row) => row.segments.map(({ text }) => text.trim()).join(" | "));
  const isLeft = ({ right }: Segment) => right <= gutter.left + 1;
  return [...segments.filter(isLeft), ...segments.filter((segment) => !isLeft(segment))].map(({ text }) => text);
}

/** Some programs place a letter's mark as a piece of its own, behind the letter and a gap. */
function withJoinedMarks(line: string): string {
  return line
    .replace(/\s+(?=[\u0300-\u036F])/g, "")
    .trimEnd()
    .normalize("NFC");
}
