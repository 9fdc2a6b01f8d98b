/** How many columns a text takes: combining marks take none. */
export function width(text: string): number {
  return [...text.replace(/\p{M}/gu, "")].length;
}

/** The text cut to `columns`, an ellipsis for what is gone. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return `${[...text.normalize("NFC")]
    .slice(0, columns - 1)
    .join("")
    .trimEnd()}…`;
}

/** Rows → lines with aligned columns, two spaces apart. */
export function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  }
  const padded = (cell: string, i: number) => cell + " ".repeat((widths[i] ?? 0) - width(cell));
  return rows.map((row) => row.map(padded).join("  ").trimEnd());
}
