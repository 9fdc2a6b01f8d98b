import { KyhopError } from "../../errors.js";
import type { RawDocument } from "../document.js";
import type { Limits } from "../limits.js";
import { ByteStream } from "../sources/byte-stream.js";
import { partsOf } from "../sources/zip.js";

/** how much the parts of a file may hold together, pictures and styles among them, in documents of the largest size */
const mostParts = 4;

/**
 * Inflates an Office file's parts one by one, holding none, for its reader inflates all of it at once.
 * @throws KyhopError DOCUMENT_TOO_LARGE, DOCUMENT_DAMAGED, CONTAINER_DAMAGED
 */
export async function checkInflatedSize(path: RawDocument["source"], bytes: Uint8Array, limits: Limits): Promise<void> {
  const limit = mostParts * limits.maxBytes;
  let size = 0;
  for await (const part of partsOf(Buffer.from(bytes), path, limits)) {
    for await (const piece of new ByteStream(part).rest()) {
      size += piece.length;
      if (size > limit) throw new KyhopError("DOCUMENT_TOO_LARGE", { path, size: `more than ${limit}`, limit });
    }
  }
}
