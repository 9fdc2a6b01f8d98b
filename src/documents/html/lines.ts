import { type Line, squeeze } from "../lines.js";
import { normalForm } from "../normal-form.js";
import { blocks, ElementKinds, isHeading, pictureBlock } from "./element-kinds.js";
import { OpenTables } from "./open-tables.js";
import { type Element, isElement, type Node, type Root } from "./tree.js";

/** A line of a page, and how much of it is links (in code units). */
export interface PageLine extends Line {
  readonly linkLength: number;
  /** the words below a picture, as the markup shows */
  readonly caption: boolean;
}

/** A half-open range of a page's lines. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** A page as lines: which of them each block holds, and the blocks whose name says that they are no story. */
export interface PageLines {
  readonly lines: readonly PageLine[];
  readonly ranges: ReadonlyMap<Element, LineRange>;
  readonly furniture: readonly Element[];
}

const mostCaptionLines = 2;
const longestCaption = 200;
/** Walks a page once, without recursion: text is broken into lines at blocks and `<br>`, inline tags join words. */
export function readLines(root: Root): PageLines {
  const walk = new Walk();
  let node: Node | null = root.firstChild;
  while (node) {
    if (walk.enter(node)) {
      const child: Node | null = (node as Element).firstChild;
      if (child) {
        node = child;
        continue;
      }
      walk.leave(node);
    }
    while (node && !node.next) {
      const parent: Node | Root | null = node.parent;
      node = parent && parent !== root ? (parent as Element) : null;
      if (node) walk.leave(node);
    }
    node = node?.next ?? null;
  }
  walk.endLine();
  return walk;
}

class Walk implements PageLines {
  readonly lines: PageLine[] = [];
  readonly ranges = new Map<Element, LineRange>();
  readonly furniture: Element[] = [];
  private readonly begun: number[] = [];
  private readonly kinds = new ElementKinds();
  private readonly rows: Row[] = [];
  private readonly tables = new OpenTables();
  private text = "";
  private linkText = 0;
  private links = 0;
  private headings = 0;
  private gap = true;
  private picture: { readonly block: Element | null; readonly from: number } | null = null;

  /** Whether the node's children are to be walked. */
  enter(node: Node): boolean {
    if (!isElement(node)) {
      if (node.type === "text") this.append(node.data);
      return false;
    }
    const kind = this.kinds.of(node);
    if (kind === "hidden") return false;
    if (node.name === "img") this.picture ??= { block: pictureBlock(node), from: this.lines.length };
    if (blocks.has(node.name)) {
      this.endLine();
      if (node.name !== "br") this.gap = true;
    }
    if (node.name === "table") this.tables.enter(this.lines.length);
    if (node.name === "tr") this.rows.push({ from: this.lines.length, cells: [] });
    if (node.name === "a") this.links++;
    if (isHeading(node)) this.headings++;
    if (kind === "furniture") this.furniture.push(node);
    this.begun.push(this.lines.length);
    return true;
  }

  /** Called once for every element that `enter` said yes to, innermost first. */
  leave(node: Node): void {
    const from = this.begun.pop();
    if (!isElement(node) || from === undefined) return;
    if (blocks.has(node.name)) {
      this.endLine();
      if (node.name !== "br") this.gap = true;
    }
    if (node.name === "td" || node.name === "th") this.leaveCell(node, from);
    if (node.name === "tr") {
      this.joinCells(this.rows.pop());
      this.tables.leaveRow();
    }
    if (this.picture?.block === node) this.endPicture(this.picture.from);
    if (node.name === "a") this.links--;
    if (isHeading(node)) this.headings--;
    if (node.name === "table") this.leaveTable();
    else this.tables.hold(node);
    this.ranges.set(node, {
      from: Math.min(from, this.lines.length),
      to: this.lines.length + (this.text.trim() ? 1 : 0),
    });
  }

  endLine(): void {
    const text = squeeze(normalForm(this.text));
    if (text) {
      this.lines.push({
        text,
        gap: this.gap,
        heading: this.headings > 0,
        linkLength: Math.min(this.linkText, text.length),
        caption: false,
      });
      this.gap = false;
    }
    this.text = "";
    this.linkText = 0;
  }

  private append(data: string): void {
    this.text += data;
    if (this.links > 0) this.linkText += data.trim().length;
  }

  /** What a picture's block says below the picture is its caption, if that is short. */
  private endPicture(from: number): void {
    this.picture = null;
    const below = this.lines.slice(from);
    if (below.length > mostCaptionLines || below.some((line) => line.text.length > longestCaption)) return;
    for (const [index, line] of below.entries()) this.lines[from + index] = { ...line, caption: true };
  }

  private leaveCell(cell: Element, from: number): void {
    const lines = this.lines.slice(from).map((line) => line.text);
    this.rows.at(-1)?.cells.push(lines.length);
    this.tables.leaveCell(cell, lines);
  }

  /** A table of figures is told row by row, each number with its heading and unit. */
  private leaveTable(): void {
    const told = this.tables.leave(this.lines);
    if (!told) return;
    const rows = told.rows.map((text) => ({ text, gap: true, heading: false, linkLength: 0, caption: false }));
    this.lines.splice(told.from, this.lines.length - told.from, ...rows);
    for (const node of told.within) this.ranges.set(node, { from: told.from, to: told.from });
  }

  /** A row of data (a line a cell) is one line; a row that only places blocks beside each other stays apart. */
  private joinCells(row: Row | undefined): void {
    if (!row) return;
    const filled = row.cells.filter((count) => count > 0);
    if (filled.length < 2 || filled.some((count) => count > 1)) return;
    const cells = this.lines.slice(row.from);
    if (cells.length !== filled.length || !isDataRow(cells)) return;
    const linkLength = cells.reduce((sum, cell) => sum + cell.linkLength, 0);
    this.lines.splice(row.from, cells.length, {
      text: cells.map((cell) => cell.text).join(" | "),
      gap: true,
      heading: false,
      linkLength,
      caption: false,
    });
  }
}

interface Row {
  readonly from: number;
  /** how many lines each cell gave */
  readonly cells: number[];
}

/** Three columns, or a label with an amount; a paper's head in two columns (body | motto, number | date) is none. */
function isDataRow(cells: readonly PageLine[]): boolean {
  return cells.length > 2 || (/^[\d.,%]{1,30}(?: .{1,20})?$/u.test(cells[1]?.text ?? "") && cells.length === 2);
}
