import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, isAbsolute, join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { KyhopError, systemCodeOf } from "../errors.js";
import type { RawDocument } from "./document.js";
import { defaultLimits, type Limits } from "./limits.js";

/** The endings by which documents are found in folders; a file named outright may have any. */
export const documentEndings: readonly string[] = [
  ...[".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".docx", ".doc", ".pdf"],
  ...[".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".gz", ".zip", ".warc", ".wacz"],
];

/** The path that stands for standard input. */
export const standardInput = "-";

/**
 * Paths, folders (searched to the bottom, in order of name) and globs → the paths to read.
 *
 * Nothing is thrown: a path, glob or folder that holds nothing, and a folder that may not be opened, is given back as
 * it is, so that reading it fails with SOURCE_NOT_FOUND or SOURCE_UNREADABLE for it alone and the rest goes on.
 */
export async function* expandPaths(paths: readonly string[]): AsyncGenerator<string> {
  for (const path of paths) {
    const found = path === standardInput ? null : await stat(path).catch(() => null);
    if (found?.isDirectory()) yield* documentsUnder(path);
    else if (!found && isDynamicPattern(path)) yield* matching(path);
    else yield path;
  }
}

async function* matching(pattern: string): AsyncGenerator<string> {
  const paths = await glob(pattern, { onlyFiles: true, expandDirectories: false, absolute: isAbsolute(pattern) });
  yield* paths.length ? paths.sort() : [pattern];
}

async function* documentsUnder(folder: string): AsyncGenerator<string> {
  const waiting = [folder];
  let count = 0;
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (!entries) {
      count++;
      yield path;
      continue;
    }
    const { files, folders } = sorted(path, entries);
    count += files.length;
    yield* files;
    waiting.push(...folders.reverse());
  }
  if (count === 0) yield join(folder, `**/*{${documentEndings.join(",")}}`);
}

/** Links to folders are not followed: they may lead round in a circle. */
function sorted(folder: string, entries: readonly Dirent[]): { files: string[]; folders: string[] } {
  const pathsOf = (wanted: (entry: Dirent) => boolean) =>
    entries
      .filter(wanted)
      .map((entry) => join(folder, entry.name))
      .sort();
  return {
    files: pathsOf((entry) => !entry.isDirectory() && documentEndings.includes(extname(entry.name).toLowerCase())),
    folders: pathsOf((entry) => entry.isDirectory()),
  };
}

/**
 * Reads one source; `-` is standard input.
 * @throws KyhopError SOURCE_NOT_FOUND, SOURCE_UNREADABLE, DOCUMENT_TOO_LARGE (a file is measured before it is read)
 */
export async function readSource(path: string, limits: Limits = defaultLimits): Promise<RawDocument> {
  if (path === standardInput) return { source: path, bytes: await readStandardInput(limits) };
  try {
    const { size } = await stat(path);
    checkSize(path, size, limits);
    return { source: path, bytes: await readFile(path) };
  } catch (error) {
    if (error instanceof KyhopError) throw error;
    const reason = systemCodeOf(error) ?? String(error);
    const missing = reason === "ENOENT" || reason === "ENOTDIR";
    throw new KyhopError(missing ? "SOURCE_NOT_FOUND" : "SOURCE_UNREADABLE", { path, reason }, { cause: error });
  }
}

async function readStandardInput(limits: Limits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    checkSize(standardInput, size, limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @throws KyhopError DOCUMENT_TOO_LARGE */
export function checkSize(path: string, size: number, limits: Limits): void {
  if (size > limits.maxBytes) throw new KyhopError("DOCUMENT_TOO_LARGE", { path, size, limit: limits.maxBytes });
}
