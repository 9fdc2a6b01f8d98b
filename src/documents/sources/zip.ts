import yauzl, { type Entry as Item, type ZipFile } from "yauzl";
import { KyhopError } from "../../errors.js";
import type { Limits } from "../limits.js";
import { ByteStream } from "./byte-stream.js";
import { type Container, failedEntry, type Opened } from "./container.js";
import { checkRatio } from "./gzip.js";

/** Files that Office programs, web archives and systems keep beside the documents. */
const besideDocuments =
  /(?:^|\/)(?:\.(?!\.)|__MACOSX\/|Thumbs\.db$|desktop\.ini$)|^(?:indexes|logs)\/[^/]+\.(?:cdxj?|idx|gz|log)$|^pages\/[^/]+\.jsonl$|^datapackage(?:-digest)?\.json$/i;
const encrypted = 0x1;
const utf8Names = 0x800;

/** A ZIP archive, a WACZ among them. A DOCX is a ZIP file too, and a document: its reader claims it first. */
export const zip: Container = {
  name: "zip",
  claims: (head) => isZip(head) && !isOfficeFile(head),
  async *entries(source, { limits, inside }) {
    const { address } = source;
    const archive = await opened(source, limits);
    try {
      for await (const item of archive.eachEntry()) {
        const name = nameOf(item);
        const path = `${address}#${name}`;
        if (name.endsWith("/") || besideDocuments.test(name)) continue;
        const fault = faultOf(item, name);
        if (fault) yield failedEntry(path, new KyhopError("DOCUMENT_DAMAGED", { path, reason: fault }));
        else
          yield* inside({ address: path, stream: new ByteStream(inflated(archive, item, path, limits)), file: null });
      }
    } catch (error) {
      throw damaged(address, error);
    } finally {
      archive.close();
    }
  },
};

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

/** Whether a ZIP file is a document of Office Open XML: its first part is one that only those have. */
export function isOfficeFile(head: Uint8Array): boolean {
  const nameLength = (head[26] ?? 0) + 256 * (head[27] ?? 0);
  const first = Buffer.from(head.subarray(30, 30 + nameLength)).toString("latin1");
  return isZip(head) && /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|customXml\/|word\/|xl\/|ppt\/)/.test(first);
}

/** The parts of an archive in memory, each inflated as it is read. */
export async function* partsOf(
  bytes: Buffer,
  address: string,
  limits: Limits,
): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const archive = await fromBuffer(bytes, address);
  try {
    for await (const item of archive.eachEntry()) yield inflated(archive, item, address, limits);
  } catch (error) {
    throw damaged(address, error);
  } finally {
    archive.close();
  }
}

const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };

async function opened({ address, stream, file }: Opened, limits: Limits): Promise<ZipFile> {
  if (file === null) return fromBuffer(await stream.all(address, limits.maxBytes), address);
  await stream.close();
  return promised(address, (done) => yauzl.open(file, options, done));
}

function fromBuffer(bytes: Buffer, address: string): Promise<ZipFile> {
  return promised(address, (done) => yauzl.fromBuffer(bytes, options, done));
}

type Done = (error: Error | null, archive: ZipFile) => void;

function promised(address: string, open: (done: Done) => void): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open((error, archive) => (error ? reject(damaged(address, error)) : resolve(archive)));
  });
}

/** Old archivers wrote names in the system's codepage; what is no UTF-8 is kept byte for byte as Latin-1. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Item): string {
  const name = fileNameRaw.toString("utf8");
  return (generalPurposeBitFlag & utf8Names) === 0 && name.includes("\uFFFD") ? fileNameRaw.toString("latin1") : name;
}

/** Nothing is ever written to disk; a name that leads out of the archive still marks it as hostile. */
function faultOf(item: Item, name: string): string | null {
  if (/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name)) return "its name leads out of the archive";
  if (item.generalPurposeBitFlag & encrypted) return "it is encrypted";
  return item.canDecodeFileData() ? null : `its compression method ${item.compressionMethod} is not known`;
}

async function* inflated(archive: ZipFile, item: Item, address: string, limits: Limits): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    const readable = await archive.openReadStreamPromise(item);
    for await (const piece of readable as AsyncIterable<Buffer>) {
      size += piece.length;
      checkRatio(address, size, item.compressedSize, limits);
      yield piece;
    }
  } catch (error) {
    if (error instanceof KyhopError) throw error;
    throw new KyhopError("DOCUMENT_DAMAGED", { path: address, reason: reasonOf(error) }, { cause: error });
  }
}

function damaged(path: string, error: unknown): KyhopError {
  if (error instanceof KyhopError) return error;
  return new KyhopError("CONTAINER_DAMAGED", { path, reason: reasonOf(error) }, { cause: error });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
