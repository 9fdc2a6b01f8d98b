import type { MentionKind, MentionValues } from "../mentions/mention.js";
import type { Attendee } from "../records/attendee.js";
import type { Problem, Record } from "../records/record.js";
import type { Resolution } from "../records/resolution.js";
import type { Body, Session } from "../records/session.js";
import type { AreaName } from "../vietnamese/places/areas.js";
import { covers, type Span } from "../vietnamese/text/span.js";
import { daysBefore } from "../vietnamese/time/calendar.js";
import { findMeetingDays } from "../vietnamese/time/meeting-days.js";
import { isEvidence } from "./evidence.js";
import type { Places } from "./places.js";
import { problem } from "./problems.js";
import type { Proof } from "./proof.js";
import { meetingBody } from "./session-bodies.js";

type Claims = Pick<Record, "sessions" | "attendees" | "resolutions">;

/** What a record says of its sessions, attendees and resolutions that its document does not bear out. */
export function claimProblems(proof: Proof, places: Places, { sessions, attendees, resolutions }: Claims): Problem[] {
  const ids = new Set(sessions.map(({ id }) => id));
  return [
    ...sessions.flatMap((session, index) => sessionProblems(proof, places, session, `sessions[${index}]`)),
    ...attendees.flatMap((attendee, index) => [
      ...attendeeProblems(proof, attendee, `attendees[${index}]`),
      ...sessionIdProblems(attendee.sessionId, ids, `attendees[${index}]`),
    ]),
    ...resolutions.flatMap((resolution, index) => [
      ...resolutionProblems(proof, resolution, `resolutions[${index}]`),
      ...sessionIdProblems(resolution.sessionId, ids, `resolutions[${index}]`),
    ]),
  ];
}

/** A fact may only name a session of its record. */
export function sessionIdProblems(sessionId: string | null, ids: ReadonlySet<string>, path: string): Problem[] {
  return sessionId === null || ids.has(sessionId) ? [] : [problem(path, "UNKNOWN_SESSION", { session: sessionId })];
}

function sessionProblems(proof: Proof, places: Places, session: Session, path: string): Problem[] {
  const checks = new Checks(proof, session.evidence, path);
  const { number, term, mandate, body, date } = session;
  checks.words("name", session.name);
  checks.words("place", session.place);
  checks.words("purpose", session.purpose);
  checks.mention("number", "session", number, (told) => told.number === number);
  checks.mention("term", "term", term, (told) => told.number === term);
  checks.mention("mandate", "mandate", mandate && `${mandate.start}-${mandate.end}`, (told) => {
    return told.start === mandate?.start && told.end === mandate.end;
  });
  if (body && !isTold(body, proof, places)) checks.fail("body", body.name);
  const days = findMeetingDays(proof.reading);
  checks.mention("date.start", "date", date?.start ?? null, ({ start, end }) => {
    return start === date?.start || days.some(({ value }) => daysBefore(end, value - 1) === date?.start);
  });
  checks.mention("date.end", "date", date?.end ?? null, (told) => told.end === date?.end);
  checks.mention("date.partOfDay", "date", date?.partOfDay ?? null, (told) => {
    return told.start === date?.start && told.partOfDay === date.partOfDay;
  });
  return checks.problems;
}

/** Whether the text names the body, and its place beside it or elsewhere. */
function isTold(body: Body, proof: Proof, places: Places): boolean {
  const sameArea = (area: AreaName | null) => area?.name === body.area?.name && area?.type === body.area?.type;
  const named = proof.all("area").find(({ value }) => sameArea(value))?.value ?? null;
  return [...proof.all("body").map(({ value }) => value), null].some((told) => {
    const met = meetingBody(places, told, named);
    return met?.name === body.name && met.type === body.type && sameArea(met.area);
  });
}

function attendeeProblems(proof: Proof, attendee: Attendee, path: string): Problem[] {
  const checks = new Checks(proof, attendee.evidence, path);
  const { name, group, count, outOf, evidence } = attendee;
  const isNamed = proof
    .all("person")
    .some(({ value }) => value.name === name && evidence.some((span) => covers(span, value.nameSpan)));
  if (name !== null && !isNamed) checks.fail("name", name);
  checks.words("group", group);
  for (const title of attendee.titles) checks.words("titles", title);
  checks.quantity("count", count, (told) => told.value === count && (outOf === null || told.outOf === outOf));
  return checks.problems;
}

function resolutionProblems(proof: Proof, resolution: Resolution, path: string): Problem[] {
  const checks = new Checks(proof, resolution.evidence, path);
  const { number, issuedOn, issuer } = resolution;
  checks.words("title", resolution.title);
  checks.mention("number", "paper", number, (told) => told.number === number);
  checks.anywhere("issuedOn", "date", issuedOn, (told) => told.start === issuedOn);
  if (issuer !== null && !proof.all("body").some(({ value }) => value.name === issuer)) checks.words("issuer", issuer);
  for (const basis of resolution.legalBases) {
    checks.words("legalBases", basis.text);
    checks.anywhere("legalBases", "paper", basis.number, (told) => told.number === basis.number);
    checks.anywhere("legalBases", "date", basis.date, (told) => told.start === basis.date);
  }
  return checks.problems;
}

/** Holds the claims of one item against its evidence, and against the whole text where the evidence says nothing of them. */
class Checks {
  readonly problems: Problem[] = [];

  constructor(
    private readonly proof: Proof,
    private readonly evidence: Attendee["evidence"],
    private readonly path: string,
  ) {
    if (!evidence.every((one) => isEvidence(proof.text, one)))
      this.problems.push(problem(path, "EVIDENCE_NOT_IN_TEXT"));
  }

  words(field: string, words: string | null): void {
    if (words !== null && !this.proof.tells(words, this.evidence)) this.fail(field, words);
  }

  /** A mention in the evidence fits, or the evidence holds none of the kind and one elsewhere in the text does. */
  mention<Kind extends MentionKind>(
    field: string,
    kind: Kind,
    claim: string | number | null,
    fits: (value: MentionValues[Kind]) => boolean,
  ): void {
    if (claim === null) return;
    const inside = this.evidence.flatMap((span) => this.proof.within(kind, span));
    const told = inside.length > 0 ? inside : this.proof.all(kind);
    if (!told.some(({ value }) => fits(value))) this.fail(field, claim);
  }

  anywhere<Kind extends MentionKind>(
    field: string,
    kind: Kind,
    claim: string | number | null,
    fits: (value: MentionValues[Kind]) => boolean,
  ): void {
    if (claim !== null && !this.proof.all(kind).some(({ value }) => fits(value))) this.fail(field, claim);
  }

  quantity(field: string, claim: number | null, fits: (value: MentionValues["quantity"]) => boolean): void {
    const lines: readonly Span[] = this.evidence.map((span) => this.proof.lineOf(span));
    const told = lines.flatMap((line) => this.proof.within("quantity", line));
    if (claim !== null && !told.some(({ value }) => fits(value))) this.fail(field, claim);
  }

  fail(field: string, value: string | number): void {
    this.problems.push(problem(this.path, "NOT_IN_TEXT", { field, value }));
  }
}
