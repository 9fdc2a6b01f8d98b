import { swift } from "../../vietnamese/text/patterns.js";
import type { Reading } from "../../vietnamese/text/reading.js";
import type { Span } from "../../vietnamese/text/span.js";
import type { Passage, Unit, UnitKind } from "./paper.js";
import { passage, wordsOf } from "./passage.js";

/** How the lines begin that open a part, outermost first; what is named first holds what is named later. */
const openings: readonly (readonly [kind: UnitKind, opening: RegExp])[] = [
  ["phần", swift(/^phần (?:thứ )?(?<mark>[ivxlc]{1,6}|\d{1,2}|nhất|hai|ba|tư|năm|sáu)(?![\p{L}\d])[ .:-]{0,3}/u)],
  ["chương", swift(/^chương (?<mark>[ivxlc]{1,6}|\d{1,2})(?![\p{L}\d])[ .:-]{0,3}/u)],
  ["mục", swift(/^mục (?<mark>[ivxlc]{1,6}|\d{1,2}|[a-zđ])(?![\p{L}\d])[ .:-]{0,3}/u)],
  ["tiểu mục", swift(/^tiểu mục (?<mark>[ivxlc]{1,6}|\d{1,2}|[a-zđ])(?![\p{L}\d])[ .:-]{0,3}/u)],
  ["điều", /^điều (?<mark>\d{1,3}[a-zđ]?) ?(?:[.:]|$) ?/u],
  ["đoạn", /^(?<mark>[ivx]{1,5}) ?[.)](?= |$) ?/u],
  ["khoản", /^(?<mark>\d{1,3}(?:\.\d{1,2}){0,3})(?:(?: ?[.)]| ?[-–])(?= |$)|(?<=\.\d{1,2}) ) ?/u],
  ["điểm", /^(?<mark>[a-zđ]{1,2}\d?)(?: ?\)| ?\.(?= )) ?/u],
];

interface OpenUnit {
  readonly level: number;
  readonly kind: UnitKind;
  readonly mark: string;
  readonly heading: Passage;
  readonly start: number;
  end: number;
  readonly parts: OpenUnit[];
}

/** The tree of a paper's parts. Words that a paper quotes, to put them into another, open none. */
export function readUnits(reading: Reading, lines: readonly Span[]): readonly Unit[] {
  const roots: OpenUnit[] = [];
  const open: OpenUnit[] = [];
  let quoted = false;
  for (const line of lines) {
    const unit = quoted ? null : openingOf(reading, line);
    quoted = isOpenBehind(reading.text.slice(line.start, line.end), quoted);
    if (unit) {
      while ((open.at(-1)?.level ?? -1) >= unit.level) open.pop();
      (open.at(-1)?.parts ?? roots).push(unit);
      open.push(unit);
    }
    for (const around of open) around.end = line.end;
  }
  return roots.map(closed);
}

function openingOf(reading: Reading, line: Span): OpenUnit | null {
  const words = wordsOf(reading, line);
  for (const [place, [kind, opening]] of openings.entries()) {
    const found = opening.exec(words);
    const mark = found?.groups?.["mark"];
    if (!found || mark === undefined) continue;
    const at = line.start + found[0].indexOf(mark);
    const printed = reading.text.slice(at, at + mark.length);
    const heading = passage(reading, { start: line.start + found[0].length, end: line.end });
    // "2.1" lies within "2"
    const level = 10 * place + (kind === "khoản" ? mark.split(".").length : 0);
    return { level, kind, mark: printed, heading, start: line.start, end: line.end, parts: [] };
  }
  return null;
}

const closed = ({ kind, mark, heading, start, end, parts }: OpenUnit): Unit => ({
  kind,
  mark,
  heading,
  start,
  end,
  parts: parts.map(closed),
});

/** Whether a quotation goes on behind a line. */
function isOpenBehind(line: string, before: boolean): boolean {
  let open = before;
  for (const sign of line.match(/[“”"]/gu) ?? []) open = sign === '"' ? !open : sign === "“";
  return open;
}
