import type { Mentions } from "../../../mentions/mention.js";
import type { DocumentKind } from "../../../records/record.js";
import { fold, foldedWords } from "../../../vietnamese/text/fold.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftAttendee, Words } from "../../draft.js";
import type { Meetings } from "../sessions/regions.js";
import type { Role } from "./cues.js";
import type { Sighting } from "./sighting.js";
import { sightings } from "./sightings.js";
import { postsOf } from "./titles.js";

/**
 * Who attended, chaired or spoke at the document's meeting: each person and each group once, in the order of the text,
 * with the roles of all their sightings. Who is only talked about is none; a resolution names none.
 */
export function draftAttendees(
  mentions: Mentions,
  { sessions, sessionAt, kind }: Meetings & { readonly kind: DocumentKind },
): DraftAttendee[] {
  const { reading } = mentions;
  if (sessions.length === 0 || kind === "resolution") return [];
  const posts = postsOf(mentions.of("person"), reading);
  const attendees = new Map<string, Sighting[]>();
  for (const sighting of sightings(mentions, reading)) {
    const key = keyOf(sighting, reading);
    const seen = attendees.get(key);
    if (seen) seen.push(sighting);
    else attendees.set(key, [sighting]);
  }
  return [...attendees.values()].flatMap((seen) => attendee(seen, posts, sessionAt) ?? []);
}

const order: readonly Role[] = ["chair", "speaker", "participant"];

function keyOf({ person, group }: Sighting, { folded }: Reading): string {
  if (person) return fold(person.value.name);
  const words = group ? folded.slice(group.words.start, group.words.end) : "";
  return `group: ${foldedWords(words)}`;
}

function attendee(
  seen: readonly Sighting[],
  posts: ReadonlyMap<string, readonly Words[]>,
  sessionAt: Meetings["sessionAt"],
): DraftAttendee | null {
  const [first] = seen;
  if (!first) return null;
  const titles = first.person ? (posts.get(fold(first.person.value.name)) ?? []) : [];
  if (first.person && titles.length === 0 && seen.every(({ caption }) => caption)) return null;
  const told = new Set(seen.flatMap(({ roles }) => roles));
  // a chair is there without saying so
  if (told.has("chair")) told.delete("participant");
  return {
    person: first.person?.id ?? null,
    group: first.group?.words ?? null,
    count: seen.find(({ group }) => group?.count)?.group?.count ?? null,
    titles,
    roles: order.filter((role) => told.has(role)),
    session: sessionAt(first.evidence.start),
    evidence: seen.map(({ evidence: { start, end } }) => ({ start, end })),
  };
}
