import { isHtml } from "../html/index.js";
import { normalForm } from "../normal-form.js";
import { separatedTables } from "./separated.js";
import { spacedTables } from "./spaced.js";

/** Asked of every text, and mostly answered by looking for three signs. */
const hasColumns = (text: string): boolean =>
  text.includes("\t") || text.includes("|") || (text.includes("   ") && /\S {3,}\S/.test(text));

/**
 * A text whose tables of figures are told row by row, each number with its heading and unit. Their columns are kept
 * apart by tabs, by bars (Markdown's too), or by runs of three spaces and more; what is not surely a table stays.
 */
export function withToldTables(text: string): string {
  if (!hasColumns(text) || isHtml(text)) return text;
  const lines = text.split(/\r\n?|\n/);
  const tables = [...separatedTables(lines), ...spacedTables(lines.map(untabbed))];
  if (tables.length === 0) return text;
  const told: string[] = [];
  let from = 0;
  for (const table of tables.sort((a, b) => a.from - b.from)) {
    if (table.from < from) continue;
    // a row is a paragraph of its own
    told.push(...lines.slice(from, table.from), "", ...table.rows.flatMap((row) => [row, ""]));
    from = table.to;
  }
  return [...told, ...lines.slice(from)].join("\n");
}

/** Lines with tabs or bars have no columns of spaces. */
const untabbed = (line: string): string => (/[\t|]/.test(line) ? "" : normalForm(line));
