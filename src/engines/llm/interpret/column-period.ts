import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import { tableRows } from "../../../vietnamese/text/table-rows.js";

/** The time that the heading of a table's column tells of the number under it, whatever else its row names. */
export function columnPeriod(mentions: Mentions, number: Span): MentionOf<"period"> | MentionOf<"date"> | null {
  const row = tableRows(mentions.reading).find((one) => covers(one, number));
  const header = row?.cells.find(({ content }) => covers(content, number))?.header;
  if (!header) return null;
  return mentions.of("period", header)[0] ?? mentions.of("date", header)[0] ?? null;
}
