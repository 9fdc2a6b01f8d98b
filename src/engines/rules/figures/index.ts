import type { CleanDocument } from "../../../documents/document.js";
import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { hasWord } from "../../../vietnamese/text/characters.js";
import { evenlySpaced, foldedWords } from "../../../vietnamese/text/fold.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { tableRows } from "../../../vietnamese/text/table-rows.js";
import type { DraftFigure } from "../../draft.js";
import type { Pipeline } from "../../pipeline.js";
import type { Meetings } from "../sessions/regions.js";
import { folded } from "../words.js";
import { type Clause, clauses } from "./clauses.js";
import { draftFigure, statusFigures } from "./draft-figure.js";
import type { Group } from "./group.js";
import { groupNumbers } from "./groups.js";
import { listParent } from "./list-parents.js";
import { announcesTargets, isReport, onlyReported } from "./report.js";
import { type Context, enter, firstSection } from "./sections.js";
import { readTimeline } from "./timeline.js";

/** The figures of a document, in its order. */
export function draftFigures(
  document: CleanDocument,
  mentions: Mentions,
  pipeline: Pipeline,
  { sessions, sessionAt }: Meetings,
): DraftFigure[] {
  const { reading } = mentions;
  const headlines = headlineStarts(reading, document.title);
  const rows = new Set(tableRows(reading).map((row) => row.start));
  const all = clauses(reading).filter(({ line }) => !headlines.has(line.start) && !rows.has(line.start));
  const body = bodyStart(reading, all, pipeline);
  const announced = sessions.length === 0 && announcesTargets(document.title);
  const read = readTimeline(
    reading,
    mentions,
    sessions,
    Math.min(reading.text.length, body + headLength),
    dayOf(document),
  );
  const timeline = announced ? { ...read, planned: mandateIn(reading, mentions) ?? read.planned } : read;
  const context: Context = { reading, mentions, pipeline, timeline, sessionAt };
  const section = firstSection(announced);
  const figures: DraftFigure[] = [];
  let before: Group | null = null;
  for (const clause of all) {
    if (clause.start < body) continue;
    // whom a paper is sent to, and who signed it, follow
    if (pipeline.kind === "resolution" && /^nơi nhận/.test(folded(reading, clause))) break;
    enter(context, section, clause);
    const groups = groupNumbers(
      reading,
      mentions,
      clause,
      before?.clause.lineIndex === clause.lineIndex ? before : null,
    );
    for (const [index, group] of groups.entries()) {
      const figure = draftFigure(
        context,
        section,
        group,
        groups[index - 1] ?? null,
        groups[index + 1] ?? null,
        figures.at(-1) ?? null,
      );
      if (figure) add(reading, figures, figure);
    }
    section.above = listParent(reading, clause, figures.at(-1) ?? null, section.above);
    if (section.list) figures.push(...statusFigures(context, section, clause));
    before = groups.at(-1) ?? before;
  }
  return pipeline.figures.cautious && sessions.length === 0 && !isReport(reading)
    ? onlyReported(reading, figures)
    : figures;
}

/** The years in office that a headline sets targets for: "Các chỉ tiêu chủ yếu nhiệm kỳ 2020 - 2025". */
function mandateIn(reading: Reading, mentions: Mentions): MentionOf<"period"> | null {
  const [headline] = lines(reading);
  const periods = headline ? mentions.of("period", headline) : [];
  return periods.find((period) => folded(reading, period).startsWith("nhiệm kỳ")) ?? null;
}

/** The day of publication, ISO. */
export const dayOf = ({ publishedAt }: CleanDocument): string | null => publishedAt?.slice(0, 10) ?? null;

const joining = swift(/(?<!\p{L})(?:và|trong đó|đồng thời)(?!\p{L})/gu);

/** Adds a figure; what is only held against the result before it ("…; so với đầu năm tăng 6%") becomes a part of that. */
function add(reading: Reading, figures: DraftFigure[], figure: DraftFigure): void {
  const last = figures.at(-1);
  const between = reading.folded.slice(last?.evidence.end ?? 0, figure.comparisons[0]?.text.start ?? 0);
  // "…; lũy kế tăng 10%" is told of another time
  const own = hasWord(between.replace(joining, " "));
  if (!last || figure.quantity !== null || figure.indicator !== last.indicator || own) {
    figures.push(figure);
    return;
  }
  const end = Math.max(last.evidence.end, figure.evidence.end);
  const comparisons = [...last.comparisons, ...figure.comparisons];
  figures[figures.length - 1] = { ...last, comparisons, evidence: { start: last.evidence.start, end } };
}

/** How far the opening of a report reaches, in UTF-16 code units: it names the time that the rest is about. */
const headLength = 1500;

const pictureNumber = " - 12";

/** Where the lines of the headline begin: it tells what the text tells again, and in fewer words. */
function headlineStarts(reading: Reading, title: string | null): ReadonlySet<number> {
  if (title === null) return new Set();
  const words = foldedWords(title);
  const head = lines(reading).filter((line) => line.start <= 2000);
  // a newsroom calls its pictures by the headline: "Huyện khởi công cầu mới - 1"
  const repeats = (line: Span) =>
    line.end - line.start <= words.length + pictureNumber.length &&
    words.includes(evenlySpaced(folded(reading, line)).replace(/ - \d{1,2}$/, ""));
  return new Set(head.filter((line) => line.end - line.start > 8 && repeats(line)).map((line) => line.start));
}

/** A resolution's figures stand behind "QUYẾT NGHỊ": what comes before is its grounds. */
function bodyStart(reading: Reading, all: readonly Clause[], pipeline: Pipeline): number {
  if (pipeline.kind !== "resolution") return 0;
  return (
    all.find((clause) => /^(?:quyết nghị|quyết định)\s*:?$/.test(reading.folded.slice(clause.start, clause.end)))
      ?.end ?? 0
  );
}
