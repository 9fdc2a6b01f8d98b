import type { RawDocument } from "../document.js";
import type { TextEncoding } from "../encodings/encoding.js";
import type { Limits } from "../limits.js";

/** What a reader makes of a document's bytes: plain text, Markdown or HTML; cleaning tells which. */
export interface ReadText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** A format of documents. To add one: a file in this folder, and a row in `index.ts`. */
export interface Reader {
  readonly format: string;
  readonly claims: (bytes: Uint8Array) => boolean;
  /** @throws KyhopError with the reason why the document cannot be read */
  readonly read: (raw: RawDocument, limits: Limits) => ReadText | Promise<ReadText>;
}

/** The encoding of formats that hold Unicode. */
export const unicode: TextEncoding = { name: "unicode", confidence: 1 };

/** Whether bytes begin with a format's mark, given as Latin-1. */
export function startsWith(bytes: Uint8Array, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[i] !== mark.charCodeAt(i)) return false;
  return true;
}
