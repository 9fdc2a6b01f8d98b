import { constants, inflateRawSync } from "node:zlib";
import { KyhopError } from "../../errors.js";
import type { Limits } from "../limits.js";
import type { ByteStream } from "./byte-stream.js";
import { type Container, type Entry, failedEntry } from "./container.js";
import { isGzip } from "./gzip.js";
import { gzipHeaderLength, nextMember } from "./gzip-members.js";
import { entryOfRecord, readRecordHead, recordMark } from "./warc-record.js";

/** how much is looked at before a record's or a member's end is known to be farther off */
const firstLook = 64 * 1024;
/** a record's own headers and those of its answer */
const longestHead = 256 * 1024;

/**
 * A web archive (ISO 28500), packed record by record as crawlers do, or plain. The packages at hand wait for ever for
 * the rest of a record that is cut, or inflate all of it whatever length it declares; so it is read here.
 */
export const warc: Container = {
  name: "warc",
  seekable: true,
  claims: (head) => startsRecord(head) || isPackedByRecord(head),
  async *entries({ address, stream }, { limits }) {
    const packed = isGzip(await stream.peek(firstLook));
    yield* (packed ? packedRecords : plainRecords)(stream, address, limits);
  },
};

function startsRecord(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, recordMark.length)).toString("latin1") === recordMark;
}

/** Whether the first packed member holds one record and no more, so that members can be reached by their offset. */
function isPackedByRecord(head: Uint8Array): boolean {
  if (!isGzip(head)) return false;
  try {
    const packed = head.subarray(gzipHeaderLength(head) ?? 0);
    const bytes = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * firstLook });
    const record = startsRecord(bytes) ? readRecordHead(bytes) : null;
    return record !== null && bytes.length <= record.length + record.contentLength + 4;
  } catch {
    return false;
  }
}

async function* packedRecords(stream: ByteStream, address: string, limits: Limits): AsyncGenerator<Entry, void, void> {
  for (;;) {
    const member = await nextMember(stream, limits.maxBytes + longestHead);
    if (!member) return;
    const path = `${address}#${member.offset}`;
    if ("fault" in member) yield failedEntry(path, faultOf(path, member.fault, limits));
    else {
      const entry = entryOfRecord(member.bytes, path, limits);
      if (entry) yield entry;
    }
  }
}

async function* plainRecords(stream: ByteStream, address: string, limits: Limits): AsyncGenerator<Entry, void, void> {
  for (;;) {
    await skipBlankLines(stream);
    const path = `${address}#${stream.offset}`;
    const head = await stream.peek(longestHead);
    if (head.length === 0) return;
    const record = startsRecord(head) ? readRecordHead(head) : null;
    if (!record) {
      yield failedEntry(path, faultOf(path, "damaged", limits));
      if (!(await skipToRecord(stream))) return;
      continue;
    }
    const length = record.length + record.contentLength;
    if (record.contentLength > limits.maxBytes + longestHead) {
      const cut = (await stream.skip(length)) < length;
      yield failedEntry(path, faultOf(path, cut ? "cut" : "large", limits));
      continue;
    }
    const bytes = (await stream.peek(length)).subarray(0, length);
    const cut = (await stream.skip(bytes.length)) < length;
    const entry = cut ? failedEntry(path, faultOf(path, "cut", limits)) : entryOfRecord(bytes, path, limits);
    if (entry) yield entry;
  }
}

async function skipBlankLines(stream: ByteStream): Promise<void> {
  for (let next = await stream.peek(1); next[0] === 0x0d || next[0] === 0x0a; next = await stream.peek(1)) {
    await stream.skip(1);
  }
}

/** Goes on behind damage at the next line that begins a record. */
async function skipToRecord(stream: ByteStream): Promise<boolean> {
  const mark = `\n${recordMark}`;
  for (;;) {
    const bytes = await stream.peek(firstLook);
    const at = bytes.indexOf(mark, 0, "latin1");
    if (at >= 0) return (await stream.skip(at + 1)) === at + 1;
    if (bytes.length < firstLook) return false;
    await stream.skip(bytes.length - mark.length);
  }
}

function faultOf(path: string, fault: "damaged" | "cut" | "large", { maxBytes }: Limits): KyhopError {
  if (fault === "large") {
    return new KyhopError("DOCUMENT_TOO_LARGE", { path, size: `more than ${maxBytes}`, limit: maxBytes });
  }
  const reason = fault === "cut" ? "the archive ends inside the record" : "no record can be read here";
  return new KyhopError("DOCUMENT_DAMAGED", { path, reason });
}
