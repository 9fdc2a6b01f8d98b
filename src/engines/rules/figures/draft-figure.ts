import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftComparison, DraftFigure } from "../../draft.js";
import { countWords, folded } from "../words.js";
import { namesBasis } from "./bases.js";
import { classByCue } from "./classes.js";
import { ownPeriod, sentencePeriod } from "./clause-periods.js";
import type { Clause } from "./clauses.js";
import { partingOf, withinBracket } from "./commas.js";
import type { Field, Group } from "./group.js";
import { readIndicator } from "./indicators.js";
import { measureOf, remoteEstimate } from "./measures.js";
import type { Context, Section } from "./sections.js";
import { withSharedPredicate } from "./shared-predicates.js";
import { isFamily, wholeIndicator } from "./shared-words.js";
import { readStatus } from "./statuses.js";
import { classByTime, defaultPeriod, isPartYear, isWithin, type PeriodMention, periodFor } from "./timeline.js";

function fieldOf(reading: Reading, group: Group, previous: Group | null, next: Group | null): Field {
  const { clause } = group;
  const item = (clause.mark !== "" || clause.end >= clause.line.end || !clause.opensSentence) && previous === null;
  const before = previous && partingOf(reading, { start: previous.end, end: group.start });
  const behind = next && partingOf(reading, { start: enumerationEnd(reading, group), end: next.start });
  const from = withinBracket(reading, before?.next ?? previous?.end ?? clause.start, group.start);
  return { from, to: behind?.end ?? next?.start ?? clause.end, item };
}

const enumeration = swift(
  /^(?: \p{L}+(?: \p{L}+)?)?, \p{L}+(?: \p{L}+){0,2} (?=(?:(?:đạt|được|có) [^\d,;.]+[,;.]|(?:đã )?(?:triển khai|thực hiện|hoàn thành|thành lập|tổ chức|ban hành|đăng ký) \p{L}))/u,
);

/** "85% bản, làng đạt chuẩn văn hóa, 90% hộ …": the comma between what is counted together parts no numbers. */
function enumerationEnd({ folded }: Reading, { end, quantity }: Group): number {
  const ofSeveral = quantity?.value.kind === "share" || quantity?.value.outOf != null;
  const nouns = ofSeveral ? enumeration.exec(folded.slice(end, end + 60)) : null;
  return end + (nouns?.[0].length ?? 0);
}

export function draftFigure(
  context: Context,
  section: Section,
  group: Group,
  previous: Group | null,
  next: Group | null,
  last: DraftFigure | null,
): DraftFigure | null {
  const { reading, mentions, timeline } = context;
  const field = fieldOf(reading, group, previous, next);
  const found = readIndicator(reading, mentions, group, field);
  const parent = found.parent ?? (previous ? section.parent : null);
  section.parent = parent && isFamily(reading, parent) ? parent : null;
  const words = withSharedPredicate(reading, group, next, wholeIndicator(context, section, group, found, last));
  if (words.length === 0 || words.every((span) => countWords(reading, span) === 0)) return null;
  const own = ownPeriod(reading, mentions, group);
  const figureClass =
    classByCue(reading, group.clause, group, section.figureClass) ??
    (own && classByTime(timeline, own)) ??
    section.figureClass ??
    context.pipeline.figures.defaultClass;
  // what a total is made up of is told of its time
  const inherited = /^trong đó(?!\p{L})/u.test(folded(reading, group.clause.sentence)) ? section.linePeriod : null;
  const told = sentencePeriod(reading, mentions, group);
  const period =
    own ??
    periodFor(timeline, figureClass, [
      inherited,
      section.listPeriod,
      isWithin(told, section.period) ? told : section.period,
      told,
      defaultPeriod(timeline, figureClass, group.start),
      section.linePeriod,
    ]);
  section.linePeriod = own ?? section.linePeriod;
  const start = Math.min(
    group.start,
    ...words.map((span) => span.start),
    ...group.comparisons.map((one) => one.text.start),
  );
  const end = Math.max(group.end, ...words.map((span) => span.end), ...group.comparisons.map((one) => one.text.end));
  const estimate = remoteEstimate(reading, group);
  return {
    class: figureClass,
    indicator: words,
    quantity: group.quantity?.id ?? null,
    measure: measureOf(reading, group, found.direction),
    estimate,
    status: null,
    period: period?.id ?? null,
    comparisons: group.comparisons.map((one) => ofPartYear(reading, period, one)),
    area: null,
    session: context.sessionAt(group.start),
    evidence: { start: Math.min(start, estimate?.start ?? start), end },
  };
}

/** "6 tháng đầu năm, … tăng 3,4%": what part of a year is held against, where nobody says, is the same part of the last. */
function ofPartYear(reading: Reading, period: PeriodMention | null, one: DraftComparison): DraftComparison {
  const assumed = one.type === "change" && one.basis === "previous_period" && !namesBasis(reading, one.text);
  return assumed && period !== null && isPartYear(period) ? { ...one, basis: "same_period" } : one;
}

export function statusFigures(context: Context, section: Section, clause: Clause): DraftFigure[] {
  const { reading, mentions, timeline } = context;
  if (section.figureClass === "achievement") return [];
  return readStatus(reading, mentions, clause).map((found) => ({
    class: section.figureClass ?? context.pipeline.figures.defaultClass,
    indicator: found.words,
    quantity: null,
    measure: "level",
    estimate: null,
    status: found.status,
    period:
      periodFor(timeline, "target", [section.listPeriod, section.period, defaultPeriod(timeline, "target")])?.id ??
      null,
    comparisons: [],
    area: null,
    session: context.sessionAt(clause.start),
    evidence: found.evidence,
  }));
}
