import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import { firstPast, type Span } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";

/** The meetings of a document, and which of them a passage is about. */
export interface Meetings {
  readonly sessions: readonly DraftSession[];
  readonly sessionAt: (at: number) => number | null;
}

/**
 * Tells which of the sessions a passage is about, by where it begins (UTF-16 code units): an index into `sessions`,
 * `null` where there is none. Where several councils met, the paragraph that tells of a council's session and what
 * follows belong to it, up to the next one's; a session that a conference prepares takes nothing.
 */
export function sessionRegions(reading: Reading, sessions: readonly DraftSession[]): (at: number) => number | null {
  const [first, ...others] = sessions;
  if (!first) return () => null;
  if (others.length === 0 || first.kind !== "council_session") return () => 0;
  const openings = sessions
    .flatMap(({ evidence }, index) => evidence.map((span) => ({ start: lineStart(reading, span), index })))
    .sort((a, b) => a.start - b.start || b.index - a.index);
  return (at) => openings.findLast(({ start }) => start <= at)?.index ?? 0;
}

function lineStart(reading: Reading, { start }: Span): number {
  const all = lines(reading);
  return all[firstPast(all, (line) => line.start > start) - 1]?.start ?? 0;
}
