import type { Figure } from "../../records/figure.js";
import { findQuantities } from "../../vietnamese/numbers/quantities.js";
import { type Reading, read } from "../../vietnamese/text/reading.js";
import type { Span } from "../../vietnamese/text/span.js";
import { isWordToken, type Token, tokens, tokensOf } from "../../vietnamese/text/tokens.js";
import { printable } from "../terminal/printable.js";
import type { Style } from "../terminal/style.js";

/** A figure's evidence with the words of the indicator and of the number underlined. */
export function proofOf(figure: Figure, style: Style): string {
  const { quote } = figure.evidence;
  const reading = read(quote);
  return underline(quote, [...indicatorSpans(figure.indicator, reading), ...amountSpans(figure, reading)], style);
}

/** Where the number stands: the words that read as the value, or the status, or the first comparison. */
function amountSpans(figure: Figure, reading: Reading): readonly Span[] {
  if (figure.value === null) return phrase(figure.status ?? figure.comparisons[0]?.text ?? "", reading);
  const found = findQuantities(reading).find(({ value }) => value.value === figure.value);
  return found ? [{ start: found.value.number.start, end: found.value.unitWords?.end ?? found.value.number.end }] : [];
}

function phrase(words: string, { text }: Reading): readonly Span[] {
  const start = words ? text.indexOf(words) : -1;
  return start < 0 ? [] : [{ start, end: start + words.length }];
}

/** The indicator's words need not stand together, so they are looked for one after the other. */
function indicatorSpans(indicator: string, reading: Reading): readonly Span[] {
  const whole = phrase(indicator, reading);
  if (whole.length) return whole;
  const spans: Span[] = [];
  const words = wordsOf(reading);
  let next = 0;
  for (const wanted of tokensOf(indicator).filter(isWordToken)) {
    const at = words.findIndex(({ word }, i) => i >= next && word === wanted);
    const found = words[at];
    if (!found) continue;
    spans.push(found);
    next = at + 1;
  }
  return spans;
}

const wordsOf = (reading: Reading): readonly Token[] => tokens(reading).filter(({ word }) => isWordToken(word));

function underline(quote: string, spans: readonly Span[], style: Style): string {
  let written = "";
  let at = 0;
  for (const { start, end } of joined(spans, quote)) {
    written += printable(quote.slice(at, start)) + style.underline(printable(quote.slice(start, end)));
    at = end;
  }
  return written + printable(quote.slice(at));
}

/** In order, with those that overlap or are parted only by spaces made one. */
function joined(spans: readonly Span[], quote: string): readonly Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && !quote.slice(last.end, span.start).trim()) {
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      found.push(span);
    }
  }
  return found;
}
