import { swift } from "../../vietnamese/text/patterns.js";
import { isCapitals } from "../lines.js";
import { type CellLine, columnOf, type Extent, isName } from "./cells.js";
import { crosses, type Run } from "./runs.js";

/** A row of a table: the lines that its cells take, from above. */
export type RowLines = readonly number[];

/** of a letter's size: baselines closer to each other than this are taken for as far */
const slack = 0.3;
/** of the distance between two rows: lines closer than this are of one cell */
const tight = 0.9;
const startsSmall = /^["“(]?\p{Ll}/u;
const startsItem = swift(/^(?:[-+*•–—]|\(?[\p{L}\d]{1,4}[.)] )/u);

/**
 * The rows of a table, whose names may take several lines: a row's numbers stand beside the first of them, or in their
 * middle.
 */
export function rowsOf(lines: readonly CellLine[], run: Run): readonly RowLines[] {
  const figures = new Set(run.figures);
  const isFree = (index: number) => {
    const line = lines[index];
    return line !== undefined && !figures.has(index) && line.cells.every((cell) => isInNames(run, cell));
  };
  const nameOf = (index: number) => lines[index]?.cells.find((cell) => isName(cell.text) && isInNames(run, cell));
  const inMiddle = run.figures.some((index) => !nameOf(index));
  const [first = 0, last = 0] = [run.figures[0], run.figures.at(-1)];
  return inMiddle ? rowsAround() : rowsBelow();

  /** Each row's lines stand as far above its numbers as below. */
  function rowsAround(): readonly RowLines[] {
    const rows: number[][] = [];
    let claimed = -1;
    for (const figure of run.figures) {
      const row = linesAround(figure, claimed);
      for (let index = claimed < 0 ? (row[0] ?? figure) : claimed + 1; index < (row[0] ?? figure); index++) {
        rows.push([index]);
      }
      rows.push(row);
      claimed = row.at(-1) ?? figure;
    }
    return rows;
  }

  function linesAround(figure: number, claimed: number): number[] {
    const line = lines[figure];
    const row = [figure];
    let before = 0;
    for (let step = 1; line; step++) {
      const [above, below] = [lines[figure - step], lines[figure + step]];
      if (!above || !below || figure - step <= claimed || !isFree(figure - step) || !isFree(figure + step)) break;
      const [up, down] = [above.y - line.y, line.y - below.y];
      if (Math.abs(up - down) > slack * line.size || up > before + 2 * line.size) break;
      row.unshift(figure - step);
      row.push(figure + step);
      before = up;
    }
    const own = nameOf(figure);
    const goesOn = !own || startsSmall.test(own.text) || startsSmall.test(nameOf(figure + 1)?.text ?? "");
    return goesOn ? row : [figure];
  }

  function rowsBelow(): readonly RowLines[] {
    const pitch = pitchOf(lines, run);
    const edge = Math.max(...run.figures.map((index) => nameOf(index)?.right ?? 0));
    const rows: number[][] = [];
    for (let index = first; index <= last || continues(rows.at(-1), index, pitch, edge); index++) {
      if (!lines[index]) break;
      if (continues(rows.at(-1), index, pitch, edge)) rows.at(-1)?.push(index);
      else rows.push([index]);
    }
    return rows;
  }

  /** Whether a line is the name of the row above, told further. */
  function continues(row: readonly number[] | undefined, index: number, pitch: number, edge: number): boolean {
    const [above, line, words] = [lines[row?.at(-1) ?? -1], lines[index], nameOf(index)];
    const told = nameOf(row?.at(-1) ?? -1);
    if (!above || !line || !words || !told || !isFree(index) || line.cells.length > 1) return false;
    const distance = above.y - line.y;
    if (distance > 2 * line.size || startsItem.test(words.text)) return false;
    if (startsSmall.test(words.text) || distance < tight * pitch) return true;
    const word = words.text.split(" ", 1)[0] ?? "";
    const letter = (words.right - words.left) / words.text.length;
    return told.right + (word.length + 1) * letter > edge && (isCapitals(told.text) || !isCapitals(words.text));
  }
}

const isInNames = (run: Run, cell: Extent): boolean =>
  !crosses(run, cell) && cell.left < Math.min(...run.numbers.map(({ left }) => left));

/** The distance between the baselines of rows next to each other. */
function pitchOf(lines: readonly CellLine[], { figures }: Run): number {
  const distances = figures.flatMap((index, at) => {
    const next = figures[at + 1];
    return next === index + 1 ? [(lines[index]?.y ?? 0) - (lines[next]?.y ?? 0)] : [];
  });
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? 0;
}

/** The text of each column of a row, line below line. */
export function textsOf(lines: readonly CellLine[], row: RowLines, columns: readonly Extent[]): readonly string[] {
  const texts = columns.map(() => "");
  for (const index of row) {
    for (const cell of lines[index]?.cells ?? []) {
      const x = columnOf(columns, cell);
      texts[x] = texts[x] ? `${texts[x]} ${cell.text.trim()}` : cell.text.trim();
    }
  }
  return texts;
}
