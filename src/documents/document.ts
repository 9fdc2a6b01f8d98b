import type { TextEncoding } from "./encodings/encoding.js";
import type { Facts } from "./facts.js";

/** A document as it was read: bytes, and what is known of them from outside. */
export interface RawDocument {
  /** its address: the path or URL as given; inside a container, the container's address and `#` with the place in it */
  readonly source: string;
  readonly bytes: Uint8Array;
  /** what the container tells of it, as the fields of a crawler's row do */
  readonly facts?: Partial<Facts>;
  /** the charset that the container declares, as the HTTP headers in a web archive do */
  readonly charset?: string;
}

/**
 * A document after cleaning. `text` is NFC, one paragraph a line, portal boilerplate gone; all offsets in Kyhop are
 * UTF-16 code units of it. Facts that the source does not print are `null`.
 */
export interface CleanDocument {
  /** SHA-256 (hex) of `text` in UTF-8 */
  readonly id: string;
  readonly source: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601: a moment with +07:00 where a time is printed, else a bare day */
  readonly publishedAt: string | null;
  /** the month of publication, "2025-08", where a crawler kept that alone; no fact of a record, but it tells years */
  readonly publishedIn?: string | null;
  readonly text: string;
}

/** A cleaned document, and how its bytes were read. */
export interface ReadDocument extends CleanDocument {
  /** the reader that read it: `text`, `docx`, `pdf`… */
  readonly format: string;
  readonly encoding: TextEncoding;
}
