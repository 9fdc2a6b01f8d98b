import type { RawDocument } from "../document.js";
import type { FieldMap } from "../field-names.js";
import type { Limits } from "../limits.js";
import type { ByteStream } from "./byte-stream.js";

/** A document that a source holds. Its bytes are read when it is its turn. */
export interface Entry {
  /** where it can be found again: `news/a.html`, `pages.warc.gz#4096`, `dump.jsonl#12`, `old.zip#2019/a.docx` */
  readonly address: string;
  /** @throws KyhopError that tells why this document, and no other, cannot be had */
  readonly read: () => Promise<RawDocument>;
}

/** Bytes that may be a document or hold many. */
export interface Opened {
  readonly address: string;
  readonly stream: ByteStream;
  /** the file that holds just these bytes, where there is one: archives with a directory jump in it */
  readonly file: string | null;
  readonly charset?: string;
}

/** What a container is opened with. */
export interface Opening {
  readonly limits: Limits;
  /** the fields of a crawler's rows */
  readonly map: FieldMap;
  /** The documents in what was found inside, which may be a container again. */
  readonly inside: (opened: Opened) => AsyncGenerator<Entry, void, void>;
}

/** A kind of file that holds documents. */
export interface Container {
  readonly name: string;
  /** whether a place in it is an offset of bytes from which it can be read on */
  readonly seekable?: true;
  /** by content; the address only where a format has no mark of its own */
  readonly claims: (head: Uint8Array, address: string) => boolean;
  /**
   * The documents in order, one held at a time. What is wrong with one is told when that one is read.
   * @throws KyhopError CONTAINER_DAMAGED and the like, where nothing more can be had
   */
  readonly entries: (opened: Opened, opening: Opening) => AsyncGenerator<Entry, void, void>;
}

/** An entry whose bytes are in hand already. */
export const entryOf = (raw: RawDocument): Entry => ({ address: raw.source, read: async () => raw });

/** An entry that cannot be read. */
export const failedEntry = (address: string, error: unknown): Entry => ({
  address,
  read: () => Promise.reject(error),
});
