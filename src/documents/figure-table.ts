import { isUnitWords } from "../vietnamese/numbers/unit-words.js";
import { fold } from "../vietnamese/text/fold.js";
import { swift } from "../vietnamese/text/patterns.js";
import { writeTableRow } from "../vietnamese/text/table-rows.js";

/** A cell of a table, as wide and as high as its markup says. */
export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

const noCell: GridCell = { text: "", columns: 1, rows: 1 };
const mostCells = 50_000;
const mostColumns = 40;
const mostHeaderRows = 4;
const longestHeader = 200;
const longestUnit = 40;
const year = /^(?:19|20)\d\d$/;
const number = /^[-–−]?\d[\d.,]*(?: ?%)?$/;
/** "A B 1 2", "(1) (2) (3)=(2)/(1)": how forms number their columns */
const columnNumber = /^\(?[A-Z\d]{1,2}\)?(?: ?=.{1,30})?$/i;
const rowNumberHeading = /^(?:tt|stt|số tt|số thứ tự)$/;
const unitHeading = /^(?:đvt|đơn vị|đơn vị tính|đv tính|đơn vị đo)$/;
const unitCaption = /(?:^|[(.] ?)(?:đvt|đơn vị tính|đơn vị) ?: ?([^():;]{1,40}?)\)?[.,]?$/;
const unitInBrackets = /\((?:đvt: ?|đơn vị: ?|đơn vị tính: ?)?([^()\d]{1,40}|[^()]{0,20}m[23²³][^()]{0,20})\)$/;
/** A number under such a heading is no amount of the caption's unit. */
const compares = swift(
  /so sánh|so với|(?<!\p{L})so (?:kh|cùng kỳ|dự toán)|tỷ lệ|tỉ lệ|tốc độ|%|(?:(?<!\p{L})(?:kh|th|dt)|kế hoạch|thực hiện|dự toán)[^/]{0,12}\//u,
);

/** Where a table's columns of amounts stand, and what the others are. */
interface Columns {
  readonly rowNumber: number | null;
  readonly name: number;
  readonly unit: number | null;
  readonly amounts: readonly number[];
}

/**
 * A table of figures as lines: its headings, then each row with every number's heading and unit beside it. `null` for a
 * table that holds no figures under headings.
 * @param above the lines before the table, the nearest last: they may tell the unit
 */
export function figureTableLines(rows: readonly (readonly GridCell[])[], above: readonly string[]): string[] | null {
  const cells = gridOf(rows);
  const grid = cells.map((row) => row.map(({ text }) => text));
  const first = grid.findIndex((row) => distinct(row) > 1);
  if (first < 0) return null;
  const isBody = (row: readonly string[]) => row.some((text) => isAmount(text) && !isYear(text)) && !isNumbering(row);
  const body = grid.findIndex((row, index) => index > first && isBody(row));
  if (body < 0 || body - first > mostHeaderRows || isBody(grid[first] ?? [])) return null;
  // a row of one text heads a part of the body
  const heads = grid.slice(first, body);
  const part = heads.findIndex((row) => distinct(row) < 2);
  const headers = headersOf(heads.slice(0, part < 0 ? heads.length : part).filter((row) => !isNumbering(row)));
  const columns = columnsOf(headers, grid.slice(body));
  if (!columns) return null;
  const captions = [...above, ...grid.slice(0, first).map((row) => row.find(Boolean) ?? "")];
  const caption = captions.map(unitOfCaption).findLast(Boolean) ?? null;
  const lines = grid.map(
    (row, y) => (y < body ? null : rowLine(row, headers, columns, caption)) ?? plain(cells[y] ?? []),
  );
  return lines.filter(Boolean);
}

/** Whether a text is a year and so heads amounts. */
export const isYear = (text: string): boolean => year.test(text);
/** Whether a row numbers the columns: "A B 1 2". */
export const isNumbering = (row: readonly string[]): boolean =>
  row.filter(Boolean).length > 2 &&
  row.every((text) => !text || columnNumber.test(text)) &&
  !row.some((text) => text.length > 40);
/** "4.850", "104,5%", "5,1 tỷ đồng"; a paper's number and a day are none. */
export function isAmount(text: string): boolean {
  const unit = /^\d[\d.,]* ?(\p{L}.{0,30})$/u.exec(text)?.[1];
  return number.test(text) || (unit !== undefined && isUnitWords(unit));
}

const distinct = (row: readonly string[]): number => new Set(row.filter(Boolean)).size;

