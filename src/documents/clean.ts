import { createHash } from "node:crypto";
import { KyhopError } from "../errors.js";
import { sameWords } from "../vietnamese/text/fold.js";
import type { CleanDocument, RawDocument, ReadDocument } from "./document.js";
import { type Facts, firstKnown, noFacts } from "./facts.js";
import { splitFrontMatter } from "./front-matter.js";
import { isHtml, type PageStory, readHtml } from "./html/index.js";
import { defaultLimits, type Limits } from "./limits.js";
import type { Line } from "./lines.js";
import { moreExact } from "./moment.js";
import type { Paper } from "./papers/paper.js";
import { readPaper } from "./papers/read-paper.js";
import { checkSize } from "./read.js";
import { readerOf } from "./readers/index.js";
import { type DroppedLine, droppedBy, type Stage } from "./stages.js";
import { readCredits } from "./story/credits.js";
import { withoutFurniture } from "./story/furniture.js";
import { readHead, withoutPublicationLine } from "./story/headline.js";
import { readNewsroom } from "./story/newsroom.js";
import { findPaperTitle, type PaperTitle } from "./story/paper-title.js";
import { stampedMonth, withoutStamp } from "./story/publication-line.js";
import { withPartedNumbers } from "./text/glued.js";
import { readText } from "./text/index.js";

/**
 * Makes a document of what was read: the format is told by content, the page's furniture goes, what the page says of the
 * story becomes facts, and the story remains as lines. The title is the first line of `text`.
 * @throws KyhopError DOCUMENT_TOO_LARGE, DOCUMENT_BINARY, DOCUMENT_ENCODING, DOCUMENT_DAMAGED, DOCUMENT_SCANNED,
 * DOCUMENT_EMPTY, DOCUMENT_LISTING, DOCUMENT_TOO_COMPLEX
 */
export async function clean(raw: RawDocument, limits: Limits = defaultLimits): Promise<ReadDocument> {
  const { text, format, encoding } = await readWhole(raw, limits);
  return { ...cleanText(text, raw.source, limits, raw.facts), format, encoding };
}

/** A cleaned document with the lines that are not in its text, and its parts if it is an official paper. */
export interface ExplainedDocument extends ReadDocument {
  readonly paper: Paper | null;
  readonly dropped: readonly DroppedLine[];
}

/**
 * `clean`, and what was dropped on the way and why.
 * @throws KyhopError as `clean` does
 */
export async function explain(raw: RawDocument, limits: Limits = defaultLimits): Promise<ExplainedDocument> {
  const { text, format, encoding } = await readWhole(raw, limits);
  const { document, paper, page, stages } = cleanInStages(text, raw.source, limits, raw.facts ?? noFacts);
  const parts = paper && readPaper(document.text, paper);
  return { ...document, format, encoding, paper: parts, dropped: droppedBy(page, stages) };
}

async function readWhole(raw: RawDocument, limits: Limits) {
  checkSize(raw.source, raw.bytes.length, limits);
  const { format, read } = readerOf(raw.bytes);
  return { ...(await read(raw, limits)), format };
}

/** `clean` for a text that is decoded already. `told` is what its container says of it, which wins over what it says. */
export function cleanText(
  text: string,
  source: string,
  limits: Limits = defaultLimits,
  told: Partial<Facts> = noFacts,
): CleanDocument {
  return cleanInStages(text, source, limits, told).document;
}

interface Cleaned extends Pick<PageStory, "page" | "stages"> {
  readonly document: CleanDocument;
  readonly paper: PaperTitle | null;
}

function cleanInStages(text: string, source: string, limits: Limits, told: Partial<Facts>): Cleaned {
  const { facts: front, description, body } = splitFrontMatter(text);
  const page: PageStory = isHtml(body) ? readHtml(body, source, limits.maxDepth) : textStory(readText(body));
  const story = readStory(withDescription(page.lines, description), firstKnown(told, front, page.facts));
  const cleaned = withPartedNumbers(story.lines.map((line) => line.text).join("\n"));
  if (!/[\p{L}\p{N}]/u.test(cleaned)) throw new KyhopError("DOCUMENT_EMPTY", { path: source });
  const document = {
    id: createHash("sha256").update(cleaned).digest("hex"),
    source,
    title: story.facts.title,
    author: story.facts.author,
    publisher: story.facts.publisher ?? page.site,
    publishedAt: story.facts.publishedAt,
    publishedIn: story.facts.publishedAt === null ? stampedMonth(page.lines) : null,
    text: cleaned,
  };
  return { document, paper: story.paper, page: page.page, stages: [...page.stages, ...story.stages] };
}

const textStory = (lines: readonly Line[]): PageStory => ({
  lines,
  facts: noFacts,
  site: null,
  page: lines,
  stages: [],
});

/** An abstract belongs to the text, unless the story says the same. */
function withDescription(lines: readonly Line[], description: string | null): readonly Line[] {
  if (!description || lines.some((line) => line.text.includes(description) || sameWords(line.text, description)))
    return lines;
  return [{ text: description, gap: true, heading: false }, ...lines];
}

interface Story {
  readonly facts: Facts;
  readonly paper: PaperTitle | null;
  readonly lines: readonly Line[];
  readonly stages: readonly Stage[];
}

/**
 * What the story itself says wins over what its markup says. An official paper keeps its lines but the portal's: the name at
 * its end signs it and wrote no story.
 */
function readStory(lines: readonly Line[], known: Facts): Story {
  const kept = withoutFurniture(withoutStamp(lines));
  const stages = [{ takes: "a phrase of portals, or said twice", leaves: kept }];
  const paper = findPaperTitle(kept);
  if (paper) {
    const { publishedAt, lines } = withoutPublicationLine(kept);
    return {
      facts: firstKnown({ title: paper.title, publishedAt }, known),
      // its lines may have moved up
      paper: findPaperTitle(lines),
      lines,
      stages: [...stages, { takes: "a fact: section, day, author or source", leaves: lines }],
    };
  }
  const newsroom = withoutNewsroom(kept);
  const head = readHead(newsroom.lines, known.title);
  const credits = readCredits(head.lines);
  const publishedAt = moreExact(head.publishedAt, known.publishedAt);
  return {
    facts: { ...firstKnown(credits, known, newsroom, { publisher: head.publisher }), title: head.title, publishedAt },
    paper: null,
    lines: credits.lines,
    stages: [...stages, { takes: "a fact: section, day, author or source", leaves: credits.lines }],
  };
}

/**
 * A newsroom names itself before the story's first sentence, or before the title. Content systems that print the
 * abstract of a story behind it leave that sentence last: it is put back where it was.
 */
function withoutNewsroom(lines: readonly Line[]): {
  readonly publisher: string | null;
  readonly lines: readonly Line[];
} {
  const last = lines.length - 1;
  for (const place of [...new Set([0, 1, 2, 3, last])].filter((index) => index >= 0 && index <= last)) {
    const line = lines[place];
    const newsroom = line && readNewsroom(line.text);
    if (!newsroom) continue;
    const plain = { ...line, text: newsroom.rest };
    const moved = place > 3 && lines[0]?.heading === true;
    const rest = [...lines.slice(0, place), ...lines.slice(place + 1)];
    return { publisher: newsroom.publisher, lines: rest.toSpliced(moved ? 1 : place, 0, plain) };
  }
  return { publisher: null, lines };
}
