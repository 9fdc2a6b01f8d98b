import { isUtf8 } from "node:buffer";
import { KyhopError } from "../errors.js";
import type { RawDocument } from "./document.js";

/** The first bytes of formats that hold no readable text. */
const signatures: readonly (readonly [string, string])[] = [
  ["%PDF-", "a PDF file"],
  ["PK\x03\x04", "a ZIP archive or a DOCX, XLSX file"],
  ["\x89PNG", "a PNG image"],
  ["\xFF\xD8\xFF", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\x1F\x8B", "a gzip archive"],
  ["\xD0\xCF\x11\xE0", "an old Word or Excel file"],
  ["{\\rtf", "an RTF file"],
  ["Rar!", "a RAR archive"],
  ["7z\xBC\xAF", "a 7-Zip archive"],
];

/** One row an encoding, the first that claims the bytes decodes them. */
const encodings: readonly {
  readonly claims: (bytes: Uint8Array) => boolean;
  readonly decode: (raw: RawDocument) => string;
}[] = [
  {
    claims: (bytes) => startsWith(bytes, "\xFF\xFE"),
    decode: ({ bytes }) => new TextDecoder("utf-16le").decode(bytes),
  },
  {
    claims: (bytes) => startsWith(bytes, "\xFE\xFF"),
    decode: ({ bytes }) => new TextDecoder("utf-16be").decode(bytes),
  },
  { claims: () => true, decode: decodeUtf8 },
];

/**
 * Bytes → text, the byte order mark dropped. UTF-8 is read strictly; UTF-16 needs its mark.
 * @throws KyhopError DOCUMENT_BINARY, DOCUMENT_ENCODING (with the offset of the first wrong byte)
 */
export function decode(raw: RawDocument): string {
  const signature = signatures.find(([magic]) => startsWith(raw.bytes, magic));
  if (signature) throw new KyhopError("DOCUMENT_BINARY", { path: raw.source, reason: signature[1] });
  for (const encoding of encodings) if (encoding.claims(raw.bytes)) return encoding.decode(raw);
  return decodeUtf8(raw);
}

function decodeUtf8({ source, bytes }: RawDocument): string {
  if (bytes.includes(0)) throw new KyhopError("DOCUMENT_BINARY", { path: source, reason: "it holds NUL bytes" });
  if (!isUtf8(bytes)) throw new KyhopError("DOCUMENT_ENCODING", { path: source, offset: firstWrongByte(bytes) });
  return new TextDecoder("utf-8").decode(bytes);
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[i] !== magic.charCodeAt(i)) return false;
  return true;
}

/** The offset of the first sequence that is no UTF-8: valid prefixes are halved towards it. */
function firstWrongByte(bytes: Uint8Array): number {
  let valid = 0;
  let wrong = bytes.length;
  while (wrong - valid > 1) {
    const middle = characterStart(bytes, (valid + wrong) >> 1);
    if (middle <= valid) break;
    if (isUtf8(bytes.subarray(valid, middle))) valid = middle;
    else wrong = middle;
  }
  while (valid < wrong) {
    const next = [1, 2, 3, 4].find((length) => isUtf8(bytes.subarray(valid, valid + length)));
    if (!next || valid + next > bytes.length) return valid;
    valid += next;
  }
  return valid;
}

/** The nearest offset at or before `at` that does not stand inside a character; at most three bytes are stepped over. */
function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
