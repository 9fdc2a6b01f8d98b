/** A source as it was read: bytes, and what is known of them. */
export interface RawDocument {
  /** the path or URL as given */
  readonly source: string;
  readonly bytes: Uint8Array;
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
  readonly text: string;
}
