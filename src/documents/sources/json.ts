import { KyhopError } from "../../errors.js";
import type { ByteStream } from "./byte-stream.js";
import { type Container, failedEntry } from "./container.js";
import { entryOfJson } from "./rows.js";

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** One JSON object, or an array of them. The place of a row is its number in the array, from 1. */
export const json: Container = {
  name: "json",
  claims: (head) =>
    /^\s*(?:\[\s*)?\{\s*"[^"\n]{1,100}"\s*:/.test(
      Buffer.from(head.subarray(0, 4096))
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    ),
  async *entries({ address, stream }, { limits, map }) {
    const isArray = await startsArray(stream);
    let number = 0;
    for await (const object of objectsIn(stream, limits.maxBytes)) {
      number++;
      const path = isArray ? `${address}#${number}` : address;
      if (object !== "too long") yield entryOfJson(object, path, map);
      else {
        const details = { path, size: `more than ${limits.maxBytes}`, limit: limits.maxBytes };
        yield failedEntry(path, new KyhopError("DOCUMENT_TOO_LARGE", details));
      }
    }
  },
};

async function startsArray(stream: ByteStream): Promise<boolean> {
  const head = await stream.peek(4096);
  const first = head.findIndex((byte) => byte === openBracket || byte === openBrace);
  return head[first] === openBracket;
}

/** The outermost objects, cut out by their braces without reading what is in them. */
async function* objectsIn(stream: ByteStream, limit: number): AsyncGenerator<string | "too long", void, void> {
  let parts: Buffer[] = [];
  let size = 0;
  let depth = 0;
  let inText = false;
  let escaped = false;
  for await (const piece of stream.rest()) {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const byte = piece[at];
      if (escaped) escaped = false;
      else if (inText) {
        if (byte === backslash) escaped = true;
        else if (byte === quote) inText = false;
      } else if (byte === quote) inText = depth > 0;
      else if (byte === openBrace && depth++ === 0) [from, parts, size] = [at, [], 0];
      else if (byte === closeBrace && depth > 0 && --depth === 0) {
        size += at + 1 - from;
        yield size > limit ? "too long" : Buffer.concat([...parts, piece.subarray(from, at + 1)]).toString("utf8");
      } else if (byte === closeBracket && depth === 0) return;
    }
    if (depth === 0) continue;
    size += piece.length - from;
    if (size <= limit) parts.push(piece.subarray(from));
    else parts = [];
  }
  if (depth > 0) yield size > limit ? "too long" : Buffer.concat(parts).toString("utf8");
}
