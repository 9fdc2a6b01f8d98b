import type { Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { MentionId } from "../../draft.js";
import { wholeWords } from "../words.js";
import { conveningVerb, isCouncil } from "./details.js";
import { boundedSentences } from "./sentences.js";

/** A kỳ họp as one sentence names it. */
export interface SessionSite {
  /** the `session` mention, `null` where the words are "kỳ họp" alone */
  readonly id: MentionId | null;
  readonly number: number | null;
  readonly name: Span;
  readonly sentence: Span;
  /** how surely the sentence reports a meeting that was held */
  readonly score: number;
  /** the score, and more for a heading: how much the site says for its number */
  readonly weight: number;
}

/** The National Assembly, whose sessions are spoken of too. */
export const otherCouncil = /quốc hội/;
const elsewhen = wholeWords(
  "chuẩn bị,trước,sau,từ,các,những,giữa hai,tới,kế tiếp,sắp tới,kết quả,kết quả của,nghị quyết tại,đã bầu,trình tại,gửi đến".split(
    ",",
  ),
);
/** What a session does to a resolution. */
export const adopted = wholeWords(["thông qua"]);

/** The sites of the number with the highest sum of scores; those without a number only where none has one. */
export function mostTold(sites: readonly SessionSite[]): readonly SessionSite[] {
  const totals = new Map<number, number>();
  for (const { number, weight } of sites) if (number !== null) totals.set(number, (totals.get(number) ?? 0) + weight);
  const [best] = [...totals].sort(([, a], [, b]) => b - a);
  return sites.filter(({ number }) => number === (best?.[0] ?? null));
}

/** Below it a kỳ họp is only mentioned: held is 5, a day beside it 3, its council 2, prose 1. */
export const leastHeldScore = 5;

/**
 * Where a session's news names a kỳ họp that may be the one reported.
 * @param preparing the name of a conference that the news reports too: a kỳ họp that it names is only spoken of there
 */
export function newsSites(mentions: Mentions, reading: Reading, preparing: Span | null = null): readonly SessionSite[] {
  const sites: SessionSite[] = [];
  for (const [index, line] of lines(reading).entries())
    for (const sentence of namesSession(reading, line) ? boundedSentences(reading, line) : [])
      for (const named of namedSessions(mentions, reading, sentence)) {
        const aside = preparing !== null && covers(preparing, named.name);
        const score = aside ? 1 : heldScore(mentions, reading, named.name, sentence);
        const weight = score + (index < 3 ? 2 : 0);
        if (weight > 2) sites.push({ ...named, sentence, score, weight });
      }
  return sites;
}

function heldScore(mentions: Mentions, { folded }: Reading, name: Span, sentence: Span): number {
  const before = folded.slice(Math.max(sentence.start, name.start - 24), name.start);
  const after = folded.slice(name.end, Math.min(sentence.end, name.end + 24));
  if (otherCouncil.test(after) || otherCouncil.test(before)) return Number.NEGATIVE_INFINITY;
  const held = conveningVerb.test(folded.slice(sentence.start, sentence.end)) && !elsewhen.test(before);
  const council = mentions.of("body", sentence).some(isCouncil);
  const dated = held && mentions.of("date", sentence).length > 0;
  const prose = /[.:;]$/.test(folded.slice(sentence.start, sentence.end));
  return (held ? 5 : 1) + (dated ? 3 : 0) + (council ? 2 : 0) + (prose ? 1 : 0);
}

/** "…, HĐND tỉnh khóa II kỳ họp thứ 9 thống nhất," stands before "QUYẾT NGHỊ:" */
const agrees = swift(/k[ỳì] họp[^,;.]{1,60} (?:thống nhất|nhất trí|quyết nghị|quyết định),? ?:?$/u);

/** Where a resolution names the kỳ họp that adopted it: short lines of its heading, and the sentence that closes it. */
export function resolutionSites(mentions: Mentions, reading: Reading): readonly SessionSite[] {
  const sites: SessionSite[] = [];
  for (const sentence of lines(reading)) {
    const words = reading.text.slice(sentence.start, sentence.end);
    const heading = words === words.toUpperCase() || sentence.end - sentence.start < 120;
    const said = reading.folded.slice(sentence.start, sentence.end);
    const closes = adopted.test(said) || agrees.test(said);
    if (!heading && !closes) continue;
    for (const named of namedSessions(mentions, reading, sentence))
      sites.push({ ...named, sentence, score: 0, weight: heading ? 6 : 4 });
  }
  return sites;
}

const sessionWord = wholeWords(["kỳ họp"]);

function* namedSessions(
  mentions: Mentions,
  { folded }: Reading,
  sentence: Span,
): Generator<Pick<SessionSite, "id" | "number" | "name">> {
  const named = mentions
    .of("session", sentence)
    .filter(({ start }) => /^k[ỳì] (?:họp|lần|thứ)/.test(folded.slice(start, start + 7)));
  for (const [i, mention] of named.entries()) {
    const next = named[i + 1];
    // "kỳ họp thứ 2, Kỳ họp chuyên đề" is one name
    const form =
      next && next.value.number === null && /^[\s,(-]{1,3}$/.test(folded.slice(mention.end, next.start))
        ? next
        : mention;
    yield { id: mention.id, number: mention.value.number, name: { start: mention.start, end: form.end } };
  }
  const bare = named.length > 0 ? -1 : folded.slice(sentence.start, sentence.end).search(sessionWord);
  const start = sentence.start + bare;
  if (bare >= 0) yield { id: null, number: null, name: { start, end: start + "kỳ họp".length } };
}

/** Whether the span speaks of a kỳ họp. */
export const namesSession = ({ folded }: Reading, { start, end }: Span): boolean =>
  /k[ỳì] họp|họp k[ỳì] (?:lần )?thứ/.test(folded.slice(start, end));
