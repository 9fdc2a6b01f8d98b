import { inflateRawSync } from "node:zlib";
import type { ByteStream } from "./byte-stream.js";
import { isGzip } from "./gzip.js";

/** One member of a file that was packed piece by piece, or what is wrong with it. `offset` counts packed bytes. */
export type Member =
  | { readonly offset: number; readonly bytes: Buffer }
  | { readonly offset: number; readonly fault: "damaged" | "cut" | "large" };

const firstLook = 64 * 1024;
/** checksum and length behind the packed bytes */
const trailerLength = 8;
const magic = Buffer.from([0x1f, 0x8b, 0x08]);

/**
 * Inflates the next member; `null` where the stream ends. Behind a fault the stream stands at what looks like the next.
 * @param limit of inflated bytes, and of packed ones
 */
export async function nextMember(stream: ByteStream, limit: number): Promise<Member | null> {
  const { offset } = stream;
  for (let look = firstLook; ; look *= 2) {
    const packed = await stream.peek(look);
    if (packed.length === 0) return null;
    const outcome = inflate(packed, limit);
    if (typeof outcome !== "string") {
      await stream.skip(outcome.length);
      return { offset, bytes: outcome.bytes };
    }
    const isAll = packed.length < look;
    if (outcome === "cut" && !isAll && look <= limit) continue;
    await skipToMember(stream);
    return { offset, fault: outcome === "cut" && !isAll ? "large" : outcome };
  }
}

interface Inflated {
  readonly bytes: Buffer;
  /** of the packed member */
  readonly length: number;
}

function inflate(packed: Buffer, limit: number): Inflated | "damaged" | "cut" | "large" {
  if (!isGzip(packed)) return "damaged";
  const header = gzipHeaderLength(packed);
  if (header === null) return "cut";
  try {
    // with `info` the engine comes along, which knows how much of the packed bytes it took; the types do not tell
    const { buffer, engine } = inflateRawSync(packed.subarray(header), {
      info: true,
      maxOutputLength: limit,
    }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
    return { bytes: buffer, length: header + engine.bytesWritten + trailerLength };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ERR_BUFFER_TOO_LARGE") return "large";
    return code === "Z_BUF_ERROR" ? "cut" : "damaged";
  }
}

/** Of a gzip member (RFC 1952): ten bytes, and the parts that its flags tell of. `null` where it is not whole. */
export function gzipHeaderLength(bytes: Uint8Array): number | null {
  const flags = bytes[3] ?? 0;
  let length = 10;
  if (flags & 4) length += 2 + (bytes[length] ?? 0) + 256 * (bytes[length + 1] ?? 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, length);
    if (end < 0) return null;
    length = end + 1;
  }
  if (flags & 2) length += 2;
  return length < bytes.length ? length : null;
}

async function skipToMember(stream: ByteStream): Promise<void> {
  await stream.skip(1);
  for (;;) {
    const bytes = await stream.peek(firstLook);
    const at = bytes.indexOf(magic);
    if (at >= 0) return void (await stream.skip(at));
    if (bytes.length < magic.length) return void (await stream.skip(bytes.length));
    await stream.skip(bytes.length - magic.length + 1);
  }
}
