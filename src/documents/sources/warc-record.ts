import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { KyhopError } from "../../errors.js";
import type { Limits } from "../limits.js";
import { type Entry, entryOf, failedEntry } from "./container.js";

export const recordMark = "WARC/";

const headEnd = "\r\n\r\n";
/** records that hold what a server gave, or what was made of it */
const documentTypes = new Set(["response", "resource", "conversion"]);
/** what of an answer's content may be a document; pictures, scripts and styles are passed over */
const documentMedia =
  /^(?:text\/(?:html|plain|markdown)|application\/(?:xhtml\+xml|pdf|msword|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|octet-stream))(?![\w.+-])/;

type Headers = ReadonlyMap<string, string>;

/** The head of a record. `length` is of the head with its empty line, `contentLength` of what follows. */
export interface RecordHead {
  readonly length: number;
  readonly contentLength: number;
  readonly headers: Headers;
}

/** `null` where the head has no end or declares no length. */
export function readRecordHead(bytes: Buffer): RecordHead | null {
  const head = readHeaders(bytes);
  const declared = head?.headers.get("content-length") ?? "";
  return head && /^\d{1,15}$/.test(declared) ? { ...head, contentLength: Number(declared) } : null;
}

function readHeaders(
  bytes: Buffer,
): { readonly length: number; readonly headers: Headers; readonly first: string } | null {
  const end = bytes.indexOf(headEnd, 0, "latin1");
  if (end < 0) return null;
  const [first = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { length: end + headEnd.length, headers, first };
}

/** The document that a record holds; `null` for records that are none, such as requests, redirections and pictures. */
export function entryOfRecord(bytes: Buffer, address: string, limits: Limits): Entry | null {
  const head = bytes.toString("latin1", 0, recordMark.length) === recordMark ? readRecordHead(bytes) : null;
  if (!head) return damaged(address, "no record can be read here");
  const type = head.headers.get("warc-type") ?? "";
  if (!documentTypes.has(type)) return null;
  const content = bytes.subarray(head.length, head.length + head.contentLength);
  if (content.length < head.contentLength) return damaged(address, "the record is shorter than it declares");
  if (type !== "response") return documentOf(content, head.headers.get("content-type") ?? "", address);
  const answer = readHeaders(content);
  if (!answer) return null;
  if (!/^HTTP\/\S+ 200\b/.test(answer.first)) return null;
  const media = answer.headers.get("content-type") ?? "text/html";
  if (!documentMedia.test(media.toLowerCase())) return null;
  try {
    return documentOf(decoded(content.subarray(answer.length), answer.headers, limits), media, address);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code !== "ERR_BUFFER_TOO_LARGE") return damaged(address, String(error));
    const details = { path: address, size: `more than ${limits.maxBytes}`, limit: limits.maxBytes };
    return failedEntry(address, new KyhopError("DOCUMENT_TOO_LARGE", details));
  }
}

function documentOf(bytes: Buffer, media: string, address: string): Entry | null {
  if (media && !documentMedia.test(media.toLowerCase())) return null;
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(media)?.[1];
  return entryOf({ source: address, bytes, ...(charset && { charset }) });
}

function damaged(path: string, reason: string): Entry {
  return failedEntry(path, new KyhopError("DOCUMENT_DAMAGED", { path, reason }));
}

/** Undoes what the transfer did (RFC 9112). Crawlers keep the headers of transfers that they have undone already. */
function decoded(body: Buffer, headers: Headers, { maxBytes }: Limits): Buffer {
  const whole = headers.get("transfer-encoding")?.toLowerCase() === "chunked" ? withoutChunks(body) : body;
  const options = { maxOutputLength: maxBytes };
  switch (headers.get("content-encoding")?.toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return whole[0] === 0x1f && whole[1] === 0x8b ? gunzipSync(whole, options) : whole;
    case "br":
      return brotliDecompressSync(whole, options);
    case "deflate":
      return (whole[0] ?? 0) % 16 === 8 ? inflateSync(whole, options) : inflateRawSync(whole, options);
    default:
      return whole;
  }
}

function withoutChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf("\r\n", at, "latin1");
    const size = /^[\da-f]{1,8}(?=\s*(?:;|$))/i.exec(
      body.toString("latin1", at, Math.max(at, Math.min(lineEnd, at + 100))),
    )?.[0];
    if (size === undefined) return at === 0 ? body : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}
