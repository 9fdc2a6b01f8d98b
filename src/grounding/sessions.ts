import type { Draft, DraftSession } from "../engines/draft.js";
import type { Body, Session } from "../records/session.js";
import { covers, type Span } from "../vietnamese/text/span.js";
import { daysBefore } from "../vietnamese/time/calendar.js";
import { findMeetingDays } from "../vietnamese/time/meeting-days.js";
import type { Lookup } from "./lookup.js";
import type { Places } from "./places.js";
import { meetingBody } from "./session-bodies.js";

/** The draft's sessions as the record holds them: `null` where one was refused, so that indices keep their meaning. */
export function groundSessions(
  draft: Draft,
  lookup: Lookup,
  places: Places,
  published: string | null,
): readonly (Session | null)[] {
  return draft.sessions.map((session, index) =>
    groundSession(session, `s${index + 1}`, `draft.sessions[${index}]`, lookup, places, published),
  );
}

function groundSession(
  draft: DraftSession,
  id: string,
  path: string,
  lookup: Lookup,
  places: Places,
  published: string | null,
): Session | null {
  const name = lookup.words(draft.name, `${path}.name`);
  const evidence = lookup.evidence(draft.evidence, path);
  if (!name || !evidence) return null;
  const date = dateOf(draft, lookup, path);
  const mandate = lookup.mention("mandate", draft.mandate, `${path}.mandate`);
  return {
    id,
    kind: draft.kind,
    name,
    form: draft.form,
    number: lookup.mention("session", draft.number, `${path}.number`)?.value.number ?? null,
    term: lookup.mention("term", draft.term, `${path}.term`)?.value.number ?? null,
    mandate: mandate && { start: mandate.value.start, end: mandate.value.end },
    body: bodyOf(draft, lookup, places, date?.start ?? published, path),
    date,
    place: lookup.words(draft.place, `${path}.place`),
    purpose: lookup.words(draft.purpose, `${path}.purpose`),
    evidence: [...evidence],
  };
}

/**
 * The first date gives the start and the part of the day, the last one the end. A session of which the draft tells only
 * the last day and its length began so many days before, at a time of day that nothing tells.
 */
function dateOf(draft: DraftSession, lookup: Lookup, path: string): Session["date"] {
  const dates = draft.dates.flatMap((id) => lookup.mention("date", id, `${path}.date`)?.value ?? []);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return null;
  const days = draft.days && daysOf(draft.days, lookup, `${path}.date`);
  if (days) return { start: daysBefore(last.end, days - 1), end: last.end, partOfDay: null };
  return { start: first.start, end: last.end, partOfDay: first.partOfDay };
}

function daysOf(words: Span, lookup: Lookup, path: string): number | null {
  const told = findMeetingDays(lookup.mentions.reading).find((days) => covers(words, days));
  if (!told) lookup.report(path, "EMPTY_WORDS", { what: "days" });
  return told?.value ?? null;
}

function bodyOf(draft: DraftSession, lookup: Lookup, places: Places, on: string | null, path: string): Body | null {
  const told = lookup.mention("body", draft.body, `${path}.body`)?.value ?? null;
  const named = lookup.mention("area", draft.area, `${path}.area`)?.value ?? null;
  const body = meetingBody(places, told, named);
  return body && { ...body, area: body.area && places.area(body.area, on) };
}
