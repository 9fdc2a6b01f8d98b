import { fold, foldedWords } from "../../vietnamese/text/fold.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { endsSentence, isCapitals, type Line, squeeze } from "../lines.js";
import { readCredit } from "./credits.js";
import { isFurniture } from "./furniture.js";
import { issuers } from "./issuers.js";
import { storyOpenings } from "./openings.js";
import { readPublicationLine } from "./publication-line.js";

/** What stands above a story, and the lines that remain: the title first, then the story. */
export interface Head {
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly lines: readonly Line[];
}

const headLines = 20;
const longestTitle = 300;
const mostTitleLines = 4;

/**
 * Reads the head of a text: names of sections and buttons go, the line of publication is taken, and what then stands
 * first is the title unless it is the story's first sentence.
 * @param known the title where the source's markup gives it: the same words in the head are not said twice
 */
export function readHead(lines: readonly Line[], known: string | null): Head {
  const { publishedAt, titleEnd, rest: story } = withoutMargin(lines);
  const publisher = mastheadOf(story);
  const rest = publisher ? story.slice(1) : story;
  if (known) return { title: known, publishedAt, publisher, lines: [headingOf(known), ...withoutTitle(rest, known)] };
  const from = letterheadEnd(rest);
  const to = endOfTitle(rest, from, titleEnd);
  const [section, headline] = rest;
  if (section && headline && from === 0 && isSectionName(section, headline))
    return readHead(
      lines.filter((line) => line !== section),
      known,
    );
  if (to === from) return { title: null, publishedAt, publisher, lines: rest };
  const title = squeeze(
    rest
      .slice(from, to)
      .map((line) => line.text)
      .join(" ")
      .replaceAll("_", " "),
  );
  return { title, publishedAt, publisher, lines: rest };
}

/** The name of a site's section alone above the headline: "công tác đảng", "TIN HOẠT ĐỘNG CỦA HỘI ĐỒNG NHÂN DÂN". */
const isSectionName = ({ text }: Line, next: Line): boolean =>
  /^TIN (?:TỨC|HOẠT ĐỘNG|BÀI|VẮN|CHÍNH|XÃ|PHƯỜNG|HUYỆN|TỈNH|ĐỊA PHƯƠNG)(?!\p{L})/u.test(text) ||
  isSmallSection(text, next);

const isSmallSection = (text: string, next: Line): boolean =>
  next.gap &&
  /^\p{Ll}/u.test(text) &&
  text.split(" ").length <= 4 &&
  !/[\d.,;:]/u.test(text) &&
  /^\p{Lu}/u.test(next.text);

interface Margin {
  readonly publishedAt: string | null;
  /** how many lines stand above the line of publication, or above names of sections between title and story */
  readonly titleEnd: number | null;
  readonly rest: readonly Line[];
}

/** Takes the lines of publication and names of sections out of the head, down to the story's first paragraph. */
function withoutMargin(lines: readonly Line[]): Margin {
  let publishedAt: string | null = null;
  let titleEnd: number | null = null;
  const rest: Line[] = [];
  for (const [index, line] of lines.entries()) {
    if (index >= headLines || isStory(line)) {
      const below = withoutSureDay(lines.slice(index), publishedAt);
      return { publishedAt: below.publishedAt, titleEnd, rest: [...rest, ...below.rest] };
    }
    const date = readPublicationLine(line.text);
    // above the headline a portal may print what day it is
    if (date && (publishedAt === null || (date.sure && rest.length > 0 && titleEnd === null)))
      publishedAt = date.publishedAt;
    if (!date && !isFurniture(line.text, true)) {
      rest.push(line);
      continue;
    }
    if (rest.length > 0) titleEnd ??= rest.length;
  }
  return { publishedAt, titleEnd, rest };
}

/** A portal's line of publication above an official paper; the paper's own date is none, its place stands before it. */
export function withoutPublicationLine(lines: readonly Line[]): Pick<Head, "publishedAt" | "lines"> {
  const at = lines.slice(0, headLines).findIndex((line) => readPublicationLine(line.text)?.sure);
  const line = lines[at];
  if (!line) return { publishedAt: null, lines };
  return { publishedAt: readPublicationLine(line.text)?.publishedAt ?? null, lines: lines.toSpliced(at, 1) };
}

