import type { AreaName } from "../places/area-words.js";
import { isWord } from "../text/characters.js";
import { skipSpaces, tokenEnd } from "../text/lexicon.js";
import { swift } from "../text/patterns.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { phrasesIn } from "../text/word-places.js";
import { syllableAt } from "./names.js";
import {
  areaWords,
  formerWords,
  organisations,
  ranks,
  titleHeads,
  wordsBeforeHead,
  wordsNotInTitle,
} from "./title-words.js";

/** A post in the text; `head` is its first words, `bare` that no organisation follows them. */
export interface Title {
  readonly head: Span;
  readonly bare: boolean;
  readonly former: boolean;
}

// "trưởng nhóm", "Phó ban": no posts by themselves
const needsObject = new Set(["trưởng", "phó", "phó trưởng", "phụ trách"]);

/**
 * The posts of the text ("Chủ tịch UBND xã", "CT. HĐND xã"): a head and the words of its organisation and place, up to a verb, a sign or a name.
 * @param areas what `findAreas` found in the same reading
 * @param names the beginnings of personal names, before which a title ends
 */
export function findTitles(
  reading: Reading,
  areas: readonly Found<AreaName>[],
  names: ReadonlySet<number>,
): Found<Title>[] {
  const areaEnds = new Map(areas.map(({ start, end }) => [start, end]));
  const titles: Found<Title>[] = [];
  for (const head of phrasesIn(reading, titleHeads)) {
    if (head.start < (titles.at(-1)?.end ?? 0) || areaEnds.has(head.start)) continue;
    const before = wordsBeforeHead.matchBefore(reading, head.start - 1, 8);
    const stop = head.value.length <= 3 && reading.folded.startsWith(". ", head.end) ? 1 : 0;
    const whole = titleEnd(reading, head.end + stop, areaEnds, names);
    const end = whole === head.end + stop ? head.end : whole;
    if (end === head.end && needsObject.has(head.value)) continue;
    const former = before !== null && formerWords.matchAt(reading, before.start) !== null;
    const value = { head: { start: head.start, end: head.end }, bare: end === head.end, former };
    titles.push({ start: before?.start ?? head.start, end, rule: "post", value });
  }
  for (const { start, end } of phrasesIn(reading, ranks))
    titles.push({ start, end, rule: "rank", value: { head: { start, end }, bare: true, former: false } });
  return titles.sort((a, b) => a.start - b.start);
}

/** Whether a title's head and nothing but its organisation stands before `at` in the same clause. */
export function followsTitle(reading: Reading, at: number): boolean {
  const reach = Math.max(0, at - 90);
  const clause = reading.folded.slice(reach, at);
  const from = Math.max(...[",", ";", ":", "(", "\n", ". "].map((sign) => clause.lastIndexOf(sign))) + 1;
  const last = titleHeads.matchAll(reading, reach + from, at).at(-1)?.end;
  return last !== undefined && tokens(clause, last - reach).every((token) => !wordsNotInTitle.has(token));
}

function titleEnd(
  reading: Reading,
  from: number,
  areaEnds: ReadonlyMap<number, number>,
  names: ReadonlySet<number>,
): number {
  let end = from;
  let open = true; // whether a place may still follow
  for (let steps = 0; steps < 24; steps++) {
    const at = skipSpaces(reading.units, end);
    if (at > end + 3 || names.has(at)) break;
    const area = areaEnds.get(at);
    if (area !== undefined) {
      end = area;
      open = false;
      continue;
    }
    // "Trưởng đoàn công tác tại huyện Vân Hồ"
    const where = open ? placeAt(reading, at, areaEnds) : null;
    if (where !== null) return where;
    const next: number | null = open ? partEnd(reading, at, end, names) : null;
    if (next === null) break;
    open = areaWords.matchAt(reading, at)?.end !== next;
    end = next;
  }
  return end;
}

function placeAt({ folded, units }: Reading, at: number, areaEnds: ReadonlyMap<number, number>): number | null {
  return folded.startsWith("tại ", at) ? (areaEnds.get(skipSpaces(units, at + "tại".length)) ?? null) : null;
}

/** The end of the part of a title at `at`: an organisation, a capitalised word with its lower syllable, a number. */
function partEnd(reading: Reading, at: number, previousEnd: number, names: ReadonlySet<number>): number | null {
  const { text, folded, units } = reading;
  if (!isWord(units[at] ?? 0)) return joinedEnd(reading, at, names);
  const word = folded.slice(at, tokenEnd(units, at));
  if (titleHeads.matchAt(reading, at) && !organisations.matchAt(reading, at)) return null;
  const known = organisations.matchAt(reading, at, nextName(at, names)) ?? areaWords.matchAt(reading, at);
  if (known) return known.end;
  if (word === "và") return joinedEnd(reading, at, names);
  if (/^\d{1,3}$/.test(word)) return at + word.length;
  const syllable = syllableAt(reading, at);
  if (syllable) return gluedEnd(reading, syllable.end);
  const previous = /\p{Lu}\p{Ll}*\s$/u.test(text.slice(Math.max(0, at - 12), at)) && previousEnd < at;
  return previous && !wordsNotInTitle.has(word) && at + word.length > at ? at + word.length : null;
}

/** The beginning of a name within the next words, which no organisation may cover: "HĐND tỉnh | Đoàn Thị Sáu". */
function nextName(at: number, names: ReadonlySet<number>): number | undefined {
  for (let i = at; i < at + 40; i++) if (names.has(i)) return i;
  return undefined;
}

/** "KH&ĐT", "VH-XH": abbreviations glued by a sign. */
function gluedEnd({ text }: Reading, end: number): number {
  return end + (/^(?:[&\-/–]\p{Lu}{1,6}){1,3}(?![\p{L}])/u.exec(text.slice(end, end + 24))?.[0].length ?? 0);
}

/** Past "và", "-" or "," to an organisation that is of the same title: "HĐND và UBND huyện", "Kinh tế - Xã hội". */
function joinedEnd(reading: Reading, at: number, names: ReadonlySet<number>): number | null {
  const { text, folded } = reading;
  const joint = /^(?:và(?=\s)|-|&|,)/.exec(folded.slice(at, at + 3))?.[0];
  if (!joint) return null;
  const next = skipSpaces(reading.units, at + joint.length);
  if (names.has(next) || titleHeads.matchAt(reading, next) || wordsBeforeHead.matchAt(reading, next)) return null;
  const organisation = organisations.matchAt(reading, next);
  if (joint === ",")
    return organisation && isBody(folded, next) && isBody(folded, trimmed(folded, at) - 4) ? organisation.end : null;
  if (!/\p{Lu}/u.test(text.charAt(next))) return null;
  return organisation?.end ?? (joint === "-" || joint === "&" ? (syllableAt(reading, next)?.end ?? null) : null);
}

function isBody(folded: string, at: number): boolean {
  return /^(?:hđnd|ubnd)/.test(folded.slice(Math.max(0, at), at + 4));
}

function trimmed(folded: string, at: number): number {
  return folded.slice(Math.max(0, at - 4), at).trimEnd().length + Math.max(0, at - 4);
}

const apart = swift(/[^\p{L}\p{M}\p{N}]+/u);

function tokens(folded: string, from: number): string[] {
  return folded.slice(from).split(apart);
}
