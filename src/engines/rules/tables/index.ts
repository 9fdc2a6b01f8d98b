import type { CleanDocument } from "../../../documents/document.js";
import type { Mentions } from "../../../mentions/mention.js";
import { isUnitWords } from "../../../vietnamese/numbers/unit-words.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { type TableRow, tableRows } from "../../../vietnamese/text/table-rows.js";
import type { DraftComparison, DraftFigure } from "../../draft.js";
import type { Pipeline } from "../../pipeline.js";
import { dayOf } from "../figures/index.js";
import { classByTime, defaultPeriod, readTimeline, type Timeline } from "../figures/timeline.js";
import type { Meetings } from "../sessions/regions.js";
import { folded, strip } from "../words.js";
import { type ColumnCell, columnCells } from "./columns.js";
import { type Told, tellRow } from "./told.js";

type Period = ColumnCell["period"];

/** How far the opening of a document reaches, in UTF-16 code units. */
const headLength = 1500;
/** how far above its first row a table's heading is looked for */
const headingReach = 600;
const listMark = swift(
  /^(?:[-+*•–—] ?|\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,5}|\p{L})[.)] ?)+|^(?:trong đó|bao gồm|gồm) ?:? ?/u,
);
const brackets = /\s?\((?:đvt: ?|đơn vị: ?|đơn vị tính: ?)?([^()]{1,60})\)$/;

/**
 * The figures of a document's tables. A column's heading says whether its numbers are plans or results and of when; what
 * a plan and a result of the same time tell is one figure, as it is in prose.
 */
export function draftTableFigures(
  document: CleanDocument,
  mentions: Mentions,
  pipeline: Pipeline,
  meetings: Meetings,
): DraftFigure[] {
  const { reading } = mentions;
  const rows = tableRows(reading);
  if (rows.length === 0) return [];
  const timeline = readTimeline(
    reading,
    mentions,
    meetings.sessions,
    Math.min(reading.text.length, headLength),
    dayOf(document),
  );
  const { published } = timeline;
  const tables = new Tables(reading, mentions, { ...timeline, met: timeline.met ?? published }, pipeline, meetings);
  return rows.flatMap((row) => tables.figuresOf(row));
}

class Tables {
  private lastRow: TableRow | null = null;
  private heading: Period = null;

  constructor(
    private readonly reading: Reading,
    private readonly mentions: Mentions,
    private readonly timeline: Timeline,
    private readonly pipeline: Pipeline,
    private readonly meetings: Meetings,
  ) {}

  figuresOf(row: TableRow): DraftFigure[] {
    this.enter(row);
    const cells = columnCells(this.reading, this.mentions, row.cells);
    const indicator = this.indicatorOf(row.name);
    if (indicator.start >= indicator.end) return [];
    const told = tellRow(this.reading, cells, (cell) => this.figureOf(cell));
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
      session: this.meetings.sessionAt(row.start),
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

  private endOf(cell: ColumnCell, comparisons: readonly DraftComparison[]): number {
    const others = comparisons.flatMap(({ text, other }) => [
      text.end,
      (other === null ? null : this.mentions.get(other, "quantity"))?.end ?? 0,
    ]);
    return Math.max(cell.cell.end, ...others);
  }
}
