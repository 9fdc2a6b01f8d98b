/** How many columns a text takes: combining marks take none. */
export function width(text: string): number {
  return [...text.replace(/\p{M}/gu, "")].length;
}

/** The text cut to `columns`, an ellipsis for what is gone. */
export function clip(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  return `${[...text.normalize("NFC")].slice(0, columns - 1).join("").trimEnd()}…`;
}

/** Rows → lines with aligned columns, two spaces apart; the last column is not padded, `right` ones stand flush right. */
export function alignRows(rows: readonly (readonly string[])[], right: readonly number[] = []): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, width(cell))));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const gap = " ".repeat((widths[i] ?? 0) - width(cell));
        return right.includes(i) ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd(),
  );
}
