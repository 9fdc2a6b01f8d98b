import type { Evidence } from "../records/evidence.js";
import type { Span } from "../vietnamese/span.js";

/** The evidence at the span: its quote is cut out of the text. */
export function evidenceAt(text: string, { start, end }: Span): Evidence {
  return { start, end, quote: text.slice(start, end) };
}

/** Whether the quote is what the text holds at the offsets. */
export function isEvidence(text: string, { start, end, quote }: Evidence): boolean {
  return end > start && end <= text.length && text.slice(start, end) === quote;
}
