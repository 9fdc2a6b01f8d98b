import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftComparison, DraftFigure } from "../../draft.js";
import type { Column, ColumnCell } from "./columns.js";
import { readCompared } from "./compared.js";

/** A cell that is a figure of its own, and what the row holds it against. */
export interface Told {
  readonly cell: ColumnCell;
  readonly class: DraftFigure["class"];
  readonly period: Column["period"];
  readonly comparisons: DraftComparison[];
}

/**
 * The figures of a row. A plan beside a result of the same time is what the result is held against, and no figure.
 * @param figureOf what a cell is by itself
 */
export function tellRow(
  reading: Reading,
  cells: readonly ColumnCell[],
  figureOf: (cell: ColumnCell) => Told,
): readonly Told[] {
  const amounts = cells.filter(({ role }) => role !== "comparison");
  const isHeld = (cell: ColumnCell) =>
    cell.role === "plan" && amounts.some((one) => one.role === "result" && samePeriod(one, cell));
  const told = amounts.filter((cell) => !isHeld(cell)).map(figureOf);
  for (const cell of amounts.filter(isHeld)) {
    const result = told.find((one) => one.cell.role === "result" && samePeriod(one.cell, cell));
    result?.comparisons.push(againstPlan(cell));
  }
  for (const cell of cells.filter(({ role }) => role === "comparison")) compare(reading, told, cell);
  return told;
}

/** A share of the plan joins the plan's amount that stands beside the result. */
function compare(reading: Reading, told: readonly Told[], cell: ColumnCell): void {
  const compared = readCompared(reading, cell);
  if (!compared) return;
  const wanted = compared.of === "plan" ? "target" : "achievement";
  const figures = told.filter((one) => one.class === wanted);
  const figure = figures.findLast((one) => samePeriod(one.cell, cell)) ?? figures.at(-1) ?? told.at(-1);
  if (!figure) return;
  const { comparisons } = figure;
  const amount = comparisons.findIndex((one) => one.basis === compared.comparison.basis && one.quantity === null);
  if (amount < 0) comparisons.push(compared.comparison);
  else comparisons[amount] = { ...compared.comparison, other: comparisons[amount]?.other ?? null };
}

function againstPlan({ cell, quantity }: ColumnCell): DraftComparison {
  const text = { start: cell.start, end: cell.end };
  return { basis: "plan", type: "ratio", quantity: null, falls: false, other: quantity.id, setBy: null, text };
}

/** Whether two columns tell of one time; a heading that names none tells of the table's. */
const samePeriod = (a: Column, b: Column): boolean => boundsOf(a) === boundsOf(b);
const boundsOf = ({ period }: Column): string | null => period && `${period.value.start}/${period.value.end}`;
