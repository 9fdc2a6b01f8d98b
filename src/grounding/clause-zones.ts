import { isDigit } from "../vietnamese/text/characters.js";
import type { Reading } from "../vietnamese/text/reading.js";
import type { Span } from "../vietnamese/text/span.js";
import type { Proof } from "./proof.js";

/** A clause is looked at this far before and behind a number, in UTF-16 code units. */
const reach = 240;

interface Options {
  /** "Mức giảm tỷ lệ sinh: 0,1‰" is one clause */
  readonly acrossColons: boolean;
}

/** The words of its clause that stand before the span. */
export function clauseBefore(
  { reading }: Proof,
  span: Span,
  { acrossColons }: Options = { acrossColons: false },
): Span {
  let start = span.start;
  while (start > 0 && span.start - start < reach && !isBoundary(reading, start - 1, acrossColons)) start--;
  return { start, end: span.start };
}

/** The words of its clause that stand behind the span. */
export function clauseBehind({ reading }: Proof, span: Span): Span {
  let { end } = span;
  while (end < reading.folded.length && end - span.end < reach && !isBoundary(reading, end, false)) end++;
  return { start: span.end, end };
}

/** A comma or a full stop within a number ends no clause; a bar parts the cells of a table. */
function isBoundary({ folded, units }: Reading, at: number, acrossColons: boolean): boolean {
  const sign = folded.charAt(at);
  if (sign === "." || sign === ",") return !isDigit(units[at + 1] ?? 0);
  return sign === ";" || sign === "|" || sign === "\n" || (sign === ":" && !acrossColons);
}
