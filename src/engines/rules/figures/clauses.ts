import { hasWord } from "../../../vietnamese/text/characters.js";
import { allMatches } from "../../../vietnamese/text/patterns.js";
import { oncePerReading, type Reading } from "../../../vietnamese/text/reading.js";
import { lines, sentences, trim } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";

/** A part of a sentence that can state a result by itself: what stands between semicolons. */
export interface Clause extends Span {
  readonly line: Span;
  readonly sentence: Span;
  /** index of the line in the document */
  readonly lineIndex: number;
  /** the list mark that opened the line: "-", "2.1.", "a)", or "" */
  readonly mark: string;
  /** it opens its line */
  readonly opensLine: boolean;
  /** it opens its sentence */
  readonly opensSentence: boolean;
}

const listMark =
  /^(?:[-+*•·●▪✓🔹–—]+\s*|\(?\d{1,2}\)\s*|\d{1,2}\/\s*(?=\p{L})|\d{1,2}(?:\s?\.\s?\d{1,2}){0,3}\s?[.)]?\s*[-–]\s+|(?:\d{1,2}\s?\.){1,4}(?!\d)\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+|[a-zđ]\)\s*|[a-hđ]\.\s+(?=\p{L})|[ivx]{1,5}\s?[.)]\s*)/iu;
/** "(1) …; (2) …", "1) …": an item's mark within a line opens a clause of its own. */
const innerMark = /(?<=^|[;:.,]\s{0,2})\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*/g;

/** "… 60 triệu đồng. 3. Tổng sản lượng …": the items of a list run on in one line. */
const numbered = /^\d{1,2}\. ?(?=\p{Lu})/u;

/** All clauses of the text in order; list marks are no part of them. */
export const clauses = oncePerReading((reading: Reading): readonly Clause[] => {
  const found: Clause[] = [];
  for (const [lineIndex, line] of lines(reading).entries()) {
    const mark = markOf(reading, line);
    const body = trim(reading.text, { start: line.start + mark.length, end: line.end });
    let opensLine = true;
    for (const sentence of sentences(reading, body)) {
      const inlineMark = opensLine
        ? mark
        : (numbered.exec(reading.text.slice(sentence.start, sentence.end))?.[0] ?? "");
      const item = opensLine ? sentence : { start: sentence.start + inlineMark.length, end: sentence.end };
      let opensSentence = true;
      const own = inlineMark.trim();
      for (const { start, end } of parts(reading, item)) {
        found.push({ start, end, line: body, sentence, lineIndex, mark: own, opensLine, opensSentence });
        opensLine = opensSentence = false;
      }
    }
  }
  return found;
});

function markOf({ text }: Reading, line: Span): string {
  const head = text.slice(line.start, Math.min(line.end, line.start + 16));
  const mark = listMark.exec(head)?.[0] ?? "";
  // "8/8 tổ", "12 tỷ" and "2020" open a line with a number, not with a mark
  return mark.length === line.end - line.start ? "" : mark;
}

const bracketOrStop = /[();]/g;

function parts({ text }: Reading, sentence: Span): Span[] {
  const words = text.slice(sentence.start, sentence.end);
  const cuts: Span[] = [];
  let depth = 0;
  for (const { index, 0: sign } of allMatches(bracketOrStop, words)) {
    const at = sentence.start + index;
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) cuts.push({ start: at, end: at + 1 });
  }
  for (const match of words.includes("(") ? allMatches(innerMark, words) : []) {
    const start = sentence.start + match.index;
    cuts.push({ start, end: start + match[0].length });
  }
  cuts.sort((a, b) => a.start - b.start);
  const found: Span[] = [];
  let start = sentence.start;
  for (const cut of [...cuts, { start: sentence.end, end: sentence.end }]) {
    const part = trim(text, { start, end: cut.start });
    if (part.end > part.start && hasWord(text.slice(part.start, part.end))) found.push(part);
    start = cut.end;
  }
  return found;
}
