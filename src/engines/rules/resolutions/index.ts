import type { Mentions } from "../../../mentions/mention.js";
import type { DocumentKind } from "../../../records/record.js";
import { foldedWords } from "../../../vietnamese/text/fold.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftResolution, DraftSession } from "../../draft.js";
import { type Adoption, adoptions } from "./adopted.js";
import { type NamedResolution, namedResolutions } from "./names.js";
import { selfResolution } from "./self.js";

/**
 * The resolutions of a document: of a resolution's text itself with its legal bases, of a session's news those that the
 * session passed, and of any document those that it cites by number or quoted title. A resolution told twice is one;
 * one that is merely to be drafted, debated or carried out is none.
 */
export function draftResolutions(
  mentions: Mentions,
  context: { readonly sessions: readonly DraftSession[]; readonly kind: DocumentKind },
): DraftResolution[] {
  const { reading } = mentions;
  const self = context.kind === "resolution" ? selfResolution(mentions, reading, context.sessions) : null;
  const passed = adoptions(mentions, reading);
  const council = context.sessions.findIndex(({ kind }) => kind === "council_session");
  const here = self || council < 0 ? [] : passed.filter(({ elsewhere }) => !elsewhere);
  const foreign = passed.flatMap(({ items, elsewhere }) =>
    elsewhere ? items.map((item) => cited(item, elsewhere)) : [],
  );
  const named = lines(reading)
    .filter((line) => !self || !isPreamble(reading, line))
    .flatMap((line) => namedResolutions(mentions, reading, line))
    .filter((one) => isCitation(reading, one) && (one.number === null || one.number !== self?.number));
  const met = new Met(reading);
  for (const { items, elsewhere } of passed) if (elsewhere || council >= 0) for (const one of items) met.add(one);
  const issuer = context.sessions[council]?.body ?? null;
  return [
    ...(self ? [self] : []),
    ...adoptedOf(here, reading).map((one) => ({ ...cited(one, issuer), session: council, role: "adopted" as const })),
    ...foreign,
    ...distinct(named, met).map((one) => cited(one, one.issuer ?? assembly(mentions, reading, one))),
  ];
}

/** Each resolution once; a passage that tells of one again, or a picture's words before it, may shorten its title. */
function adoptedOf(passages: readonly Adoption[], reading: Reading): readonly NamedResolution[] {
  const met = new Met(reading);
  const lastTold = new Map<string, number>();
  for (const [index, { items }] of passages.entries())
    for (const { title } of items) for (const words of beginnings(reading, title)) lastTold.set(words, index);
  return passages.flatMap(({ items }, index) => {
    const isShortened = ({ title }: NamedResolution) =>
      title !== null && (lastTold.get(wordsOf(reading, title)) ?? index) > index;
    const full = items.filter((one) => !met.hasLonger(one) && !isShortened(one));
    return distinct(full, met);
  });
}

function cited(one: NamedResolution, issuer: DraftResolution["issuer"]): DraftResolution {
  const { number, title, issuedOn, span } = one;
  return {
    number,
    title: title && [title],
    issuedOn,
    issuer: one.issuer ?? issuer,
    session: null,
    legalBases: [],
    role: "cited",
    evidence: [span],
  };
}

const isPreamble = ({ folded }: Reading, { start, end }: Span): boolean =>
  /^(?:[-+*•] ?)?(?:căn cứ|xét|số|nghị quyết)(?!\p{L})/u.test(folded.slice(start, end));

/** Only a number, a quoted title or its session tells a resolution from the many that are merely spoken of. */
function isCitation({ folded }: Reading, { number, title, ofSession }: NamedResolution): boolean {
  return number !== null || (title !== null && (ofSession || folded.charAt(title.start - 1) === '"'));
}

/** A title that is cut shorter, or is longer, is not told again in brief. */
const fewestWords = 5;
const mostWords = 60;

/** Resolutions that have been met, by their numbers, else by their titles, and the words that told of them. */
class Met {
  private readonly numbers = new Set<string>();
  private readonly titles = new Set<string>();
  private readonly beginnings = new Set<string>();
  private readonly told: Uint8Array;

  constructor(private readonly reading: Reading) {
    this.told = new Uint8Array(reading.text.length);
  }

  has({ numberText, title, span }: NamedResolution): boolean {
    if (this.told.subarray(span.start, span.end).includes(1)) return true;
    if (numberText !== null && this.numbers.has(numberText)) return true;
    return title !== null && this.titles.has(wordsOf(this.reading, title));
  }

  /** Whether one was met whose title begins with this one's words and goes on. */
  hasLonger({ title }: NamedResolution): boolean {
    return title !== null && this.beginnings.has(wordsOf(this.reading, title));
  }

  add({ numberText, title, span }: NamedResolution): void {
    if (numberText !== null) this.numbers.add(numberText);
    if (title) this.titles.add(wordsOf(this.reading, title));
    for (const words of beginnings(this.reading, title)) this.beginnings.add(words);
    // a resolution that a title names is another one: the title itself tells of none
    this.told.fill(1, span.start, title?.start ?? span.end);
  }
}

const wordsOf = ({ text }: Reading, { start, end }: Span): string => foldedWords(text.slice(start, end));

/** The shorter titles that this one may be told by. */
function beginnings(reading: Reading, title: Span | null): readonly string[] {
  const words = title ? wordsOf(reading, title).split(" ") : [];
  const lengths = Math.max(0, Math.min(words.length, mostWords) - fewestWords);
  return Array.from({ length: lengths }, (_, more) => words.slice(0, fewestWords + more).join(" "));
}

/** The first of each resolution that has not been met before. */
function distinct(all: readonly NamedResolution[], met: Met): readonly NamedResolution[] {
  return all.filter((one) => {
    const known = met.has(one);
    if (!known) met.add(one);
    return !known;
  });
}

const farthestBefore = 400;

/** Who issued a paper numbered "…/QH15": the words "Quốc hội" before it in its line. */
function assembly(mentions: Mentions, { folded, text }: Reading, { number, span }: NamedResolution): Span | null {
  const paper = number === null ? null : mentions.get(number, "paper");
  if (!paper || !/\/QH\d/.test(text.slice(paper.start, paper.end))) return null;
  const reach = Math.max(0, span.start - farthestBefore);
  const line = reach + folded.slice(reach, span.start).lastIndexOf("\n") + 1;
  const at = folded.slice(line, span.start).lastIndexOf("quốc hội");
  return at < 0 ? null : { start: line + at, end: line + at + "quốc hội".length };
}
