import {
  type CellLine,
  type Extent,
  isFigure,
  isName,
  isNumberingLine,
  overlap,
  type PlacedCell,
  withExtent,
} from "./cells.js";

/** Lines whose numbers stand in the same columns, and what lies between them. */
export interface Run {
  /** the lines that hold numbers, by their index */
  readonly figures: number[];
  /** the columns of the numbers */
  numbers: readonly Extent[];
  /** where the names left of the numbers end */
  namesEnd: number;
}

/** in letter sizes, between a line with numbers and the next: more sets tables apart */
const reach = 9;
const mostColumns = 40;
const mostCells = 100;
/** lines between two with numbers that stand across the columns: a row may head others, two are a text */
const mostCrossing = 1;

/** The runs of lines with numbers in columns of their own, in order. */
export function runsOf(lines: readonly CellLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (const [index, line] of lines.entries()) {
    if (figuresOf(line).length === 0) continue;
    const run = runs.at(-1);
    if (run && goesOn(run, lines, index)) add(run, line, index);
    else {
      const begun: Run = { figures: [], numbers: [], namesEnd: Number.NEGATIVE_INFINITY };
      add(begun, line, index);
      runs.push(begun);
    }
  }
  return runs;
}

const nameAt = ({ cells }: CellLine): number => cells.findIndex(({ text }) => isName(text) && !isFigure(text));

/** The numbers behind a line's name. The number that a line begins with is its row's. */
function figuresOf(line: CellLine): readonly PlacedCell[] {
  if (line.cells.length > mostCells || isNumberingLine(line)) return [];
  const name = Math.max(0, nameAt(line));
  return line.cells.filter(({ text }, x) => x > name && isFigure(text));
}

/** Whether a cell stands both in the column of names and in one of numbers, or in several of numbers. */
export function crosses({ numbers, namesEnd }: Run, cell: Extent): boolean {
  const met = numbers.filter((column) => overlap(column, cell) > 0).length;
  return met > 1 || (met === 1 && cell.left < namesEnd);
}

function goesOn(run: Run, lines: readonly CellLine[], index: number): boolean {
  const [last, line] = [run.figures.at(-1) ?? 0, lines[index]];
  const above = lines[last];
  if (!line || !above || run.numbers.length > mostColumns || above.y - line.y > reach * Math.max(line.size, above.size))
    return false;
  const between = lines.slice(last + 1, index);
  if (between.filter(({ cells }) => cells.some((cell) => crosses(run, cell))).length > mostCrossing) return false;
  const numbers = figuresOf(line);
  return (
    numbers.some((cell) => run.numbers.some((column) => overlap(column, cell) > 0)) &&
    !line.cells.some((cell) => crosses(run, cell))
  );
}

function add(run: Run, line: CellLine, index: number): void {
  run.figures.push(index);
  run.namesEnd = Math.max(run.namesEnd, line.cells[nameAt(line)]?.right ?? Number.NEGATIVE_INFINITY);
  for (const cell of figuresOf(line).slice(0, mostColumns)) run.numbers = withExtent(run.numbers, cell);
}
