import type { Scored, ScoredAttendee, ScoredSession } from "./gold.js";
import { pair } from "./pairing.js";
import type { Sheet } from "./sheet.js";
import { normalise, wordOverlap } from "./similarity.js";
import { judgeSlots, sessionSlots } from "./slots.js";

/** Sessions are paired by number and body, then scored field by field. */
export function judgeSessions(sheet: Sheet, document: string, gold: Scored, got: Scored): void {
  const { pairs, missed, extra } = pair(gold.sessions, got.sessions, sessionLikeness);
  for (const [expected, actual] of pairs) judgeSlots(sheet, "sessions", document, sessionSlots, expected, actual);
  for (const session of missed) judgeSlots(sheet, "sessions", document, sessionSlots, session, null);
  for (const session of extra) judgeSlots(sheet, "sessions", document, sessionSlots, null, session);
}

/** Any two sessions of a document may be the same one told differently, so the likeness is never 0. */
function sessionLikeness(gold: ScoredSession, got: ScoredSession): number {
  return 0.1 + (gold.number === got.number ? 1 : 0) + wordOverlap(gold.body?.name, got.body?.name);
}

/** People by their names, with posts and roles; groups by their words. */
export function judgeAttendees(sheet: Sheet, document: string, gold: Scored, got: Scored): void {
  const people = pair(gold.attendees.filter(isPerson), got.attendees.filter(isPerson), (a, b) =>
    normalise(a.name) === normalise(b.name) ? 1 : 0,
  );
  sheet.tallies.attendees.addPairing(people);
  for (const person of people.missed) sheet.note(document, `attendee missed: ${person.name}`);
  for (const person of people.extra) sheet.note(document, `attendee extra: ${person.name}`);
  for (const [expected, actual] of people.pairs) {
    const titles = pair(expected.titles, actual.titles, (a, b) => atLeast(0.7, wordOverlap(a, b)));
    sheet.tallies.titles.addPairing(titles);
    const roles = pair(leadingRoles(expected), leadingRoles(actual), (a, b) => (a === b ? 1 : 0));
    sheet.tallies.roles.addPairing(roles);
  }
  const groups = pair(gold.attendees.filter(isGroup), got.attendees.filter(isGroup), (a, b) =>
    atLeast(0.5, wordOverlap(a.group, b.group)),
  );
  sheet.tallies.groups.addPairing(groups);
}

const isPerson = (attendee: ScoredAttendee): boolean => Boolean(attendee.name);
const isGroup = (attendee: ScoredAttendee): boolean => !attendee.name && Boolean(attendee.group);
/** Everybody takes part, so only what is said beyond that is scored. */
const leadingRoles = (attendee: ScoredAttendee) => attendee.roles.filter((role) => role !== "participant");
const atLeast = (threshold: number, likeness: number): number => (likeness >= threshold ? likeness : 0);

/** Resolutions by number where both have one, else by title. */
export function judgeResolutions(sheet: Sheet, document: string, gold: Scored, got: Scored): void {
  const pairing = pair(gold.resolutions, got.resolutions, (a, b) => {
    if (a.number && b.number) return normalise(a.number) === normalise(b.number) ? 2 : 0;
    return atLeast(0.6, wordOverlap(a.title, b.title));
  });
  sheet.tallies.resolutions.addPairing(pairing);
  for (const resolution of pairing.missed)
    sheet.note(document, `resolution missed: ${resolution.number ?? resolution.title}`);
}