/** Some portals print the day below the abstract or below the story: there only a line that says so is one. */
function withoutSureDay(lines: readonly Line[], known: string | null): Omit<Margin, "titleEnd"> {
  if (known) return { publishedAt: known, rest: lines };
  for (const index of [1, 2, 3, ...[1, 2, 3, 4].map((back) => lines.length - back)]) {
    const line = lines[index];
    const day = line && index > 0 ? readPublicationLine(line.text) : null;
    if (day?.sure) return { publishedAt: day.publishedAt, rest: [...lines.slice(0, index), ...lines.slice(index + 1)] };
  }
  return { publishedAt: null, rest: lines };
}

const isStory = (line: Line): boolean =>
  line.text.length > longestTitle || (endsSentence(line.text) && (line.text.length > 160 || opensStory(line.text)));

function opensStory(text: string): boolean {
  return storyOpenings.matchStart(text.slice(0, 60)) !== null;
}

/** The name of a newsroom alone above the title: short, before a gap and a longer line that is no sentence. */
function mastheadOf([first, next]: readonly Line[]): string | null {
  if (!first || !next?.gap || first.text.length > 40 || next.text.length < first.text.length) return null;
  return endsSentence(next.text) ? null : (readCredit(first.text)?.publisher ?? null);
}

/** The names of the issuing body above a notice: short lines in capitals, before a gap and a line that may be a title. */
function letterheadEnd(lines: readonly Line[]): number {
  const isName = (line: Line | undefined) => line !== undefined && isCapitals(line.text) && line.text.length <= 60;
  const first = lines[0];
  if (!first || !isName(first) || /\d/.test(first.text) || !issuers.matchStart(first.text)) return 0;
  let end = 1;
  while (end < mostTitleLines && isName(lines[end]) && !lines[end]?.gap) end++;
  const next = lines[end];
  return next?.gap && !endsSentence(next.text) && !opensStory(next.text) ? end : 0;
}

const twoLetters = swift(/\p{L}.*\p{L}/u);

function endOfTitle(lines: readonly Line[], from: number, titleEnd: number | null): number {
  const first = lines[from];
  const next = lines[from + 1];
  if (!first || !next || !twoLetters.test(first.text) || /^[-+*•] /.test(first.text)) return from;
  const marked = first.heading || (titleEnd !== null && titleEnd > from && titleEnd - from <= mostTitleLines);
  if (!marked && !readsAsTitle(first.text, next.text)) return from;
  let to = from + 1;
  while (to < lines.length && to - from < mostTitleLines && goesOn(lines, to)) to++;
  return to;
}

/** A title is no sentence of the story: it has no full stop, or it is one sentence above the story's own opening. */
function readsAsTitle(text: string, next: string): boolean {
  if (/cộng hòa xã hội chủ nghĩa|^hotline/u.test(fold(text))) return false;
  if (text.length > longestTitle || (opensStory(text) && text.length > 120)) return false;
  if (!endsSentence(text)) return true;
  return (
    text.length <= 160 && /[.?!…]$/.test(text) && !opensStory(text) && !/[.?!…] \p{Lu}/u.test(text) && opensStory(next)
  );
}

/** Whether the title goes on in the line `at`: capitals below capitals, or a small letter after an open end. */
function goesOn(lines: readonly Line[], at: number): boolean {
  const [above, line] = [lines[at - 1], lines[at]];
  if (!above || !line || line.gap || line.text.length > 200 || endsSentence(above.text)) return false;
  return isCapitals(above.text) ? isCapitals(line.text) : /^\p{Ll}/u.test(line.text) && !endsSentence(line.text);
}

/** The head's lines that only say a part of the title are left out; a line of the story never is one. */
function withoutTitle(lines: readonly Line[], title: string): Line[] {
  const words = foldedWords(title);
  return lines.filter((line, index) => {
    if (index >= headLines || line.text.length > title.length + 2) return true;
    const part = foldedWords(line.text);
    return part !== words && !(line.heading && words.includes(part));
  });
}

/** A title as the first line of a text. */
export function headingOf(title: string): Line {
  return { text: title, gap: true, heading: true };
}
