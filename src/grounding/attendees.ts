import type { Draft, DraftAttendee } from "../engines/draft.js";
import { type Attendee, attendeeRoles } from "../records/attendee.js";
import type { Session } from "../records/session.js";
import { foldedWords } from "../vietnamese/text/fold.js";
import { uniteEvidence } from "./evidence.js";
import type { Lookup } from "./lookup.js";
import { sessionIdOf } from "./session-ids.js";

/** The draft's attendees as the record holds them, one for each person or group. */
export function groundAttendees(draft: Draft, lookup: Lookup, sessions: readonly (Session | null)[]): Attendee[] {
  const found = draft.attendees.flatMap(
    (attendee, index) => groundAttendee(attendee, `draft.attendees[${index}]`, lookup, sessions) ?? [],
  );
  return mergeAttendees(found);
}

function groundAttendee(
  draft: DraftAttendee,
  path: string,
  lookup: Lookup,
  sessions: readonly (Session | null)[],
): Attendee | null {
  const name = lookup.mention("person", draft.person, `${path}.person`)?.value.name ?? null;
  const group = draft.person === null ? lookup.words(draft.group, `${path}.group`) : null;
  const evidence = lookup.evidence(draft.evidence, path);
  if ((!name && !group) || !evidence) {
    if (draft.person === null && draft.group === null) lookup.report(path, "EMPTY_WORDS", { what: "name" });
    return null;
  }
  const count = lookup.mention("quantity", draft.count, `${path}.count`)?.value ?? null;
  const whole = (value: number | null) => (value !== null && Number.isInteger(value) && value >= 0 ? value : null);
  return {
    name,
    group,
    count: whole(count?.value ?? null),
    outOf: whole(count?.outOf ?? null),
    titles: draft.titles.flatMap((title) => lookup.words(title, `${path}.titles`) ?? []),
    roles: attendeeRoles.filter((role) => draft.roles.includes(role)),
    sessionId: sessionIdOf(draft.session, sessions, lookup, path),
    evidence: [...evidence],
  };
}

/** One person of a session is one attendee, however often named: titles, roles and evidence are united. */
function mergeAttendees(attendees: readonly Attendee[]): Attendee[] {
  const merged = new Map<string, Attendee>();
  for (const attendee of attendees) {
    const { name, group, sessionId } = attendee;
    const key = foldedWords(`${sessionId} ${name === null ? "group" : "person"} ${name ?? group}`);
    const before = merged.get(key);
    merged.set(key, before ? union(before, attendee) : attendee);
  }
  return [...merged.values()];
}

function union(first: Attendee, again: Attendee): Attendee {
  const titles = again.titles.filter((title) => !first.titles.some((known) => tellsTitle(known, title)));
  return {
    ...first,
    count: first.count ?? again.count,
    outOf: first.count === null ? again.outOf : first.outOf,
    titles: [...first.titles, ...titles],
    roles: attendeeRoles.filter((role) => first.roles.includes(role) || again.roles.includes(role)),
    evidence: uniteEvidence(first.evidence, again.evidence),
  };
}

/** "Chủ tịch HĐND phường" tells "Chủ tịch HĐND" too. */
function tellsTitle(known: string, title: string): boolean {
  return foldedWords(known).startsWith(foldedWords(title));
}
