import { isBlank, isDigit, isSpace } from "./characters.js";
import { swift } from "./patterns.js";
import { oncePerReading, type Reading } from "./reading.js";
import { BySpan, type Span } from "./span.js";

/** Words whose full stop ends no sentence. */
const abbreviations = swift(
  /(?:^|[^\p{L}])(?:tp|tx|tt|ct|pct|bt|pbt|h|q|p|đ\/c|đc|ts|ths|pgs|gs|bs|ks|cn|tr|th|ths|st|vv|\p{L}|\d{1,2})$/u,
);

/** The lines of a text that hold anything, trimmed. A line is a paragraph, a heading or a list's item. */
export const lines = oncePerReading(({ text }: Reading): readonly Span[] => {
  const found: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const trimmed = trim(text, { start, end });
    if (trimmed.end > trimmed.start) found.push(trimmed);
    start = end + 1;
  }
  return found;
});

const stops = new Uint8Array(0x10000);
for (const stop of ".!?…") stops[stop.charCodeAt(0)] = 1;

/** No real sentence is longer. A longer one is cut, so that what looks back to its beginning takes bounded time. */
const longestSentence = 3000;

/** The sentences of a line: split behind a full stop, a question or exclamation mark that is followed by a new beginning. */
export function sentences(reading: Reading, line: Span): readonly Span[] {
  return sentencesOf(reading).get(line, () => split(reading, line));
}

/** Sessions, people, papers and figures all read the sentences of the same lines. */
const sentencesOf = oncePerReading(() => new BySpan<readonly Span[]>());

function split(reading: Reading, line: Span): readonly Span[] {
  const { text, folded, printed } = reading;
  const found: Span[] = [];
  let start = line.start;
  for (let i = line.start; i < line.end; i++) {
    if (i - start >= longestSentence && isSpace(printed[i] ?? 0)) {
      push(found, text, { start, end: i });
      start = i;
    }
    if (stops[printed[i] ?? 0] === 0 || !endsSentence(text, folded, start, i, line.end)) continue;
    let end = i + 1;
    while (end < line.end && "\"'”’)»".includes(text.charAt(end))) end++;
    push(found, text, { start, end });
    start = end;
    i = end - 1;
  }
  push(found, text, { start, end: line.end });
  return found;
}

function push(found: Span[], text: string, span: Span): void {
  const trimmed = trim(text, span);
  if (trimmed.end > trimmed.start) found.push(trimmed);
}

function endsSentence(text: string, folded: string, start: number, at: number, lineEnd: number): boolean {
  let next = at + 1;
  while (next < lineEnd && (isSpace(text.charCodeAt(next)) || "\"'”’)»“".includes(text.charAt(next)))) next++;
  if (next >= lineEnd) return true;
  const first = text.charAt(next);
  const capital = first !== first.toLowerCase();
  if (text.charAt(at) !== ".") return capital || isDigit(first.charCodeAt(0));
  if (next === at + 1)
    return (
      capital &&
      /(?:\p{Ll}{2}|CK|KH)$/u.test(text.slice(Math.max(start, at - 3), at)) &&
      folded.slice(next, next + 3) !== "vn"
    );
  if (!capital && !isDigit(first.charCodeAt(0)) && !"-+*•".includes(first)) return false;
  // a list's mark "1." and "TP." belong to what follows
  return !abbreviations.test(folded.slice(Math.max(start, at - 6), at)) || isEndingNumber(folded, start, at);
}

/** "… năm 2020. Đến" ends with a number; "1. Thu" begins with a mark. */
function isEndingNumber(folded: string, start: number, at: number): boolean {
  return isDigit(folded.charCodeAt(at - 1)) && at - start > 6;
}

/** The span without the white space at its ends. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}