/** A row without amounts: its cells, each once. */
const plain = (row: readonly GridCell[]): string =>
  row.flatMap((cell, x) => (cell.text && cell !== row[x - 1] ? [cell.text] : [])).join(" | ");

/** The cell at each place; one that spans several stands at each of them. Empty for a table that is too large. */
function gridOf(rows: readonly (readonly GridCell[])[]): readonly (readonly GridCell[])[] {
  const grid: GridCell[][] = rows.map(() => []);
  let cells = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      const { columns, rows: height } = cell;
      while (grid[y]?.[x] !== undefined) x++;
      for (let below = y; below < Math.min(y + height, rows.length); below++) {
        for (let beside = x; beside < x + columns; beside++) {
          if (beside >= mostColumns || ++cells > mostCells) return [];
          (grid[below] ?? [])[beside] = cell;
        }
      }
      x += columns;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? noCell));
}

/** The heading of each column: the words of its cells from above, each once. */
function headersOf(rows: readonly (readonly string[])[]): readonly string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, x) => {
    const words = rows.map((row) => row[x] ?? "").filter((text, index, all) => text && text !== all[index - 1]);
    return words.join(" ").replaceAll(":", "").slice(0, longestHeader);
  });
}

function columnsOf(headers: readonly string[], body: readonly (readonly string[])[]): Columns | null {
  const names = headers.map((header) => fold(header).trim());
  const indexOf = (heading: RegExp) => {
    const index = names.findIndex((name) => heading.test(name));
    return index < 0 ? null : index;
  };
  const [rowNumber, unit] = [indexOf(rowNumberHeading), indexOf(unitHeading)];
  const places = headers.map((_, x) => x).filter((x) => x !== rowNumber && x !== unit);
  const name = places.find((x) => body.some((row) => /\p{L}{2}/u.test(row[x] ?? "")));
  if (name === undefined) return null;
  const amounts = places.filter(
    (x) =>
      x > name && headers[x] && /\p{L}|\d{4}|%/u.test(headers[x] ?? "") && body.some((row) => isAmount(row[x] ?? "")),
  );
  return amounts.length > 0 ? { rowNumber, name, unit, amounts } : null;
}

function rowLine(
  row: readonly string[],
  headers: readonly string[],
  { rowNumber, name, unit, amounts }: Columns,
  caption: string | null,
): string | null {
  const title = row[name] ?? "";
  if (!/\p{L}{2}/u.test(title) || !amounts.some((x) => isAmount(row[x] ?? ""))) return null;
  const own = (unit === null ? null : asUnit(row[unit] ?? "")) ?? unitOfBrackets(title);
  const leads: string[] = [];
  const told: { readonly header: string; readonly content: string }[] = [];
  for (const [x, text] of row.entries()) {
    const header = headers[x] ?? "";
    const content = text.replaceAll(" | ", " ");
    if (!text || x === name || x === unit) continue;
    if (x < name || !header || x === rowNumber) leads.push(content);
    else if (!number.test(text)) told.push({ header, content });
    else told.push({ header, content: withUnit(text, amounts.includes(x) ? unitOf(header, own, caption) : null) });
  }
  return writeTableRow([...leads, title.replaceAll(" | ", " ")], told);
}

function unitOf(header: string, own: string | null, caption: string | null): string | null {
  const told = unitOfBrackets(header);
  if (told) return told;
  const folded = fold(header);
  if (folded.includes("%")) return "%";
  return compares.test(folded) ? null : (own ?? caption);
}

function withUnit(text: string, unit: string | null): string {
  if (unit === null || text.endsWith("%")) return text;
  return unit.startsWith("%") ? text + unit : `${text} ${unit}`;
}

/** The unit of a caption: `triệu đồng` of "Biểu số 2 (ĐVT: triệu đồng)". */
export function unitOfCaption(line: string): string | null {
  return knownUnit(unitCaption.exec(fold(line).trim())?.[1]);
}

function unitOfBrackets(text: string): string | null {
  return knownUnit(unitInBrackets.exec(fold(text).trim())?.[1]);
}

/** Brackets hold other things too: what is no unit behind a number is none. */
function knownUnit(words: string | undefined): string | null {
  const unit = words ? asUnit(words) : null;
  return unit && isUnitWords(unit) ? unit : null;
}

/** Units are written small, whatever stands at the head of a column; of several the first is the rule. */
function asUnit(words: string): string | null {
  const first = fold(words).split(/[,;]/)[0]?.trim() ?? "";
  return first.length <= longestUnit && /[\p{L}%‰]/u.test(first) ? first : null;
}
