import { z } from "zod";
import { Attendee } from "../../src/records/attendee.js";
import { Figure } from "../../src/records/figure.js";
import { Resolution } from "../../src/records/resolution.js";
import { Session } from "../../src/records/session.js";

const quotes = z.array(z.string());
const figures = z.array(Figure.omit({ indicatorCode: true, verified: true }).extend({ evidence: z.string() }));

/**
 * The fields of a record as a model would write them itself, which is what the peers of the benches ask for: no code of
 * an indicator, no check, quotes for evidence.
 */
export const PlainRecord = z.strictObject({
  sessions: z.array(Session.extend({ evidence: quotes })),
  attendees: z.array(Attendee.extend({ evidence: quotes })),
  resolutions: z.array(Resolution.extend({ evidence: quotes })),
  targets: figures,
  achievements: figures,
});

export const plainInstructions =
  "Extract what this document of a Vietnamese local authority reports: sessions, attendees, resolutions, targets and achievements. Values are in base units, words as written, every item with the verbatim quotes that prove it. What the text does not state is null.";

/** The answer to a plain extraction, which is taken to be the gold record. */
export function plainAnswer(gold: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    Object.fromEntries(Object.keys(PlainRecord.shape).map((name) => [name, withQuotes(gold[name])])),
  );
}

/**
 * Gold as a model would write it: evidence as its quotes, every field of an area, and nothing that only scoring reads.
 */
function withQuotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withQuotes);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).filter(([name]) => name !== "optional");
  if (fields.length === 1 && fields[0]?.[0] === "quote") return fields[0][1];
  const whole = "level" in value ? { code: null, parents: [] } : {};
  return { ...whole, ...Object.fromEntries(fields.map(([name, field]) => [name, withQuotes(field)])) };
}
