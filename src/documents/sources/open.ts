import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { KyhopError } from "../../errors.js";
import type { RawDocument } from "../document.js";
import type { FieldMap } from "../field-names.js";
import { defaultLimits, type Limits } from "../limits.js";
import { expandPaths, readSource, standardInput } from "../read.js";
import { ByteStream } from "./byte-stream.js";
import { type Entry, entryOf, failedEntry, type Opened } from "./container.js";
import { containers } from "./index.js";

/** how much of a source tells what it is */
const headLength = 64 * 1024;
const pieceLength = 256 * 1024;

export interface SourceOptions {
  readonly limits?: Limits;
  /** the names of a crawler's fields, where they are not the usual ones */
  readonly map?: FieldMap;
}

/**
 * The documents of paths, folders, globs and `-`: each file that is no container is one; archives and a crawler's dumps
 * give theirs one by one, so that memory is bounded by one document however large they are.
 *
 * Nothing is thrown: what cannot be read is an entry whose `read` rejects with the reason, and the rest goes on.
 */
export async function* documentsIn(paths: readonly string[], options: SourceOptions = {}): AsyncGenerator<Entry> {
  for await (const path of expandPaths(paths)) yield* documentsAt(path, options);
}

/**
 * Goes back to one document by its address. In a web archive that is one jump, in other containers a search from the top.
 * @throws KyhopError SOURCE_NOT_FOUND and what reading the document throws
 */
export async function documentAt(address: string, options: SourceOptions = {}): Promise<RawDocument> {
  const path = await fileOf(address);
  const place = Number(address.slice(path.length + 1));
  const start = place > 0 && Number.isSafeInteger(place) && (await isSeekable(path)) ? place : 0;
  for await (const entry of documentsAt(path, options, start)) if (entry.address === address) return entry.read();
  throw new KyhopError("SOURCE_NOT_FOUND", { path: address });
}

/** The file of an address: all of it, or what stands before the first `#` that ends the path of a file. */
async function fileOf(address: string): Promise<string> {
  for (let end = address.length; end > 0; end = address.lastIndexOf("#", end - 1)) {
    const path = address.slice(0, end);
    if ((await stat(path).catch(() => null))?.isFile()) return path;
  }
  return address;
}

async function isSeekable(path: string): Promise<boolean> {
  const opened = await open(path);
  if (!opened) return false;
  const head = await opened.stream.peek(headLength).catch(() => Buffer.alloc(0));
  await opened.stream.close();
  return containers.some(({ seekable, claims }) => seekable && claims(head, path));
}

async function* documentsAt(
  path: string,
  { limits = defaultLimits, map = {} }: SourceOptions,
  start = 0,
): AsyncGenerator<Entry> {
  const opened = await open(path, start);
  if (opened) yield* inside(opened, 1);
  else yield { address: path, read: () => readSource(path, limits) };

  async function* inside(source: Opened, nesting: number): AsyncGenerator<Entry, void, void> {
    const { address, stream } = source;
    let count = 0;
    try {
      const head = await stream.peek(headLength);
      const container = containers.find(({ claims }) => claims(head, address));
      if (!container) {
        yield await wholeEntry(source, limits, head.length < headLength);
        return;
      }
      if (nesting > limits.maxNesting) throw pastLimit(address, `archives nest more than ${limits.maxNesting} deep`);
      const opening = { limits, map, inside: (inner: Opened) => inside(inner, nesting + 1) };
      for await (const entry of container.entries(source, opening)) {
        if (++count > limits.maxEntries) throw pastLimit(address, `it holds more than ${limits.maxEntries} documents`);
        yield entry;
      }
    } catch (error) {
      yield failedEntry(address, error);
    } finally {
      await stream.close();
    }
  }
}

/** A long file's bytes are left on the disk until its turn; others are taken while they pass by, or are in hand. */
async function wholeEntry({ address, stream, file, charset }: Opened, limits: Limits, short: boolean): Promise<Entry> {
  if (file !== null && !short) return { address, read: () => readSource(file, limits) };
  return entryOf({ source: address, bytes: await stream.all(address, limits.maxBytes), ...(charset && { charset }) });
}

function pastLimit(path: string, reason: string): KyhopError {
  return new KyhopError("CONTAINER_LIMIT", { path, reason });
}

async function open(path: string, start = 0): Promise<Opened | null> {
  if (path === standardInput) return { address: path, stream: new ByteStream(process.stdin), file: null };
  const found = await stat(path).catch(() => null);
  if (!found || found.isDirectory()) return null;
  // a pipe ("<(…)" of a shell) has no places to read from, and is read once
  const place = start > 0 ? { start } : {};
  return {
    address: path,
    stream: new ByteStream(createReadStream(path, { ...place, highWaterMark: pieceLength }), start),
    file: found.isFile() ? path : null,
  };
}
