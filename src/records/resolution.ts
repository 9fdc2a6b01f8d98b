import { z } from "zod";
import { Day } from "./dates.js";
import { Evidence } from "./evidence.js";

/** A căn cứ: a paper that a resolution rests on. */
export const LegalBasis = z.strictObject({
  text: z.string().min(1),
  number: z.string().nullable(),
  date: Day.nullable(),
});

/** A nghị quyết: the document itself, one that a session adopted, or one that is cited. */
export const Resolution = z.strictObject({
  number: z.string().nullable(),
  title: z.string().nullable(),
  issuedOn: Day.nullable(),
  issuer: z.string().nullable(),
  sessionId: z.string().nullable(),
  legalBases: z.array(LegalBasis),
  role: z.enum(["self", "adopted", "cited"]),
  evidence: z.array(Evidence).min(1),
});
export type Resolution = z.infer<typeof Resolution>;
