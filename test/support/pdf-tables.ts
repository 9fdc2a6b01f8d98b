import type { Placed } from "./pdf-files.js";

/** A table's rows of texts; a line break in a text wraps it within its cell. */
export type Rows = readonly (readonly string[])[];

const [size, leading, padding, left] = [8, 10, 5, 40];
const letter = size / 2;
const linesOf = (text: string) => text.split("\n");
const isNumber = (text: string) => /^[\d.,]+$/.test(text);

/** A ruled table as office programs set it: names left, headings in the middle of their cell, numbers at its right. */
export function placedTable(rows: Rows, top: number, align: "top" | "middle" = "top"): readonly Placed[] {
  const widths = (rows[0] ?? []).map((_, x) => {
    const longest = Math.max(...rows.flatMap((row) => linesOf(row[x] ?? "").map((line) => line.length)));
    return longest * letter + 2 * padding;
  });
  const placed: Placed[] = [];
  let y = top;
  for (const [index, row] of rows.entries()) {
    const height = Math.max(...row.map((text) => linesOf(text).length));
    let edge = left;
    for (const [x, text] of row.entries()) {
      const width = widths[x] ?? 0;
      const lines = linesOf(text);
      const lower = align === "middle" || index === 0 ? ((height - lines.length) * leading) / 2 : 0;
      for (const [at, line] of lines.entries()) {
        const free = width - 2 * padding - line.length * letter;
        const shift = index === 0 || x === 0 ? free / 2 : isNumber(line) ? free : 0;
        if (line) placed.push({ text: line, x: edge + padding + shift, y: y - lower - at * leading, size });
      }
      edge += width;
    }
    y -= height * leading + 4;
  }
  return placed;
}
