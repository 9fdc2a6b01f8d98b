import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { DraftComparison, DraftFigure, DraftSession, MentionId } from "../../draft.js";
import { ownPeriod } from "../../rules/figures/clause-periods.js";
import type { Clause } from "../../rules/figures/clauses.js";
import type { Group } from "../../rules/figures/group.js";
import { measureOf, remoteEstimate } from "../../rules/figures/measures.js";
import type { QuantityMention } from "../../rules/figures/number-verbs.js";
import { defaultPeriod, type PeriodMention, readTimeline, type Timeline } from "../../rules/figures/timeline.js";
import { hull } from "../../rules/sessions/details.js";
import { type ReplyBlock, type ReplyFigure, readComparedId } from "../reply.js";
import { columnPeriod } from "./column-period.js";
import { type Against, comparisonsOf, readAgainst } from "./comparisons.js";
import type { FigureContext, Told } from "./figure-context.js";
import { cleanIndicator } from "./indicators.js";
import type { Interpreting } from "./interpreting.js";
import { NumberGroups } from "./number-groups.js";
import { interpretStatuses } from "./statuses.js";

/** The head of a text, where it says what it looks back on and what it plans, in UTF-16 code units. */
const headLength = 900;

/** The figures of an answer, in its order; a number that it uses twice as a figure's own keeps its first use. */
export function interpretFigures(
  blocks: readonly ReplyBlock[],
  sessions: readonly DraftSession[],
  interpreting: Interpreting,
): readonly DraftFigure[] {
  const { mentions } = interpreting;
  const context: FigureContext = {
    ...interpreting,
    groups: new NumberGroups(mentions),
    timeline: readTimeline(mentions.reading, mentions, sessions, Math.min(mentions.reading.text.length, headLength)),
    session: sessions.length > 0 ? 0 : null,
    claimed: claimedBy(blocks),
    taken: new Set(),
  };
  return blocks.flatMap((block, index) => {
    const path = `reply.blocks[${index}]`;
    const told: Told = { class: block.class, period: periodOf(block, context, `${path}.period`) };
    const figures = block.figures.flatMap(
      (figure, at) => interpretFigure(figure, told, context, `${path}.figures[${at}]`) ?? [],
    );
    return [...figures, ...interpretStatuses(block.statuses, told, figures, context, `${path}.statuses`)];
  });
}

function claimedBy(blocks: readonly ReplyBlock[]): ReadonlySet<MentionId> {
  const figures = blocks.flatMap((block) => block.figures);
  return new Set(
    figures.flatMap(({ n, vs }) => [...(n === null ? [] : [n]), ...vs.map((one) => readComparedId(one).id)]),
  );
}

function periodOf({ period: id }: ReplyBlock, { refusals }: Interpreting, path: string): PeriodMention | null {
  return id?.startsWith("d") ? refusals.mention("date", id, path) : refusals.mention("period", id, path);
}

function interpretFigure(
  { n, what, vs }: ReplyFigure,
  told: Told,
  context: FigureContext,
  path: string,
): DraftFigure | null {
  const { aligner, claimed, groups, mentions, refusals, timeline } = context;
  const { reading } = mentions;
  const named = refusals.mention("quantity", n, `${path}.n`);
  const compared = readAgainst(vs, context, `${path}.vs`);
  const lone = n === null ? ownResult(compared, groups) : null;
  const own = named ?? lone;
  const against = lone ? [] : compared;
  const anchor = own ?? (n === null ? against[0]?.quantity : null);
  const clause = anchor && groups.clauseAt(anchor.value.number.start);
  if (!anchor || !clause) return null;
  if (context.taken.has(anchor.id)) {
    refusals.repeated(anchor, path);
    return null;
  }
  const quoted = aligner.words(what, anchor);
  if (!quoted) {
    refusals.words(what, `${path}.what`);
    return null;
  }
  context.taken.add(anchor.id);
  const quantity = own && against.length === 0 && isOnlyCompared(own, groups) ? null : own;
  const comparisons = comparisonsOf({ quantity, anchor }, against, groups, claimed);
  const group = groupOf(clause, quantity, comparisons, anchor);
  const numbers = [anchor, ...against.map((one) => one.quantity)].sort((a, b) => a.start - b.start);
  const { words, direction } = cleanIndicator(mentions, quoted, numbers);
  const estimate = remoteEstimate(reading, group);
  const period =
    columnPeriod(mentions, anchor) ?? figurePeriod(told, ownPeriod(reading, mentions, group), clause, timeline);
  return {
    class: told.class,
    indicator: words,
    quantity: quantity?.id ?? null,
    measure: measureOf(reading, group, direction),
    estimate,
    status: null,
    period: period?.id ?? null,
    comparisons,
    area: null,
    session: context.session,
    evidence: evidenceOf(clause.line, group, [...words, ...(estimate ? [estimate] : [])]),
  };
}

/** "tỷ lệ hộ nghèo giảm 3,5%": a change for which no words name an earlier time is the result, whatever the answer calls it. */
function ownResult(compared: readonly Against[], groups: NumberGroups): QuantityMention | null {
  const [only, ...others] = compared;
  if (!only || others.length > 0 || only.basis !== "previous_period") return null;
  return groups.of(only.quantity.id)?.quantity?.id === only.quantity.id ? only.quantity : null;
}

/** "tăng 7,33% so với cùng kỳ": a change or a share of a plan is no amount, whatever the answer takes it for. */
function isOnlyCompared({ id }: QuantityMention, groups: NumberGroups): boolean {
  return groups.of(id)?.quantity === null;
}

function groupOf(
  clause: Clause,
  quantity: QuantityMention | null,
  comparisons: readonly DraftComparison[],
  anchor: Span,
): Group {
  const { start, end } = hull([anchor, ...comparisons.map(({ text }) => text)]);
  return { clause, quantity, comparisons, start: quantity?.start ?? start, end, subject: null };
}

/**
 * A whole period that the figure's own clause names, else what the answer says of its block, else the document's. An
 * answer that chose from the clause itself has chosen between the clause's periods.
 */
function figurePeriod(
  { class: figureClass, period }: Told,
  own: PeriodMention | null,
  clause: Clause,
  timeline: Timeline,
): PeriodMention | null {
  const isOwn = own?.value.start != null && !(period && covers(clause, period));
  return (isOwn ? own : period) ?? own ?? defaultPeriod(timeline, figureClass);
}

/** The numbers and the words of their line; words of a heading stand too far off to prove anything. */
function evidenceOf(line: Span, numbers: Span, words: readonly Span[]): Span {
  return hull([numbers, ...words.filter((span) => covers(line, span))]);
}
