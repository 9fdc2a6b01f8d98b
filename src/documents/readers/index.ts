import { doc } from "./doc.js";
import { docx } from "./docx.js";
import { pdf } from "./pdf.js";
import type { Reader } from "./reader.js";
import { text } from "./text.js";

/** Every format that can be read; the first that claims a document reads it, and the last claims all. */
const readers: readonly Reader[] = [docx, doc, pdf, text];

export function readerOf(bytes: Uint8Array): Reader {
  return readers.find((reader) => reader.claims(bytes)) ?? text;
}
