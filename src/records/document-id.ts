import { createHash } from "node:crypto";

/**
 * The id of a document: the SHA-256 (hex) of its cleaned text in UTF-8, so that one article from two addresses has one id.
 * @param text NFC text
 */
export function documentId(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
