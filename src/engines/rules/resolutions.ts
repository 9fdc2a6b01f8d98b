import type { CleanDocument } from "../../documents/document.js";
import type { Mentions } from "../../mentions/mention.js";
import type { DocumentKind } from "../../records/record.js";
import { foldedWords } from "../../vietnamese/fold.js";
import type { Reading } from "../../vietnamese/reading.js";
import { lines } from "../../vietnamese/sentences.js";
import { overlaps, type Span } from "../../vietnamese/span.js";
import type { DraftResolution, DraftSession } from "../draft.js";
import { type NamedResolution, namedResolutions } from "./resolution-names.js";
import { selfResolution } from "./resolution-self.js";
import { adoptions } from "./resolutions-adopted.js";

export interface ResolutionContext {
  readonly sessions: readonly DraftSession[];
  readonly kind: DocumentKind;
}

/**
 * The resolutions of a document: of a resolution's text itself with its legal bases, of a session's news those that the
 * session passed, and of any document those that it cites by number or quoted title. A resolution told twice is one;
 * one that is merely to be drafted, debated or carried out is none.
 */
export function draftResolutions(
  _document: CleanDocument,
  mentions: Mentions,
  reading: Reading,
  context: ResolutionContext,
): DraftResolution[] {
  const self = context.kind === "resolution" ? selfResolution(mentions, reading, context.sessions) : null;
  const passed = adoptions(mentions, reading);
  const council = context.sessions.findIndex(({ kind }) => kind === "council_session");
  const adopted = self
    ? []
    : passed.filter(({ elsewhere }) => !elsewhere && council >= 0).flatMap(({ items }) => items);
  const foreign = passed.flatMap(({ items, elsewhere }) =>
    elsewhere ? items.map((item) => cited(item, elsewhere)) : [],
  );
  const taken = passed.flatMap(({ items }) => items);
  const named = lines(reading)
    .filter((line) => !self || !isPreamble(reading, line))
    .flatMap((line) => namedResolutions(mentions, reading, line))
    .filter((one) => isCitation(reading, one) && !isTold(reading, one, taken) && one.number !== self?.number);
  const issuer = context.sessions[council]?.body ?? null;
  return [
    ...(self ? [self] : []),
    ...distinct(reading, adopted).map((one) => ({ ...cited(one, issuer), session: council, role: "adopted" as const })),
    ...foreign,
    ...distinct(reading, named).map((one) => cited(one, one.issuer ?? assembly(mentions, reading, one))),
  ];
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

/** Only a number or a quoted title tells a resolution from the many that are merely spoken of. */
function isCitation({ folded }: Reading, { number, title }: NamedResolution): boolean {
  return number !== null || (title !== null && folded.charAt(title.start - 1) === '"');
}

function isTold(reading: Reading, one: NamedResolution, others: readonly NamedResolution[]): boolean {
  return others.some((other) => overlaps(other.span, one.span) || isSame(reading, one, other));
}

function isSame({ text }: Reading, a: NamedResolution, b: NamedResolution): boolean {
  if (a.numberText !== null && b.numberText !== null) return a.numberText === b.numberText;
  if (!a.title || !b.title) return false;
  return foldedWords(text.slice(a.title.start, a.title.end)) === foldedWords(text.slice(b.title.start, b.title.end));
}

function distinct(reading: Reading, all: readonly NamedResolution[]): readonly NamedResolution[] {
  return all.filter((one, index) => !all.slice(0, index).some((before) => isSame(reading, before, one)));
}

/** Who issued a paper numbered "…/QH15": the words "Quốc hội" before it in its line. */
function assembly(mentions: Mentions, { folded, text }: Reading, { number, span }: NamedResolution): Span | null {
  const paper = number === null ? null : mentions.get(number, "paper");
  if (!paper || !/\/QH\d/u.test(text.slice(paper.start, paper.end))) return null;
  const line = folded.lastIndexOf("\n", span.start) + 1;
  const at = folded.slice(line, span.start).lastIndexOf("quốc hội");
  return at < 0 ? null : { start: line + at, end: line + at + "quốc hội".length };
}
