import { createHash } from "node:crypto";
import type { Record } from "./record.js";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * The id of a record by what makes it the same again: document, pipeline, prompt and model. A record that is extracted
 * anew has the id that it had.
 * @returns 32 hexadecimal digits
 */
export function recordId({ document, provenance: { pipeline, promptVersion, model } }: Record): string {
  return sha256(JSON.stringify([document.id, pipeline, promptVersion, model])).slice(0, 32);
}

/** SHA-256 (hex) of all that a record says but the time at which it was extracted. */
export function recordDigest(record: Record): string {
  return sha256(JSON.stringify({ ...record, provenance: { ...record.provenance, extractedAt: "" } }));
}
