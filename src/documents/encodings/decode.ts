import { isUtf8, transcode } from "node:buffer";
import { KyhopError } from "../../errors.js";
import type { RawDocument } from "../document.js";
import { decodeEntities } from "../text/entities.js";
import { decideTable, mendLetters, type Reading } from "./decide.js";
import { isForeign } from "./evidence.js";
import { withoutLookAlikes } from "./look-alikes.js";
import { tables } from "./tables.js";
import { utf16Of } from "./utf-16.js";
import { fromWindows1252 } from "./windows-1252.js";

const declaration = /charset\s*=\s*["']?\s*([\w-]{2,30})/i;
/** where a page declares its charset */
const declarationReach = 4096;
/** code units that tell whether a text is foreign */
const sampleLength = 2000;
const latinLetter = /^[\u00A1-\u00FF\u0152-\u0178\u2013-\u203A\u2122]$/;
/** what Windows-1252 has besides letters: a text without tone marks may have its quotation marks and dashes */
const signsOnly = /^(?:[\x00-\x7F“”‘’–—…\u00A0«»•·°²³€©]|(?<![A-Za-z])[§±](?![A-Za-z]))*$/;
const byteOrderMark = [0xef, 0xbb, 0xbf];
const signInWord = /[A-Za-z][^\x00-\x7F’–—][A-Za-z]|[A-Za-z][«·‘“•©]/;

/**
 * Bytes → text, the byte order mark dropped. What is valid UTF-8 is UTF-8, UTF-16 is told by its mark or its zeros;
 * older tables are told by how much of the text they make Vietnamese, and a declaration decides between equals. Letters
 * that were saved through a wrong table, or typed with look-alikes, are mended where the text is not Vietnamese yet.
 * @throws KyhopError DOCUMENT_BINARY, DOCUMENT_ENCODING (with the offset of the first byte that is no UTF-8)
 */
export function decode(raw: RawDocument): Reading {
  return mend(decodeBytes(raw));
}

/** Puts letters right that were typed in a font of before Unicode, saved through a wrong table, or only look alike. */
export function mend(read: Reading): Reading {
  const { text, encoding } = withMendedLetters(read);
  return { text: withoutLookAlikes(text), encoding };
}

function decodeBytes(raw: RawDocument): Reading {
  const { source, bytes } = raw;
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: { name: utf16, confidence: 1 } };
  if (bytes.includes(0)) throw new KyhopError("DOCUMENT_BINARY", { path: source, reason: "it holds NUL bytes" });
  const utf8 = isUtf8(bytes) ? fromUtf8(bytes) : null;
  // a few bytes of an old table may be UTF-8 by chance, of letters that Vietnamese does not have
  if (utf8 !== null && !isForeign(utf8.slice(0, sampleLength))) return asUtf8(utf8);
  const decided = decideTable(Buffer.from(bytes));
  const read = decided === "unsure" ? declared(raw) : (decided ?? (utf8 === null ? unmarked(bytes) : asUtf8(utf8)));
  if (!read) throw new KyhopError("DOCUMENT_ENCODING", { path: source, offset: firstWrongByte(bytes) });
  return read;
}

/** The text of valid UTF-8, in a third of the time that a TextDecoder takes for Vietnamese. */
function fromUtf8(bytes: Uint8Array): string {
  const marked = byteOrderMark.every((byte, index) => bytes[index] === byte);
  return transcode(marked ? bytes.subarray(3) : bytes, "utf8", "utf16le").toString("utf16le");
}

const asUtf8 = (text: string): Reading => ({ text, encoding: { name: "utf-8", confidence: 1 } });

/** Where the bytes alone cannot decide, as in a few words. */
function declared({ bytes, charset }: RawDocument): Reading | null {
  const head = fromWindows1252(bytes.subarray(0, declarationReach));
  const name = (charset ?? declaration.exec(head)?.[1])?.toLowerCase();
  const table = tables.find((one) => one.name === name);
  return table ? { text: table.decode(Buffer.from(bytes)), encoding: { name: table.name, confidence: 0.5 } } : null;
}

function unmarked(bytes: Uint8Array): Reading | null {
  const text = fromWindows1252(bytes);
  return signsOnly.test(text) && !signInWord.test(text)
    ? { text, encoding: { name: "windows-1252", confidence: 1 } }
    : null;
}

/** Editors of old pages wrote each byte of their table as an entity. */
function withMendedLetters(read: Reading): Reading {
  const isSpelt = /&[a-z]{3,6};/i.test(read.text) && !/[^\x00-\x7F]/.test(read.text);
  const text = isSpelt ? decodeEntities(read.text, (character) => latinLetter.test(character)) : read.text;
  return mendLetters(text) ?? read;
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
