import { z } from "zod";

/** What a person said of a record or of one of its facts. Reviews are only added: the last of a path counts. */
export const Review = z.strictObject({
  id: z.string().min(1),
  documentId: z.string().min(1),
  recordId: z.string().min(1),
  /** as in `problems`: "targets[3]", "sessions[0].date"; "" is the whole record */
  path: z.string(),
  verdict: z.enum(["accepted", "corrected", "rejected"]),
  /** what should stand at the path; `null` where nothing is corrected */
  correction: z.json(),
  note: z.string().nullable(),
  reviewer: z.string().nullable(),
  /** ISO 8601 */
  at: z.string(),
});
export type Review = z.infer<typeof Review>;
