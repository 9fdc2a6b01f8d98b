import { figureTableLines, type GridCell, isAmount, isYear } from "../figure-table.js";
import { squeeze } from "../lines.js";
import { normalForm } from "../normal-form.js";
import type { PlacedTable } from "../placed-tables/index.js";
import { withoutMarks } from "../text/markdown.js";

type Separator = "\t" | "|";

/** A line's cells; a line of one text may head the rows below it. */
interface Row {
  readonly index: number;
  readonly cells: readonly string[];
}

const fewestRows = 3;
const linesAbove = 2;
/** lines above a table, empty ones among them, that may hold its caption */
const reach = 6;
const longestLine = 4000;
/** "|---|---:|", "+----+----+" */
const ruler = /^[\s|+:=-]+$/;

/** The tables of a text whose cells are kept apart by tabs or bars. */
export function separatedTables(lines: readonly string[]): readonly PlacedTable[] {
  return [...tablesOf(lines, "\t"), ...tablesOf(lines, "|")];
}

function tablesOf(lines: readonly string[], separator: Separator): readonly PlacedTable[] {
  return blocksOf(lines, separator).flatMap((block) => {
    const [first, last] = [block[0]?.index ?? 0, block.at(-1)?.index ?? 0];
    const body = block.findIndex(holdsAmount);
    if (body < 0 || block.filter(holdsAmount).length < fewestRows) return [];
    const width = Math.max(...block.map(({ cells }) => cells.length));
    // what is behind a row's last tab may be missing; a bar is never
    const isWhole = ({ cells }: Row, at: number) =>
      cells.length === width || cells.length === 1 || (separator === "\t" && at >= body);
    if (!block.every(isWhole)) return [];
    const heads = withSpans(block.slice(0, body).map(({ cells }) => cells));
    const grid = [...heads, ...block.slice(body).map(({ cells }) => cells)].map((cells) =>
      cells.length === 1 ? [cellOf(cells[0] ?? "", width)] : cells.map((text) => cellOf(text, 1)),
    );
    const above = lines
      .slice(Math.max(0, first - reach), first)
      .map(plain)
      .filter(Boolean)
      .slice(-linesAbove);
    const rows = figureTableLines(grid, above);
    return rows ? [{ from: first, to: last + 1, rows }] : [];
  });
}

const cellOf = (text: string, columns: number): GridCell => ({ text, columns, rows: 1 });
const holdsAmount = ({ cells }: Row): boolean => cells.slice(1).some((text) => isAmount(text) && !isYear(text));

/** A heading over several columns is written once, and nothing stands beside it: their own are below. */
function withSpans(heads: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return heads.map((row, y) => {
    const below = heads[y + 1];
    const filled: string[] = [];
    for (const [x, text] of row.entries()) {
      const isSpanned = text === "" && x > 1 && below?.[x] && below[x - 1];
      filled.push(isSpanned ? (filled[x - 1] ?? "") : text);
    }
    return filled;
  });
}

/** Lines of cells that follow each other; one line without cells among them heads those below it. */
function blocksOf(lines: readonly string[], separator: Separator): readonly (readonly Row[])[] {
  const blocks: Row[][] = [];
  let between: Row[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    if (isOpen && line.includes("--") && ruler.test(line)) continue;
    const cells = cellsOf(line, separator);
    const block = blocks.at(-1);
    if (cells.length > 1) {
      const row = { index, cells };
      const isAlike = separator === "\t" || block?.[0]?.cells.length === cells.length;
      if (block && isOpen && isAlike && (between.length === 0 || holdsAmount(row))) block.push(...between, row);
      else blocks.push([row]);
      isOpen = true;
      between = [];
    } else if (plain(line)) {
      isOpen &&= between.length === 0;
      between.push({ index, cells });
    }
  }
  return blocks;
}

function cellsOf(line: string, separator: Separator): readonly string[] {
  if (!line.includes(separator) || line.length > longestLine) return [plain(line)];
  const framed = /^\s*\|(.*)\|\s*$/.exec(line);
  const inner = separator === "|" && framed ? (framed[1] ?? "") : line;
  const cells = inner.split(separator).map(plain);
  return cells.filter(Boolean).length > 1 ? cells : [cells.find(Boolean) ?? ""];
}

const plain = (text: string): string => withoutMarks(squeeze(normalForm(text)));
