import { figureTableLines, type GridCell } from "../figure-table.js";
import type { Element } from "./tree.js";

/** A table of figures as its lines are to be read, and where those of its cells stand. */
export interface ToldTable {
  readonly rows: readonly string[];
  readonly from: number;
  /** the elements within, whose lines are no longer theirs */
  readonly within: readonly Element[];
}

interface Table {
  readonly from: number;
  readonly rows: GridCell[][];
  readonly within: Element[];
  /** whether its cells are short and hold no table themselves, as those that only place blocks do not */
  isGrid: boolean;
}

const mostCellLines = 4;
const longestCell = 400;
const mostSpan = 100;
/** lines above a table in which its unit is looked for */
const linesAbove = 2;

/** The tables around the place that a walk over a page has come to. */
export class OpenTables {
  private readonly open: Table[] = [];

  /** @param from how many lines stand before the table */
  enter(from: number): void {
    const outer = this.open.at(-1);
    if (outer) outer.isGrid = false;
    this.open.push({ from, rows: [[]], within: [], isGrid: true });
  }

  /** An element within a table has ended. */
  hold(element: Element): void {
    this.open.at(-1)?.within.push(element);
  }

  leaveCell({ attribs }: Element, lines: readonly string[]): void {
    const table = this.open.at(-1);
    if (!table) return;
    const text = lines.join(" ");
    if (lines.length > mostCellLines || text.length > longestCell) table.isGrid = false;
    table.rows.at(-1)?.push({ text, columns: spanOf(attribs["colspan"]), rows: spanOf(attribs["rowspan"]) });
  }

  leaveRow(): void {
    this.open.at(-1)?.rows.push([]);
  }

  /** The table that ends here, if it is one of figures. */
  leave(lines: readonly { readonly text: string }[]): ToldTable | null {
    const table = this.open.pop();
    const filled = table?.isGrid ? table.rows.filter((row) => row.length > 0) : [];
    if (!table || filled.length < 2) return null;
    const above = lines.slice(Math.max(0, table.from - linesAbove), table.from).map(({ text }) => text);
    const rows = figureTableLines(filled, above);
    return rows && { rows, from: table.from, within: table.within };
  }
}

function spanOf(attribute: string | undefined): number {
  const span = Number(attribute);
  return span >= 1 && span <= mostSpan ? Math.floor(span) : 1;
}
