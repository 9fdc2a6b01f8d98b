import type { Reading } from "../../vietnamese/text/reading.js";
import { lines } from "../../vietnamese/text/sentences.js";
import type { Span } from "../../vietnamese/text/span.js";

/**
 * What opens a part of a document, the highest first (Decree 30/2020/NĐ-CP, appendix I: Phần, Chương, Mục in Roman and
 * Điều, khoản in Arabic numerals, điểm in letters); below them a line that leads into a list.
 */
const openings: readonly RegExp[] = [
  /^(?:phần|chương) /u,
  /^(?:mục |[a-h]\. ?|[ivx]{1,5} ?[./)-] ?)\p{L}?/u,
  /^(?:điều \d|\d{1,2} ?[.)] ?\p{L})/u,
  /^(?:\d{1,2}\.\d{1,2}|[a-zđ]\) )/u,
  /:$/u,
];

/** The level of a line that is no heading: below all levels. */
const noHeading = openings.length;

/** A longer line is a paragraph, whatever it begins with. In UTF-16 code units. */
const longestHeading = 200;

/** The lines of a document, and which of them are headings. */
export class Outline {
  readonly lines: readonly Span[];
  private readonly levels: ReadonlyMap<number, number>;

  constructor(readonly reading: Reading) {
    this.lines = lines(reading);
    this.levels = new Map(this.lines.map((line) => [line.start, levelOf(reading, line)]));
  }

  /** 0 for the highest heading; a paragraph is below all headings. */
  levelAt(lineStart: number): number {
    return this.levels.get(lineStart) ?? noHeading;
  }

  /** The headings in force at an offset, the highest first: the last of each level that no higher one has ended. */
  headingsAbove(offset: number): readonly Span[] {
    const inForce: Span[] = [];
    let lowest = noHeading;
    for (let index = this.lines.findLastIndex(({ end }) => end <= offset); index >= 0 && lowest > 0; index--) {
      const line = this.lines[index];
      const level = line ? this.levelAt(line.start) : noHeading;
      if (!line || level >= lowest) continue;
      inForce.unshift(line);
      lowest = level;
    }
    return inForce;
  }
}

function levelOf({ folded }: Reading, line: Span): number {
  if (line.end - line.start > longestHeading) return noHeading;
  const words = folded.slice(line.start, line.end);
  const level = openings.findIndex((opening) => opening.test(words));
  return level < 0 ? noHeading : level;
}
