import type { CleanDocument } from "../documents/document.js";
import { findQuantities } from "../vietnamese/numbers/quantities.js";
import { findMandates, findSessions, findTerms } from "../vietnamese/ordinals.js";
import { findPapers } from "../vietnamese/papers.js";
import { findPeople } from "../vietnamese/people/index.js";
import { findAreas } from "../vietnamese/places/areas.js";
import { findBodies } from "../vietnamese/places/bodies.js";
import { type Found, type Reading, read } from "../vietnamese/text/reading.js";
import type { Span } from "../vietnamese/text/span.js";
import { monthsOf } from "../vietnamese/time/calendar.js";
import { findDates } from "../vietnamese/time/dates.js";
import { findPeriods } from "../vietnamese/time/periods.js";
import { documentYears } from "../vietnamese/time/years.js";
import { listedYears } from "./listed-years.js";
import { type Mention, type MentionKind, Mentions, type MentionValues } from "./mention.js";
import { tableYears } from "./table-years.js";

type Candidate = { [Kind in MentionKind]: Found<MentionValues[Kind]> & { readonly kind: Kind } }[MentionKind];

/**
 * Kinds that claim the digits and number words of a text for themselves, the surest first: the "12" of
 * "12/2025/NQ-HĐND" is no date, and that of "ngày 12/6" no quantity.
 */
const precedence = ["paper", "session", "term", "date", "period", "quantity"] as const satisfies readonly MentionKind[];

/** One letter a kind, so that an id tells what it names. */
const letters: Readonly<Record<MentionKind, string>> = {
  quantity: "n",
  date: "d",
  period: "t",
  session: "k",
  term: "h",
  mandate: "m",
  body: "b",
  area: "a",
  person: "p",
  paper: "v",
};

/**
 * Everything that the language layer finds in a document, in the order of the text, each number claimed by one
 * mention only. Names of people, bodies and places may lie within one another, and a nhiệm kỳ is also a period.
 */
export function recognise(document: Pick<CleanDocument, "text" | "publishedAt" | "publishedIn">): Mentions {
  const reading = read(document.text);
  const kept = unclaimed(find(reading, lastDayOf(document)), document.text.length);
  kept.sort((a, b) => a.start - b.start || b.end - a.end || letters[a.kind].localeCompare(letters[b.kind]));
  const counts = new Map<MentionKind, number>();
  const mentions = kept.map((candidate) => {
    const count = (counts.get(candidate.kind) ?? 0) + 1;
    counts.set(candidate.kind, count);
    const { start, end, rule, value, kind } = candidate;
    // mentions of all kinds have one shape, so that whoever reads them need not ask which
    return { start, end, rule, value, kind, id: `${letters[kind]}${count}` } as Mention;
  });
  return new Mentions(mentions, reading);
}

/** The day of publication, or the last that it may have been. */
function lastDayOf({ publishedAt, publishedIn }: Pick<CleanDocument, "publishedAt" | "publishedIn">): string | null {
  const [year, month] = publishedIn?.split("-").map(Number) ?? [];
  return publishedAt ?? (year && month ? monthsOf(year, month, month).end : null);
}

function find(reading: Reading, publishedAt: string | null): readonly Candidate[] {
  const years = documentYears(reading, publishedAt);
  const areas = findAreas(reading);
  const papers = findPapers(reading);
  const written = findPeriods(reading, years);
  const periods = [...written, ...tableYears(reading, written), ...listedYears(reading, written)];
  const tagged = <Kind extends MentionKind>(kind: Kind, found: readonly Found<MentionValues[Kind]>[]): Candidate[] =>
    found.map(({ start, end, rule, value }) => ({ start, end, rule, value, kind }) as unknown as Candidate);
  return [
    ...tagged("paper", papers),
    ...tagged("session", findSessions(reading)),
    ...tagged("term", findTerms(reading)),
    ...tagged("mandate", findMandates(reading)),
    ...tagged("date", outside(periods, findDates(reading, years))),
    ...tagged("period", periods),
    ...tagged("quantity", findQuantities(reading)),
    ...tagged("area", areas),
    ...tagged("body", notWithin(papers, findBodies(reading, areas), reading.text.length)),
    ...tagged("person", findPeople(reading, areas)),
  ];
}

/** The dates that no period ends with: in "tính đến ngày 30/6" the day is the period's. */
function outside<Date extends Span>(periods: readonly Span[], dates: readonly Date[]): readonly Date[] {
  const startByEnd = new Map(periods.map(({ start, end }) => [end, start] as const));
  return dates.filter(({ start, end }) => (startByEnd.get(end) ?? start) >= start);
}

/** The bodies that are no code of a paper: "NQ-HĐND" names none. */
function notWithin<Body extends Span>(
  papers: readonly Span[],
  bodies: readonly Body[],
  length: number,
): readonly Body[] {
  const taken = new Uint8Array(length);
  for (const { start, end } of papers) taken.fill(1, start, end);
  return bodies.filter(({ start }) => taken[start] === 0);
}

/** The candidates whose digits no surer kind has taken; every code unit is looked at once, so time stays linear. */
function unclaimed(candidates: readonly Candidate[], length: number): Candidate[] {
  const taken = new Uint8Array(length);
  const kept: Candidate[] = candidates.filter((candidate) => !isNumeric(candidate.kind));
  for (const kind of precedence) {
    const fresh = candidates.filter((candidate) => candidate.kind === kind && !isTaken(taken, digitsOf(candidate)));
    for (const { start, end } of fresh.map(digitsOf)) taken.fill(1, start, end);
    for (const one of fresh) kept.push(one);
  }
  return kept;
}

const isNumeric = (kind: MentionKind): boolean => (precedence as readonly MentionKind[]).includes(kind);
const digitsOf = (candidate: Candidate): Span => (candidate.kind === "quantity" ? candidate.value.number : candidate);
const isTaken = (taken: Uint8Array, { start, end }: Span): boolean => taken.subarray(start, end).includes(1);
