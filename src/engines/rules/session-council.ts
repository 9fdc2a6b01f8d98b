import type { MentionOf, Mentions } from "../../mentions/mention.js";
import type { Reading } from "../../vietnamese/reading.js";
import { lines, sentences } from "../../vietnamese/sentences.js";
import type { Span } from "../../vietnamese/span.js";
import type { DraftSession, MentionId } from "../draft.js";
import {
  bodyOf,
  conveningVerb,
  formOf,
  hull,
  namedElsewhere,
  nearest,
  placeIn,
  purposeAfter,
} from "./session-details.js";
import { wholeWords } from "./words.js";

/** A kỳ họp as one sentence names it. */
interface Site {
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

const otherCouncil = /quốc hội/u;
const elsewhen = wholeWords(
  "chuẩn bị,trước,sau,từ,các,những,giữa hai,tới,kế tiếp,sắp tới,nghị quyết tại,đã bầu,trình tại,gửi đến".split(","),
);
const adopted = wholeWords(["thông qua"]);
const lasting = wholeWords(["diễn ra", "kéo dài", "làm việc trong"]);
/** Below it a kỳ họp is only mentioned: held (5), or in the heading (2) with its council (2) and a word more. */
const leastScore = 5;

/** The council's session that the document reports: the one that its sentences speak of most as a meeting held. */
export function councilSession(mentions: Mentions, reading: Reading): DraftSession | null {
  const sites = newsSites(mentions, reading);
  const own = mostTold(sites);
  const main = own.reduce<Site | null>((best, site) => (best && best.score >= site.score ? best : site), null);
  if (!main || main.score < leastScore) return null;
  const { sentence, name } = main;
  const told = [sentence, ...own.filter((site) => site !== main).map((site) => site.sentence)];
  const body = councilBody(mentions, reading, told);
  const dates = datesHeld(mentions, reading, main, sites);
  const term = firstOf(told, (span) => nearest(mentions.of("term", span).filter(isOfCouncil(reading)), name));
  const mandate = firstOf(told, (span) => nearest(mentions.of("mandate", span), name));
  const place = placeIn(reading, sentence, [name, ...dates]);
  const inside = [body, term, mandate, place, ...dates].filter((span) => span && isWithin(span, sentence));
  return {
    kind: "council_session",
    name: [name],
    form: formIn(reading, [name, ...told]),
    number: main.number === null ? null : main.id,
    term: term?.id ?? null,
    mandate: mandate?.id ?? null,
    body: body?.id ?? null,
    dates: dates.map(({ id }) => id),
    place,
    purpose: purposeAfter(reading, name, sentence),
    evidence: [hull([name, ...inside]), ...dates.filter((date) => !isWithin(date, sentence)).map(withNameOf(sites))],
  };
}

/** The session that adopted a resolution: from the lines of its heading and from the sentence that closes it. */
export function adoptingSession(mentions: Mentions, reading: Reading): DraftSession | null {
  const sites = resolutionSites(mentions, reading);
  const own = mostTold(sites);
  const [main] = own;
  if (!main) return null;
  const closing = own.find(({ sentence }) => adopted.test(reading.folded.slice(sentence.start, sentence.end)));
  const told = [main.sentence, ...own.map((site) => site.sentence)];
  const above = { start: Math.max(0, main.sentence.start - 120), end: main.sentence.end };
  const body = councilBody(mentions, reading, [main.sentence, above, ...told]);
  const term = firstOf(told, (span) => nearest(mentions.of("term", span), main.name));
  const mandate = firstOf(told, (span) => nearest(mentions.of("mandate", span), main.name));
  const date = closing ? adoptionDate(mentions, reading, closing) : null;
  const inside = (site: Site) => {
    const own = [
      ...mentions.of("term", site.sentence),
      nearest(mentions.of("body", site.sentence).filter(isCouncil), site.name),
    ];
    return hull([
      site.name,
      ...[term, mandate, date, body, ...own].filter((span) => span && isWithin(span, site.sentence)),
    ]);
  };
  const heading = hull([inside(main), term && isWithin(term, above) ? term : null]);
  const evidence = closing && closing !== main ? [heading, inside(closing)] : [heading];
  return {
    kind: "council_session",
    name: [main.name],
    form: formIn(reading, [main.name, ...own.map(({ name }) => name)]),
    number: main.number === null ? null : main.id,
    term: term?.id ?? null,
    mandate: mandate?.id ?? null,
    body: body?.id ?? null,
    dates: date ? [date.id] : [],
    place: null,
    purpose: null,
    evidence: body && !evidence.some((span) => isWithin(body, span)) ? [hull([body]), ...evidence] : evidence,
  };
}

/** The sites of the number with the highest sum of scores; those without a number only where none has one. */
function mostTold(sites: readonly Site[]): readonly Site[] {
  const totals = new Map<number, number>();
  for (const { number, weight } of sites) if (number !== null) totals.set(number, (totals.get(number) ?? 0) + weight);
  const [best] = [...totals].sort(([, a], [, b]) => b - a);
  return sites.filter(({ number }) => number === (best?.[0] ?? null));
}

function newsSites(mentions: Mentions, reading: Reading): readonly Site[] {
  const sites: Site[] = [];
  for (const [index, line] of lines(reading).entries())
    for (const sentence of hasSession(reading, line) ? sentences(reading, line) : [])
      for (const named of namedSessions(mentions, reading, sentence)) {
        const score = heldScore(mentions, reading, named.name, sentence);
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
  const prose = /[.:;]$/u.test(folded.slice(sentence.start, sentence.end));
  return (held ? 5 : 1) + (dated ? 3 : 0) + (council ? 2 : 0) + (prose ? 1 : 0);
}

function resolutionSites(mentions: Mentions, reading: Reading): readonly Site[] {
  const sites: Site[] = [];
  for (const sentence of lines(reading)) {
    const words = reading.text.slice(sentence.start, sentence.end);
    const heading = words === words.toUpperCase() || sentence.end - sentence.start < 120;
    const closes = adopted.test(reading.folded.slice(sentence.start, sentence.end));
    if (!heading && !closes) continue;
    for (const named of namedSessions(mentions, reading, sentence))
      sites.push({ ...named, sentence, score: 0, weight: heading ? 6 : 4 });
  }
  return sites;
}

function* namedSessions(
  mentions: Mentions,
  { folded }: Reading,
  sentence: Span,
): Generator<Pick<Site, "id" | "number" | "name">> {
  const named = mentions
    .of("session", sentence)
    .filter(({ start }) => /^k[ỳì] họp/u.test(folded.slice(start, start + 6)));
  for (const [i, mention] of named.entries()) {
    const next = named[i + 1];
    // "kỳ họp thứ 2, Kỳ họp chuyên đề" is one name
    const form =
      next && next.value.number === null && /^[\s,(-]{1,3}$/u.test(folded.slice(mention.end, next.start))
        ? next
        : mention;
    yield { id: mention.id, number: mention.value.number, name: { start: mention.start, end: form.end } };
  }
  const bare = named.length > 0 ? -1 : folded.slice(sentence.start, sentence.end).search(/(?<!\p{L})kỳ họp(?!\p{L})/u);
  const start = sentence.start + bare;
  if (bare >= 0) yield { id: null, number: null, name: { start, end: start + "kỳ họp".length } };
}

/** The council with a named place; where the sentence has only its type of place, one of that type from elsewhere. */
function councilBody(mentions: Mentions, { text }: Reading, told: readonly Span[]): MentionOf<"body"> | null {
  const body = bodyOf(mentions, isCouncil, told.slice(0, 1)) ?? bodyOf(mentions, isCouncil, told);
  return namedElsewhere(mentions, text, "HĐND", body);
}

/** The day of the main sentence, then what other sentences add: its part of the day, or the last day of several. */
function datesHeld(
  mentions: Mentions,
  reading: Reading,
  main: Site,
  sites: readonly Site[],
): readonly MentionOf<"date">[] {
  const inMain = heldDates(mentions, reading, main.sentence);
  const others = sites
    .filter((site) => site !== main && (site.number === main.number || site.number === null) && site.score > leastScore)
    .flatMap((site) => heldDates(mentions, reading, site.sentence));
  const [first = others[0] ?? openingDate(mentions, reading)] = inMain;
  if (!first) return [];
  const sameStart = [first, ...inMain, ...others].filter(({ value }) => value.start === first.value.start);
  const timed = first.value.partOfDay ? first : (sameStart.find(({ value }) => value.partOfDay) ?? first);
  const longest = sameStart.reduce((a, b) => (b.value.end > a.value.end ? b : a));
  const closing = inMain.find((date) => date.value.start > longest.value.end && isLasting(reading, first, date));
  const last = closing ?? longest;
  return last === timed ? [timed] : timed.value.end >= last.value.end ? [timed] : [timed, last];
}

/** "trong phiên họp sáng nay (4/7)": a date of the first lines beside a word for the meeting. */
function openingDate(mentions: Mentions, reading: Reading): MentionOf<"date"> | undefined {
  return lines(reading)
    .slice(0, 5)
    .flatMap((line) => sentences(reading, line))
    .filter(({ start, end }) => /phiên họp|phiên làm việc|kỳ họp/u.test(reading.folded.slice(start, end)))
    .flatMap((sentence) => heldDates(mentions, reading, sentence))[0];
}

function isLasting({ folded }: Reading, first: Span, last: Span): boolean {
  return lasting.test(folded.slice(Math.max(first.end, last.start - 60), last.end));
}

/** Dates of the sentence that are no paper's and no deadline. */
function heldDates(mentions: Mentions, { folded }: Reading, sentence: Span): readonly MentionOf<"date">[] {
  return mentions
    .of("date", sentence)
    .filter(
      ({ start }) =>
        !/(?:trước|đến hết|tính đến|kể từ|số [^\s]{1,24},?)\s(?:ngày\s)?$/u.test(
          folded.slice(Math.max(0, start - 40), start),
        ),
    );
}

function adoptionDate(mentions: Mentions, { folded }: Reading, closing: Site): MentionOf<"date"> | null {
  const from = folded.slice(closing.sentence.start, closing.sentence.end).search(adopted);
  const after = { start: closing.sentence.start + Math.max(0, from), end: closing.sentence.end };
  const date = mentions.of("date", after)[0] ?? null;
  return date && date.start - after.start < 24 ? date : null;
}

/** The form that the name tells, or "kỳ họp thường kỳ …" in one of the sentences. */
function formIn({ folded }: Reading, spans: readonly Span[]): DraftSession["form"] {
  const [name, ...told] = spans;
  const named = name ? formOf(folded.slice(name.start, name.end)) : null;
  if (named) return named;
  for (const { start, end } of told) {
    // the sentence after may say it: "Đây là kỳ họp thường kỳ cuối cùng của năm"
    const said = folded.slice(start, end + 60).matchAll(/(?<!(?:các|những)\s)kỳ họp\s[\p{L}\s]{1,20}/gu);
    const form = [...said].map(([words]) => formOf(words)).find((one) => one !== null);
    if (form) return form;
  }
  return null;
}

function isOfCouncil({ folded }: Reading) {
  return ({ start, end }: Span) =>
    !otherCouncil.test(folded.slice(Math.max(0, start - 12), Math.min(folded.length, end + 12)));
}

function firstOf<Value>(spans: readonly Span[], find: (span: Span) => Value | null): Value | null {
  for (const span of spans) {
    const found = find(span);
    if (found !== null) return found;
  }
  return null;
}

const isCouncil = ({ value }: MentionOf<"body">): boolean => value.type === "HĐND";
const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
const hasSession = ({ folded }: Reading, { start, end }: Span): boolean => /k[ỳì] họp/u.test(folded.slice(start, end));

/** From the session's name to the date, in the sentence that holds the date. */
function withNameOf(sites: readonly Site[]) {
  return (date: Span): Span => hull([date, sites.find(({ sentence }) => isWithin(date, sentence))?.name]);
}
