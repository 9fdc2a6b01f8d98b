import type { CleanDocument } from "../../documents/document.js";
import type { Mentions } from "../../mentions/mention.js";
import { foldedWords } from "../../vietnamese/fold.js";
import type { Reading } from "../../vietnamese/reading.js";
import { lines } from "../../vietnamese/sentences.js";
import type { Span } from "../../vietnamese/span.js";
import type { DraftFigure, DraftSession, Words } from "../draft.js";
import type { Pipeline } from "../pipeline.js";
import { type FigureClass, classByCue, classByHeading, classOfSentence } from "./classes.js";
import { type Clause, clauses } from "./clauses.js";
import { partingOf, withinBracket } from "./commas.js";
import { type Group, groupNumbers } from "./groups.js";
import { type Field, type IndicatorFound, readIndicator } from "./indicators.js";
import { measureOf, remoteEstimate } from "./measures.js";
import { onlyReported } from "./report.js";
import { readStatus } from "./statuses.js";
import { classByTime, defaultPeriod, openingPeriod, ownPeriod, readTimeline, sentencePeriod, type Timeline } from "./timeline.js";
import { countWords, folded } from "./words.js";

/** What a section says about the figures in it, until the next says otherwise. */
interface Section {
  figureClass: FigureClass | null;
  /** the class that the last heading or opening period gave */
  headed: FigureClass | null;
  period: ReturnType<typeof openingPeriod>;
  /** the last period that a figure of the same paragraph had of its own */
  linePeriod: ReturnType<typeof openingPeriod>;
  /** a list of chỉ tiêu, in which a status in words is a figure */
  list: boolean;
  /** the family that the last indicators were members of: "[tỷ lệ học sinh đi học:] tiểu học 100%, THCS 100%" */
  parent: Span | null;
  /** the words before the last number that had any */
  left: Span | null;
}

interface Context {
  readonly reading: Reading;
  readonly mentions: Mentions;
  readonly pipeline: Pipeline;
  readonly timeline: Timeline;
  readonly session: number | null;
}

/** The figures of a document, in its order. */
export function draftFigures(
  document: CleanDocument,
  reading: Reading,
  mentions: Mentions,
  pipeline: Pipeline,
  sessions: readonly DraftSession[],
): DraftFigure[] {
  const headlines = headlineStarts(reading, document.title);
  const all = clauses(reading).filter((clause) => !headlines.has(clause.line.start));
  const body = bodyStart(reading, all, pipeline);
  const timeline = readTimeline(reading, mentions, sessions, Math.min(reading.text.length, body + 900));
  const context: Context = { reading, mentions, pipeline, timeline, session: sessions.length > 0 ? 0 : null };
  const section: Section = { figureClass: null, headed: null, period: null, linePeriod: null, list: false, parent: null, left: null };
  const figures: DraftFigure[] = [];
  let before: Group | null = null;
  for (const clause of all) {
    if (clause.start < body) continue;
    enter(context, section, clause);
    const groups = groupNumbers(reading, mentions, clause, before?.clause.sentence.start === clause.sentence.start ? before : null);
    for (const [index, group] of groups.entries()) {
      const figure = draftFigure(context, section, group, groups[index - 1] ?? null, groups[index + 1] ?? null, figures.at(-1) ?? null);
      if (figure) figures.push(figure);
    }
    if (section.list) figures.push(...statusFigures(context, section, clause));
    before = groups.at(-1) ?? before;
  }
  return pipeline.figures.cautious && sessions.length === 0 ? onlyReported(reading, figures) : figures;
}

/** Where the lines of the headline begin: it tells what the text tells again, and in fewer words. */
function headlineStarts(reading: Reading, title: string | null): ReadonlySet<number> {
  if (title === null) return new Set();
  const words = foldedWords(title);
  const head = lines(reading).filter((line) => line.start <= 2000);
  const repeats = (line: Span) => words.includes(folded(reading, line).replace(/\s+/g, " "));
  return new Set(head.filter((line) => line.end - line.start > 8 && repeats(line)).map((line) => line.start));
}

/** A resolution's figures stand behind "QUYẾT NGHỊ": what comes before is its grounds. */
function bodyStart(reading: Reading, all: readonly Clause[], pipeline: Pipeline): number {
  if (pipeline.kind !== "resolution") return 0;
  return all.find((clause) => /^(?:quyết nghị|quyết định)\s*:?$/u.test(reading.folded.slice(clause.start, clause.end)))?.end ?? 0;
}

