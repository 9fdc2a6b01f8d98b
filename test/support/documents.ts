import type { CleanDocument } from "../../src/documents/document.js";
import { documentId } from "../../src/records/document-id.js";

/** A document of the test's own text. */
export function documentOf(text: string, publishedAt: string | null = null): CleanDocument {
  return { id: documentId(text), source: "test.txt", title: null, author: null, publisher: null, publishedAt, text };
}
