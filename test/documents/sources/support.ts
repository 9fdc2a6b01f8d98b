import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WARCRecord, WARCSerializer } from "warcio";
import { clean } from "../../../src/documents/clean.js";
import { documentsIn, type SourceOptions } from "../../../src/documents/sources/open.js";
import { KyhopError } from "../../../src/errors.js";

/** Two news items of the project's own, and what cleaning them gives. */
export const news = ["phuong-an-thinh-2024.txt", "quan-nam-hai-2017.txt"].map((name) =>
  readFileSync(new URL(`../../../fixtures/documents/${name}`, import.meta.url), "utf8"),
);
export const texts = await Promise.all(
  news.map(async (text) => (await clean({ source: "", bytes: Buffer.from(text) })).text),
);

/** A folder that is there while `work` runs. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "kyhop-sources-"));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What comes out of a file: each document's address behind the file's name, and its text or the code of its failure. */
export async function read(
  name: string,
  bytes: Uint8Array | string,
  options: SourceOptions = {},
): Promise<readonly (readonly [place: string, outcome: string])[]> {
  const outcomes: [string, string][] = [];
  await withFolder(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    for await (const entry of documentsIn([path], options)) {
      outcomes.push([entry.address.slice(path.length), await outcomeOf(entry.read)]);
    }
  });
  return outcomes;
}

type Reads = Parameters<typeof clean>[0];

async function outcomeOf(readEntry: () => Promise<Reads>): Promise<string> {
  try {
    return (await clean(await readEntry())).text;
  } catch (error) {
    if (error instanceof KyhopError) return error.code;
    throw error;
  }
}

/** A news item as a page. */
export const pageOf = (text: string): string =>
  `<!DOCTYPE html><html><head><title>Tin</title></head><body><article>${text
    .split("\n")
    .map((line) => `<p>${line}</p>`)
    .join("\n")}</article></body></html>`;

interface Answer {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: string;
}

/** A record of a web archive, as the package `warcio` writes it. */
export async function warcRecord(
  { url, body, headers, status = "200 OK" }: Answer,
  gzip: boolean,
): Promise<Uint8Array> {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const record = WARCRecord.create(
    {
      url,
      date: "2024-07-20T00:00:00Z",
      type: "response",
      httpHeaders: { "Content-Type": "text/html; charset=utf-8", ...headers },
      statusline: `HTTP/1.1 ${status}`,
    },
    (async function* () {
      yield bytes;
    })(),
  );
  return WARCSerializer.serialize(record, { gzip });
}