function enter({ reading, mentions, pipeline, timeline }: Context, section: Section, clause: Clause): void {
  const period = openingPeriod(reading, mentions, clause);
  if (clause.opensLine) section.linePeriod = null;
  if (period) section.period = period;
  const heading = classByHeading(reading, clause);
  const byTime = period ? classByTime(timeline, period) : null;
  const told = clause.opensSentence ? classOfSentence(reading, clause) : null;
  // in a paper's prose "kết quả" is a means; only its headings open a list of results
  const said = pipeline.figures.listed && told === "achievement" ? null : told;
  // what a sentence of prose says holds for its paragraph, what a heading or an opening period says until the next
  if (clause.opensLine && section.figureClass !== section.headed) section.figureClass = section.headed;
  if (byTime ?? heading) section.headed = byTime ?? heading;
  const figureClass = byTime ?? heading ?? said;
  if (figureClass) section.figureClass = figureClass;
  const words = reading.folded.slice(clause.start, clause.end);
  if (/chỉ tiêu|phấn đấu/u.test(words) && (figureClass === "target" || section.figureClass === "target")) section.list = true;
  else if (clause.opensLine && (heading === "achievement" || /^(?:giải pháp|nhiệm vụ|tổ chức thực hiện|điều \d)/u.test(words))) section.list = false;
}

function fieldOf(reading: Reading, group: Group, previous: Group | null, next: Group | null): Field {
  const { clause } = group;
  const item = (clause.mark !== "" || clause.end >= clause.line.end || !clause.opensSentence) && previous === null;
  const before = previous && partingOf(reading, { start: previous.end, end: group.start });
  const behind = next && partingOf(reading, { start: group.end, end: next.start });
  const from = withinBracket(reading, before?.next ?? previous?.end ?? clause.start, group.start);
  return { from, to: behind?.end ?? next?.start ?? clause.end, item };
}

function draftFigure(
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
  const words = wholeIndicator(context, section, group, found, last);
  if (words.length === 0 || words.every((span) => countWords(reading, span) === 0)) return null;
  const own = ownPeriod(reading, mentions, group) ?? null;
  const figureClass =
    classByCue(reading, group.clause, group, section.figureClass) ?? (own && classByTime(timeline, own)) ?? section.figureClass ?? context.pipeline.figures.defaultClass;
  const period = own ?? section.period ?? sentencePeriod(reading, mentions, group) ?? defaultPeriod(timeline, figureClass) ?? section.linePeriod;
  section.linePeriod = own ?? section.linePeriod;
  const start = Math.min(group.start, ...words.map((span) => span.start), ...group.comparisons.map((one) => one.text.start));
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
    comparisons: group.comparisons,
    area: null,
    session: context.session,
    evidence: { start: Math.min(start, estimate?.start ?? start), end },
  };
}

function sameSentence(reading: Reading, last: DraftFigure | null, group: Group): boolean {
  return last !== null && last.evidence.end >= group.clause.sentence.start && !reading.text.slice(last.evidence.end, group.start).includes("\n");
}

/** The indicator with what it shares with its neighbours: the words, the family, or the left part of the number before. */
function wholeIndicator({ reading }: Context, section: Section, group: Group, found: IndicatorFound, last: DraftFigure | null): Words {
  const near = sameSentence(reading, last, group);
  if (found.words.length === 0) return near ? (last?.indicator ?? []) : [];
  if (found.left && !found.thin) section.left = found.left;
  if (!found.thin) return withParent(reading, found.words, section.parent);
  // "430.047 cử tri đã tham gia, đạt tỷ lệ 98,79%" shares all the words, "1.177 hộ với 5.941 khẩu" those on the left
  if (near && last && group.quantity?.value.kind === "share") return [...found.words, ...last.indicator];
  const shared = found.parent ?? (near && section.left && section.left.start >= group.clause.sentence.start ? section.left : null);
  return shared && countWords(reading, shared) <= 16 ? [shared, ...found.words] : found.words;
}

/** "tỷ lệ học sinh đi học: tiểu học 100%": a short name needs its family. */
function withParent(reading: Reading, words: Words, parent: Span | null): Words {
  const short = words.reduce((sum, span) => sum + countWords(reading, span), 0) <= 3;
  return short && parent ? [parent, ...words] : words;
}

const family = /^(?:tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|số|tổng|thu|chi|giá trị|diện tích|sản lượng|năng suất)(?!\p{L})/u;

function isFamily(reading: Reading, parent: Span): boolean {
  const count = countWords(reading, parent);
  return count > 0 && count <= 12 && family.test(reading.folded.slice(parent.start, parent.end));
}

function statusFigures(context: Context, section: Section, clause: Clause): DraftFigure[] {
  const { reading, mentions, timeline } = context;
  if (section.figureClass === "achievement") return [];
  return readStatus(reading, mentions, clause).map((found) => ({
    class: section.figureClass ?? context.pipeline.figures.defaultClass,
    indicator: found.words,
    quantity: null,
    measure: "level",
    estimate: null,
    status: found.status,
    period: (section.period ?? defaultPeriod(timeline, section.figureClass ?? "target"))?.id ?? null,
    comparisons: [],
    area: null,
    session: context.session,
    evidence: found.evidence,
  }));
}
