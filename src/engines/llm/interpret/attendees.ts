import { fold } from "../../../vietnamese/text/fold.js";
import { covers, overlaps, type Span } from "../../../vietnamese/text/span.js";
import type { DraftAttendee, DraftSession } from "../../draft.js";
import { postsOf } from "../../rules/attendees/titles.js";
import { strip } from "../../rules/words.js";
import type { ReplyAttendee } from "../reply.js";
import type { Interpreting } from "./interpreting.js";

/** A person is named more often in a long text, but these prove enough. */
const mostEvidence = 6;
const nobody: Span = { start: 0, end: 0 };

/** The people and groups of the answer; a person is one that was recognised, with the posts that the text gives. */
export function interpretAttendees(
  attendees: readonly ReplyAttendee[],
  sessions: readonly DraftSession[],
  context: Interpreting,
): readonly DraftAttendee[] {
  const { mentions } = context;
  const people = mentions.of("person");
  const posts = postsOf(people, mentions.reading);
  const session = sessions.length > 0 ? 0 : null;
  let near = nobody;
  return attendees.flatMap(({ who, roles }, index) => {
    const path = `reply.attendees[${index}].who`;
    const span = context.aligner.passage(who, near);
    if (!span) {
      context.refusals.words(who, path);
      return [];
    }
    near = span;
    const person = people.find(({ value }) => covers(span, value.nameSpan));
    if (!person) return groupOf(span, roles, session, context, path) ?? [];
    const key = fold(person.value.name);
    const seen = people.filter(({ value }) => fold(value.name) === key);
    return [
      {
        person: person.id,
        group: null,
        count: null,
        titles: posts.get(key) ?? [],
        roles,
        session,
        evidence: seen.slice(0, mostEvidence).map(({ start, end }) => ({ start, end })),
      },
    ];
  });
}

/** "50/53 đại biểu HĐND": the number counts the group and is none of its words. */
function groupOf(
  span: Span,
  roles: ReplyAttendee["roles"],
  session: number | null,
  { mentions, refusals }: Interpreting,
  path: string,
): DraftAttendee | null {
  const { text } = mentions.reading;
  if (isName(text.slice(span.start, span.end)) && !mentions.of("body").some((body) => overlaps(body, span))) {
    refusals.unknown("person", text.slice(span.start, span.end), path);
    return null;
  }
  const count = mentions.of("quantity").find(({ start, end, value }) => {
    const beside = /^\s*$/.test(text.slice(Math.min(value.number.end, span.start), span.start));
    return start <= span.start && end >= span.start && (beside || value.number.end > span.start);
  });
  const from = Math.max(span.start, count?.value.number.end ?? span.start);
  const group = strip(mentions.reading, { start: from, end: span.end });
  const evidence = { start: Math.min(span.start, count?.start ?? span.start), end: span.end };
  return { person: null, group, count: count?.id ?? null, titles: [], roles, session, evidence: [evidence] };
}

/** Two to five syllables that all begin with a capital: a person whom the recogniser does not know. */
const isName = (words: string): boolean => /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}$/u.test(words);
