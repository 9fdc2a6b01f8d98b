import { KyhopError } from "../../errors.js";
import type { ByteStream } from "./byte-stream.js";
import { type Container, failedEntry } from "./container.js";
import { entryOfJson } from "./rows.js";

const lineFeed = 0x0a;
const firstLook = 64 * 1024;

/** JSON Lines: an object a line. The place of a row is the number of its line, from 1. */
export const jsonLines: Container = {
  name: "json-lines",
  claims: (head) => isObject(firstLineOf(head)),
  async *entries({ address, stream }, { limits, map }) {
    let number = 0;
    for (
      let line = await nextLine(stream, limits.maxBytes);
      line !== null;
      line = await nextLine(stream, limits.maxBytes)
    ) {
      number++;
      const path = `${address}#${number}`;
      if (line === "too long") {
        const details = { path, size: `more than ${limits.maxBytes}`, limit: limits.maxBytes };
        yield failedEntry(path, new KyhopError("DOCUMENT_TOO_LARGE", details));
      } else if (line.trim()) yield entryOfJson(line, path, map);
    }
  },
};

function firstLineOf(head: Uint8Array): string {
  const text = Buffer.from(head)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}

/** The head may end inside a long first line: what follows the brace tells then. */
function isObject(line: string): boolean {
  if (!line.startsWith("{")) return false;
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return line.length > firstLook / 4 && /^\{\s*"[^"\n]{1,60}"\s*:/.test(line);
  }
}

async function nextLine(stream: ByteStream, limit: number): Promise<string | "too long" | null> {
  for (let look = firstLook; ; look *= 2) {
    const bytes = await stream.peek(look);
    if (bytes.length === 0) return null;
    const end = bytes.indexOf(lineFeed);
    if (end >= 0 || bytes.length < look) {
      const length = end < 0 ? bytes.length : end;
      await stream.skip(end < 0 ? length : length + 1);
      return length > limit ? "too long" : bytes.toString("utf8", 0, length).replace(/^\uFEFF/, "");
    }
    if (bytes.length > limit) {
      await skipLine(stream);
      return "too long";
    }
  }
}

async function skipLine(stream: ByteStream): Promise<void> {
  for (;;) {
    const bytes = await stream.peek(firstLook);
    const end = bytes.indexOf(lineFeed);
    if (end >= 0 || bytes.length === 0) return void (await stream.skip(end + 1));
    await stream.skip(bytes.length);
  }
}
