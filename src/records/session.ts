import { z } from "zod";
import { Area } from "./area.js";
import { Day } from "./dates.js";
import { Evidence } from "./evidence.js";

/** Who meets: the name as written with the type abbreviated, "HĐND phường Đại An". */
export const Body = z.strictObject({ name: z.string().min(1), type: z.string().min(1), area: Area.nullable() });
export type Body = z.infer<typeof Body>;

/** A kỳ họp of a council, or a conference. */
export const Session = z.strictObject({
  id: z.string().regex(/^s\d+$/),
  kind: z.enum(["council_session", "conference"]),
  name: z.string().min(1),
  form: z.enum(["regular", "thematic", "extraordinary"]).nullable(),
  number: z.int().positive().nullable(),
  term: z.int().positive().nullable(),
  mandate: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  body: Body.nullable(),
  date: z
    .strictObject({ start: Day, end: Day, partOfDay: z.enum(["morning", "afternoon", "evening", "day"]).nullable() })
    .nullable(),
  place: z.string().nullable(),
  purpose: z.string().nullable(),
  evidence: z.array(Evidence).min(1),
});
export type Session = z.infer<typeof Session>;
