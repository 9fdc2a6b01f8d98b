import type { CleanDocument } from "../../../documents/document.js";
import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/reading.js";
import type { Span } from "../../../vietnamese/span.js";
import { type TableRow, tableRows } from "../../../vietnamese/table-rows.js";
import { isUnitWords } from "../../../vietnamese/unit-words.js";
import type { DraftComparison, DraftFigure, DraftSession } from "../../draft.js";
import type { Pipeline } from "../../pipeline.js";
import { classByTime, defaultPeriod, readTimeline, type Timeline } from "../figures/timeline.js";
import { folded, strip } from "../words.js";
import { type ColumnCell, columnCells } from "./columns.js";
import { readCompared } from "./compared.js";

type Period = ColumnCell["period"];

/** How far the opening of a document reaches, in UTF-16 code units. */
const headLength = 1500;
/** how far above its first row a table's heading is looked for */
const headingReach = 600;
const listMark =
  /^(?:[-+*•–—] ?|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|\p{L})[.)] ?)+|^(?:trong đó|bao gồm|gồm) ?:? ?/u;
const brackets = /\s?\((?:đvt: ?|đơn vị: ?|đơn vị tính: ?)?([^()]{1,60})\)$/u;

/**
 * The figures of a document's tables. A column's heading says whether its numbers are plans or results and of when; what
 * a plan and a result of the same time tell is one figure, as it is in prose.
 */
export function draftTableFigures(
  document: CleanDocument,
  mentions: Mentions,
  pipeline: Pipeline,
  sessions: readonly DraftSession[],
): DraftFigure[] {
  const { reading } = mentions;
  const rows = tableRows(reading);
  if (rows.length === 0) return [];
  const timeline = readTimeline(reading, mentions, sessions, Math.min(reading.text.length, headLength));
  const published = document.publishedAt?.slice(0, 10) ?? null;
  const tables = new Tables(reading, mentions, { ...timeline, met: timeline.met ?? published }, pipeline, sessions);
  return rows.flatMap((row) => tables.figuresOf(row));
}

/** A cell that is a figure of its own, and what the row holds it against. */
interface Told {
  readonly cell: ColumnCell;
  readonly class: DraftFigure["class"];
  readonly period: Period;
  readonly comparisons: DraftComparison[];
}

class Tables {
  private lastRow: TableRow | null = null;
  private heading: Period = null;

  constructor(
    private readonly reading: Reading,
    private readonly mentions: Mentions,
    private readonly timeline: Timeline,
    private readonly pipeline: Pipeline,
    private readonly sessions: readonly DraftSession[],
  ) {}

  figuresOf(row: TableRow): DraftFigure[] {
    this.enter(row);
    const cells = columnCells(this.reading, this.mentions, row.cells);
    const indicator = this.indicatorOf(row.name);
    if (indicator.start >= indicator.end) return [];
    const told = this.toldBy(cells);
    return told.map(({ cell, class: figureClass, period, comparisons }) => ({
      class: figureClass,
      indicator: [indicator],
      quantity: cell.quantity.id,
      measure: "level",
      estimate: cell.quantity.value.comparator === "eq" ? cell.estimate : null,
      status: null,
      period: period?.id ?? null,
      comparisons,
      area: null,
      session: this.sessions.length > 0 ? 0 : null,
      evidence: { start: row.name.start, end: this.endOf(cell, comparisons) },
    }));
  }

  /** The heading above a table tells its time where its columns do not. */
  private enter(row: TableRow): void {
    const { mentions, lastRow } = this;
    const between = { start: lastRow?.end ?? Math.max(0, row.start - headingReach), end: row.start };
    if (!lastRow || between.end - between.start > 1) {
      const from = Math.max(between.start, row.start - headingReach);
      this.heading = mentions.of("period", { start: from, end: row.start }).at(-1) ?? (lastRow ? this.heading : null);
    }
    this.lastRow = row;
  }

  private indicatorOf(name: Span): Span {
    const { reading } = this;
    let start = name.start;
    for (let mark = listMark.exec(folded(reading, { start, end: name.end })); mark?.[0]; ) {
      start += mark[0].length;
      mark = listMark.exec(folded(reading, { start, end: name.end }));
    }
    // a unit in brackets says nothing of what is measured
    const aside = brackets.exec(folded(reading, { start, end: name.end }));
    const isUnit = aside?.[1] !== undefined && isUnitWords(aside[1]);
    return strip(reading, { start, end: isUnit ? start + aside.index : name.end });
  }

  private toldBy(cells: readonly ColumnCell[]): readonly Told[] {
    const told: Told[] = [];
    const plans: ColumnCell[] = [];
    for (const cell of cells.filter(({ role }) => role !== "comparison")) {
      const result = cell.role === "plan" ? cells.find((one) => one.role === "result" && samePeriod(one, cell)) : null;
      if (result) plans.push(cell);
      else told.push(this.figureOf(cell));
    }
    for (const cell of plans) {
      told
        .find((one) => one.class === "achievement" && samePeriod(one.cell, cell))
        ?.comparisons.push(againstPlan(cell));
    }
    for (const cell of cells.filter(({ role }) => role === "comparison")) this.compare(told, cell);
    return told;
  }

  private figureOf(cell: ColumnCell): Told {
    const { timeline, pipeline } = this;
    const own = cell.period ?? this.heading;
    const figureClass =
      cell.role === "plan"
        ? "target"
        : cell.role === "result"
          ? "achievement"
          : (classByTime(timeline, own) ?? pipeline.figures.defaultClass);
    return { cell, class: figureClass, period: own ?? defaultPeriod(timeline, figureClass), comparisons: [] };
  }

  /** A share of the plan joins the plan's amount that stands beside the result. */
  private compare(told: readonly Told[], cell: ColumnCell): void {
    const compared = readCompared(this.reading, cell);
    if (!compared) return;
    const wanted = compared.of === "plan" ? "target" : "achievement";
    const figures = told.filter((one) => one.class === wanted);
    const figure = figures.findLast((one) => samePeriod(one.cell, cell)) ?? figures.at(-1) ?? told.at(-1);
    if (!figure) return;
    const amount = figure.comparisons.findIndex(
      (one) => one.basis === compared.comparison.basis && one.quantity === null,
    );
    if (amount < 0) figure.comparisons.push(compared.comparison);
    else figure.comparisons[amount] = { ...compared.comparison, other: figure.comparisons[amount]?.other ?? null };
  }

  private endOf(cell: ColumnCell, comparisons: readonly DraftComparison[]): number {
    const others = comparisons.flatMap(({ text, other }) => [
      text.end,
      (other === null ? null : this.mentions.get(other, "quantity"))?.end ?? 0,
    ]);
    return Math.max(cell.cell.end, ...others);
  }
}

function againstPlan({ cell, quantity }: ColumnCell): DraftComparison {
  const text = { start: cell.start, end: cell.end };
  return { basis: "plan", type: "ratio", quantity: null, falls: false, other: quantity.id, setBy: null, text };
}

/** Whether two columns tell of one time; a heading that names none tells of the table's. */
function samePeriod(a: Pick<ColumnCell, "period">, b: Pick<ColumnCell, "period">): boolean {
  const bounds = ({ period }: Pick<ColumnCell, "period">) =>
    period && `${(period as MentionOf<"period">).value.start}/${(period as MentionOf<"period">).value.end}`;
  return bounds(a) === bounds(b);
}
