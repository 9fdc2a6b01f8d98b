import { sentences } from "../../vietnamese/text/sentences.js";
import type { Span } from "../../vietnamese/text/span.js";
import type { Outline } from "./headings.js";

/** A stretch of a document that is asked about by itself. */
export interface Section {
  /** the opening of the document and the headings in force, which say what the lines are about */
  readonly carried: readonly Span[];
  /** the lines that are asked about */
  readonly own: readonly Span[];
}

/** The opening tells who met and when; no more of it is carried, in UTF-16 code units. */
const longestOpening = 600;

/** The document as one section. */
export function wholeDocument(outline: Outline): Section {
  return { carried: [], own: outline.lines };
}

/** Some lines of the document as one section: they carry the opening and each its headings. */
export function someLines(outline: Outline, own: readonly Span[]): Section {
  const carried = new Set(own.flatMap((line) => carriedTo(outline, line.start)));
  return { carried: [...carried].filter((line) => !own.includes(line)), own };
}

/** Everything that is shown of a section, in the order of the text. */
export function shownSpans({ carried, own }: Section): readonly Span[] {
  return [...carried, ...own].sort((a, b) => a.start - b.start);
}

/** Halves a section until each part fits; a part that cannot be halved stays as it is. */
export async function splitToFit(
  outline: Outline,
  section: Section,
  fits: (section: Section) => Promise<boolean>,
): Promise<readonly Section[]> {
  if (await fits(section)) return [section];
  const parts = halves(outline, section);
  if (!parts) return [section];
  const fitting = await Promise.all(parts.map((part) => splitToFit(outline, part, fits)));
  return fitting.flat();
}

/**
 * A section in two, at the highest heading around its middle or else at the line there; one line is parted between
 * sentences. `null` where it is one sentence.
 */
export function halves(outline: Outline, { own }: Section): readonly [Section, Section] | null {
  const [only, ...others] = own;
  const pieces = only && others.length === 0 ? sentences(outline.reading, only) : own;
  const cut = cutOf(outline, pieces);
  if (cut === null) return null;
  return [sectionOf(outline, pieces.slice(0, cut)), sectionOf(outline, pieces.slice(cut))];
}

function sectionOf(outline: Outline, own: readonly Span[]): Section {
  return { carried: carriedTo(outline, own[0]?.start ?? 0), own };
}

/** The opening of the document and the headings in force at an offset. */
function carriedTo(outline: Outline, start: number): readonly Span[] {
  const opening = outline.lines.slice(0, 2).filter(({ end }) => end <= Math.min(start, longestOpening));
  return [...opening, ...outline.headingsAbove(start).filter((one) => !opening.includes(one))];
}

/** The index of the piece that opens the second half: within the middle half, the highest heading, the most central. */
function cutOf(outline: Outline, pieces: readonly Span[]): number | null {
  const [from, to] = [pieces[0]?.start ?? 0, pieces.at(-1)?.end ?? 0];
  const middle = (from + to) / 2;
  let best: { readonly index: number; readonly level: number; readonly distance: number } | null = null;
  for (const [index, { start }] of pieces.entries()) {
    if (index === 0) continue;
    const distance = Math.abs(start - middle);
    const level = distance <= (to - from) / 4 ? outline.levelAt(start) : Number.POSITIVE_INFINITY;
    if (!best || level < best.level || (level === best.level && distance < best.distance))
      best = { index, level, distance };
  }
  return best?.index ?? null;
}
