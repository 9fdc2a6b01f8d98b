import { z } from "zod";
import { Attendee } from "./attendee.js";
import { DayOrMoment } from "./dates.js";
import { Figure } from "./figure.js";
import { Resolution } from "./resolution.js";
import { Session } from "./session.js";

export const documentKinds = ["session_news", "conference_news", "resolution", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What was read. `id` is the SHA-256 (hex) of the cleaned NFC text, so one article from two URLs has one id. */
export const DocumentInfo = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  source: z.string(),
  kind: z.enum(documentKinds),
  title: z.string().nullable(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: DayOrMoment.nullable(),
  text: z.string().min(1),
});
export type DocumentInfo = z.infer<typeof DocumentInfo>;

/** What did not verify, and where in the record (`targets[3]`) or the draft it stood. */
export const Problem = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });
export type Problem = z.infer<typeof Problem>;

/** How the record was made. */
export const Provenance = z.strictObject({
  engine: z.enum(["rules", "llm", "hybrid"]),
  model: z.string().nullable(),
  pipeline: z.string(),
  promptVersion: z.string().nullable(),
  tokens: z.strictObject({ input: z.int(), output: z.int(), cached: z.int() }),
  costUsd: z.number(),
  extractedAt: z.iso.datetime(),
});
export type Provenance = z.infer<typeof Provenance>;

/** The record contract, version 1: one document's sessions, attendees, resolutions, targets and achievements. */
export const Record = z.strictObject({
  schemaVersion: z.literal("1"),
  document: DocumentInfo,
  sessions: z.array(Session),
  attendees: z.array(Attendee),
  resolutions: z.array(Resolution),
  targets: z.array(Figure),
  achievements: z.array(Figure),
  problems: z.array(Problem),
  provenance: Provenance,
});
export type Record = z.infer<typeof Record>;

/** The record's JSON Schema (draft 2020-12), as `kyhop schema` prints it. */
export function recordJsonSchema(): object {
  return z.toJSONSchema(Record, { target: "draft-2020-12" });
}
