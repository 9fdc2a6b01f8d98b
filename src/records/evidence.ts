import { z } from "zod";

/**
 * The words that prove a fact: `document.text.slice(start, end) === quote`, always.
 * Offsets are UTF-16 code units of the document's NFC text.
 */
export const Evidence = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
});
export type Evidence = z.infer<typeof Evidence>;
