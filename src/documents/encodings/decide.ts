import { isUtf8 } from "node:buffer";
import type { TextEncoding } from "./encoding.js";
import { type Evidence, evidenceOf } from "./evidence.js";
import { tables } from "./tables.js";
import { fromWindows1252, toWindows1252 } from "./windows-1252.js";

/** A way to read bytes, and how well that is Vietnamese. */
export interface Reading {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** of the words with marks, how many must be Vietnamese syllables */
const leastShare = 0.8;
/** how far the second best way must stay behind, in share, unless both read the same */
const leastLead = 0.02;
/** more text than this tells nothing new */
const sampleLength = 100_000;

/** The way that makes the bytes Vietnamese; `null` where none does, `unsure` where several do and differ. */
export function decideTable(bytes: Buffer): Reading | "unsure" | null {
  const candidates = [...mojibake(bytes), ...tables.map(({ name, decode }) => ({ name, read: () => decode(bytes) }))]
    .map(({ name, read }) => weighed(name, read()))
    .sort((a, b) => b.encoding.confidence - a.encoding.confidence);
  const [best] = candidates;
  if (!best || best.encoding.confidence < leastShare) return null;
  const rivals = candidates.filter(({ encoding }) => best.encoding.confidence - encoding.confidence < leastLead);
  return rivals.every(({ text }) => text === best.text) ? best : "unsure";
}

function weighed(name: string, text: string): Reading {
  const { share }: Evidence = evidenceOf(text.slice(0, sampleLength));
  return { text, encoding: { name, confidence: share } };
}

/** UTF-8 that was taken for Windows-1252 and saved so, once or twice. */
function* mojibake(bytes: Buffer): Generator<{ readonly name: string; readonly read: () => string }> {
  if (!isUtf8(bytes)) return;
  const once = bytes.toString("utf8");
  yield { name: "utf-8 read as windows-1252", read: () => once };
  const again = toWindows1252(once);
  if (again && isUtf8(again)) yield { name: "utf-8 read as windows-1252 twice", read: () => again.toString("utf8") };
}

/** signs that a wrong table makes of Vietnamese letters, and that Vietnamese texts seldom have */
const suspicious =
  /[\u0080-\u009F¤¦§¨©ª¬®¯±´µ¶¸¹º¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñöøûüþÿ]|á»|[ÂÃ][\u00A0-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u2122]/;
/** words that the choice of an old table is based on at least; UTF-8 shows itself in one */
const fewestWords = 4;
/** of a line's words, how many are Vietnamese where it needs no mending */
const cleanShare = 0.6;

/**
 * Mends the lines of a Unicode text whose letters are bytes of another table, as fonts of the time before Unicode and
 * wrong conversions leave them. Lines that read as Vietnamese already stay as they are.
 * @returns `null` where nothing is to be mended
 */
export function mendLetters(text: string): Reading | null {
  if (!suspicious.test(text)) return null;
  const lines = text.split("\n");
  const wrong = new Map<number, Buffer>();
  for (const [index, line] of lines.entries()) {
    const bytes = suspicious.test(line) && evidenceOf(line).share < cleanShare ? toWindows1252(line) : null;
    if (bytes) wrong.set(index, bytes);
  }
  const joined = Buffer.concat([...wrong.values()].flatMap((bytes) => [bytes, Buffer.from("\n")]));
  const mended = wrong.size > 0 ? decideTable(joined) : null;
  if (!mended || mended === "unsure" || (!isUtf8(joined) && evidenceOf(fromWindows1252(joined)).marked < fewestWords))
    return null;
  const read = mended.text.split("\n");
  for (const [place, index] of [...wrong.keys()].entries()) lines[index] = read[place] ?? "";
  return { text: lines.join("\n"), encoding: mended.encoding };
}
