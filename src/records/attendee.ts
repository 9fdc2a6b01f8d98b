import { z } from "zod";
import { Evidence } from "./evidence.js";

export const attendeeRoles = ["chair", "speaker", "participant"] as const;

/** A person (`name`) or a group of people (`group`) who took part in a session. */
export const Attendee = z.strictObject({
  name: z.string().nullable(),
  group: z.string().nullable(),
  count: z.int().nonnegative().nullable(),
  outOf: z.int().nonnegative().nullable(),
  titles: z.array(z.string().min(1)),
  roles: z.array(z.enum(attendeeRoles)),
  sessionId: z.string().nullable(),
  evidence: z.array(Evidence).min(1),
});
export type Attendee = z.infer<typeof Attendee>;
