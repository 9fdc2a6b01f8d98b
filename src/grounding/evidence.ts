import type { Evidence } from "../records/evidence.js";
import type { Span } from "../vietnamese/text/span.js";

/** The evidence at the span: its quote is cut out of the text. */
export function evidenceAt(text: string, { start, end }: Span): Evidence {
  return { start, end, quote: text.slice(start, end) };
}

/** Whether the quote is what the text holds at the offsets. */
export function isEvidence(text: string, { start, end, quote }: Evidence): boolean {
  return end > start && end <= text.length && text.slice(start, end) === quote;
}

/** The evidence of one thing that was told twice: the first's, then what only the other has. */
export function uniteEvidence(first: readonly Evidence[], again: readonly Evidence[]): Evidence[] {
  const fresh = again.filter(({ start, end }) => !first.some((one) => one.start === start && one.end === end));
  return [...first, ...fresh];
}
