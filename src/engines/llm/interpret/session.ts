import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines, sentences } from "../../../vietnamese/text/sentences.js";
import { covers, overlaps, type Span } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";
import { placeOfBody } from "../../rules/sessions/areas.js";
import { daysHeld } from "../../rules/sessions/dates.js";
import { firstOf, formIn, hull, namedElsewhere, nearest } from "../../rules/sessions/details.js";
import { newsSites } from "../../rules/sessions/sites.js";
import type { ReplySession } from "../reply.js";
import type { Interpreting } from "./interpreting.js";

const path = "reply.session";

type DateMention = MentionOf<"date">;

interface Convener {
  readonly body: MentionOf<"body"> | null;
}

/** The meeting that the answer names: its number, form, term and years in office are read from the words around. */
export function interpretSession(reply: ReplySession | null, context: Interpreting): readonly DraftSession[] {
  if (!reply) return [];
  const { aligner, mentions, refusals } = context;
  const { reading } = mentions;
  const dates = timed(
    reply.dates.flatMap((id) => refusals.mention("date", id, `${path}.dates`) ?? []),
    mentions,
  );
  const name = aligner.passage(reply.name, dates[0] ?? { start: 0, end: 0 });
  if (!name) {
    refusals.words(reply.name, `${path}.name`);
    return [];
  }
  const sentence = sentenceOf(reading, name);
  const told = [sentence, ...dates.map((date) => sentenceOf(reading, date))];
  const kind = /^k[ỳì] họp/u.test(reading.folded.slice(name.start, name.end)) ? "council_session" : "conference";
  const number = mentions.of("session").find((one) => overlaps(one, name) && one.value.number !== null) ?? null;
  const term = firstOf(told, (span) => nearest(mentions.of("term", span), name));
  const mandate = firstOf(told, (span) => nearest(mentions.of("mandate", span), name));
  const { body, area } = convenerOf(reply.body, name, context);
  const place = quoted(reply.place, name, context, "place");
  const days = kind === "council_session" ? daysHeld(reading, dates, newsSites(mentions, reading), mentions) : null;
  const inside = [body, term, mandate, place, ...dates].filter((span) => span && covers(sentence, span));
  const elsewhere = dates.filter((date) => !covers(sentence, date)).map(({ start, end }) => ({ start, end }));
  return [
    {
      kind,
      name: [name],
      form: formIn(reading, kind === "council_session" ? [name, ...told] : [name]),
      number: number?.id ?? null,
      term: term?.id ?? null,
      mandate: mandate?.id ?? null,
      body: body?.id ?? null,
      area,
      dates: dates.map(({ id }) => id),
      days,
      place,
      purpose: quoted(reply.purpose, name, context, "purpose"),
      evidence: [hull([name, ...inside]), ...elsewhere, ...(days ? [days] : [])],
    },
  ];
}

/** The dates with the first one told by a mention that also tells its part of the day, where the text has one. */
function timed(dates: readonly DateMention[], mentions: Mentions): readonly DateMention[] {
  const [first, ...rest] = dates;
  if (!first || first.value.partOfDay) return dates;
  const same = mentions.of("date").find(({ value }) => {
    return value.start === first.value.start && value.end === first.value.end && value.partOfDay !== null;
  });
  return [same ?? first, ...rest];
}

function quoted(words: string | null, near: Span, { aligner, refusals }: Interpreting, field: string): Span | null {
  const span = words === null ? null : aligner.passage(words, near);
  if (words !== null && !span) refusals.words(words, `${path}.${field}`);
  return span;
}

/** The recognised body or place that the words name; a body without its place is the one that the text names. */
function convenerOf(words: string | null, name: Span, context: Interpreting): Pick<DraftSession, "area"> & Convener {
  const { mentions } = context;
  const span = quoted(words, name, context, "body");
  const named = span && mentions.of("body").find((one) => overlaps(one, span));
  if (named) {
    const body = namedElsewhere(mentions, named.value.type, named);
    return { body, area: placeOfBody(mentions, mentions.reading, body) };
  }
  const area = span && mentions.of("area").find((one) => overlaps(one, span));
  if (words && span && !area) context.refusals.unknown("body", words, `${path}.body`);
  return { body: null, area: area?.id ?? null };
}

function sentenceOf(reading: Reading, span: Span): Span {
  const line = lines(reading).find((one) => covers(one, span)) ?? span;
  return sentences(reading, line).find((one) => covers(one, span)) ?? line;
}
