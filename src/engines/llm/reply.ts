import { z } from "zod";

/** What a comparison holds a result against, as the last letter of its id: "n13p". */
const bases = { p: "plan", s: "same_period", e: "previous_period", c: "capacity" } as const;

/** Parts "n13p" into the number and what a result is held against with it. */
export function readComparedId(written: string) {
  return { id: written.slice(0, -1), basis: bases[written.slice(-1) as keyof typeof bases] };
}

/** Words quoted from the text; "…" stands between parts that are apart in it. */
const words = z.string();
const quantity = z.string().regex(/^n[0-9]+$/);
const comparison = z.string().regex(/^n[0-9]+[psec]$/);

/**
 * One result or target: `n` its number, or `null` where the text tells only a comparison; `what` is measured, in the
 * text's words; `vs` the numbers that it is held against.
 */
export const ReplyFigure = z.strictObject({ n: quantity.nullable(), what: words, vs: z.array(comparison) });
export type ReplyFigure = z.infer<typeof ReplyFigure>;

/** Figures that share class and time, in the order of the text, so that neither is said again for each of them. */
export const ReplyBlock = z.strictObject({
  class: z.enum(["target", "achievement"]),
  period: z
    .string()
    .regex(/^[td][0-9]+$/)
    .nullable(),
  figures: z.array(ReplyFigure),
  statuses: z.array(z.strictObject({ what: words, is: words })),
});
export type ReplyBlock = z.infer<typeof ReplyBlock>;

export const ReplySession = z.strictObject({
  name: words,
  body: words.nullable(),
  dates: z.array(z.string().regex(/^d[0-9]+$/)),
  place: words.nullable(),
  purpose: words.nullable(),
});
export type ReplySession = z.infer<typeof ReplySession>;

export const ReplyAttendee = z.strictObject({
  who: words,
  roles: z.array(z.enum(["chair", "speaker", "participant"])),
});
export type ReplyAttendee = z.infer<typeof ReplyAttendee>;

export const ReplyResolution = z.strictObject({
  number: z
    .string()
    .regex(/^v[0-9]+$/)
    .nullable(),
  title: words.nullable(),
  role: z.enum(["adopted", "cited"]),
});
export type ReplyResolution = z.infer<typeof ReplyResolution>;

/**
 * What a model answers: ids of marks and words of the text, and no number, date or flag of its own. Objects with short
 * keys cost one token a figure more than tuples, which the strict subset of JSON Schema does not know.
 */
export const Reply = z.strictObject({
  session: ReplySession.nullable(),
  attendees: z.array(ReplyAttendee),
  resolutions: z.array(ReplyResolution),
  blocks: z.array(ReplyBlock),
});
export type Reply = z.infer<typeof Reply>;

const { $schema: _, ...json } = z.toJSONSchema(Reply, { target: "draft-7" });

/** The answer's schema as providers take it with `strict: true`; the name keeps to `[a-zA-Z0-9_-]{1,64}`. */
export const replySchema: { readonly name: string; readonly json: object } = { name: "kyhop_reply", json };
