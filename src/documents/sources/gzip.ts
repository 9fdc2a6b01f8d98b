import { createGunzip } from "node:zlib";
import { KyhopError } from "../../errors.js";
import type { Limits } from "../limits.js";
import { ByteStream } from "./byte-stream.js";
import type { Container, Opened } from "./container.js";

/** A packed file holds one thing, which goes by the packed file's address. */
export const gzip: Container = {
  name: "gzip",
  claims: isGzip,
  entries: ({ address, stream }, { limits, inside }) => inside(unpacked(address, stream, limits)),
};

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

function unpacked(address: string, stream: ByteStream, limits: Limits): Opened {
  return { address, stream: new ByteStream(gunzipped(address, stream, limits)), file: null };
}

async function* gunzipped(address: string, stream: ByteStream, limits: Limits): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const feeding = feed(stream, gunzip);
  let size = 0;
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      size += piece.length;
      checkRatio(address, size, gunzip.bytesWritten, limits);
      yield piece;
    }
  } catch (error) {
    if (error instanceof KyhopError) throw error;
    throw new KyhopError("CONTAINER_DAMAGED", { path: address, reason: String(error) }, { cause: error });
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

/** Writes as the other end reads; ends quietly when that end is gone. */
async function feed(stream: ByteStream, gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  for await (const piece of stream.rest()) {
    if (gunzip.destroyed) break;
    if (!gunzip.write(piece)) {
      await new Promise<void>((resolve) => {
        const go = () => resolve();
        gunzip.once("drain", go).once("close", go).once("error", go);
      });
    }
  }
  gunzip.end();
  await stream.close();
}

/** @throws KyhopError CONTAINER_LIMIT where packed bytes swell as only a bomb's do */
export function checkRatio(address: string, inflated: number, packed: number, { maxBytes, maxRatio }: Limits): void {
  if (inflated <= maxBytes || inflated - maxBytes <= packed * maxRatio) return;
  throw new KyhopError("CONTAINER_LIMIT", {
    path: address,
    reason: `it inflates to more than ${maxRatio} times its size`,
  });
}
