import type { Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { Pipeline } from "../../pipeline.js";
import type { Meetings } from "../sessions/regions.js";
import { classByHeading, classOfSentence, type FigureClass } from "./classes.js";
import type { Clause } from "./clauses.js";
import { announcedPeriod, listPeriod, openingPeriod } from "./heading-periods.js";
import { type ListParent, parentAt } from "./list-parents.js";
import { classByTime, type Timeline } from "./timeline.js";

/** What a section says about the figures in it, until the next says otherwise. */
export interface Section {
  figureClass: FigureClass | null;
  /** the class that the last heading or opening period gave */
  headed: FigureClass | null;
  period: ReturnType<typeof openingPeriod>;
  /** the period of what leads a list in the line */
  listPeriod: ReturnType<typeof openingPeriod>;
  /** the last period that a figure of the same paragraph had of its own */
  linePeriod: ReturnType<typeof openingPeriod>;
  /** a list of chỉ tiêu, in which a status in words is a figure */
  list: boolean;
  /** the family that the last indicators were members of: "[tỷ lệ học sinh đi học:] tiểu học 100%, THCS 100%" */
  parent: Span | null;
  /** the words before the last number that had any */
  left: Span | null;
  /** the total that a list of its parts stands under */
  above: ListParent | null;
}

export interface Context {
  readonly reading: Reading;
  readonly mentions: Mentions;
  readonly pipeline: Pipeline;
  readonly timeline: Timeline;
  readonly sessionAt: Meetings["sessionAt"];
}

export function enter({ reading, mentions, pipeline, timeline }: Context, section: Section, clause: Clause): void {
  const words = reading.folded.slice(clause.start, clause.end);
  const period = openingPeriod(reading, mentions, clause);
  section.above = parentAt(clause, section.above);
  if (clause.opensLine) section.linePeriod = section.listPeriod = null;
  section.listPeriod = listPeriod(reading, mentions, clause) ?? section.listPeriod;
  // "Riêng năm 2019, …" is told by the way: what follows is of the time before
  if (period && words.startsWith("riêng ")) section.listPeriod = period;
  else if (period) section.period = period;
  else section.period = announcedPeriod(reading, mentions, clause) ?? section.period;
  const heading = classByHeading(reading, clause);
  const byTime = period ? classByTime(timeline, period) : null;
  const told = clause.opensSentence ? classOfSentence(reading, clause) : null;
  // in a paper's prose "kết quả" is a means; only its headings open a list of results
  const said = pipeline.figures.listed && told === "achievement" ? null : told;
  // what a sentence of prose says holds for its paragraph, what a heading or an opening period says until the next
  if (clause.opensLine && section.figureClass !== section.headed) section.figureClass = section.headed;
  const headed = byTime ?? heading;
  if (headed) section.headed = headed;
  const figureClass = headed ?? said;
  if (figureClass) section.figureClass = figureClass;
  if (/chỉ tiêu|phấn đấu/.test(words) && section.figureClass === "target") section.list = true;
  else if (
    clause.opensLine &&
    (heading === "achievement" || /^(?:giải pháp|nhiệm vụ|tổ chức thực hiện|điều \d)/.test(words))
  )
    section.list = false;
}

/**
 * The section that a document opens with.
 * @param ofTargets its headline says that it tells targets
 */
export const firstSection = (ofTargets: boolean): Section => ({
  figureClass: ofTargets ? "target" : null,
  headed: ofTargets ? "target" : null,
  period: null,
  listPeriod: null,
  linePeriod: null,
  list: ofTargets,
  parent: null,
  left: null,
  above: null,
});
