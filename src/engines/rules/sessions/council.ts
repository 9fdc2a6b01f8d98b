import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";
import { placeOfBody } from "./areas.js";
import { datesHeld, daysHeld } from "./dates.js";
import { councilBody, firstOf, formIn, hull, nearest, placeIn, purposeAfter, surest } from "./details.js";
import type { SessionSite } from "./sites.js";
import { leastHeldScore, mostTold, otherCouncil } from "./sites.js";

/**
 * The council's session that the document reports: the one that its sentences speak of most as a meeting held.
 * @param sites where the document may name it
 */
export function councilSession(
  mentions: Mentions,
  reading: Reading,
  sites: readonly SessionSite[],
): DraftSession | null {
  const own = mostTold(sites);
  const main = surest(own);
  if (!main || main.score < leastHeldScore) return null;
  const { sentence, name } = main;
  const told = [sentence, ...own.filter((site) => site !== main).map((site) => site.sentence)];
  const body = councilBody(mentions, told);
  const dates = datesHeld(mentions, reading, main, sites);
  const days = daysHeld(reading, dates, sites, mentions);
  const term =
    firstOf(told, (span) => nearest(mentions.of("term", span).filter(isOfCouncil(reading)), name)) ??
    termOfMembers(mentions, reading);
  const sameTerm = mentions.of("term").filter(({ value }) => value.number === term?.value.number);
  const mandate = firstOf([...told, ...sameTerm.map(behind)], (span) => nearest(mentions.of("mandate", span), name));
  const place = placeIn(reading, sentence, [name, ...dates]);
  const inside = [body, term, mandate, place, ...dates].filter((span) => span && covers(sentence, span));
  return {
    kind: "council_session",
    name: [name],
    form: formIn(reading, [name, ...told]),
    number: main.number === null ? null : main.id,
    term: term?.id ?? null,
    mandate: mandate?.id ?? null,
    body: body?.id ?? null,
    area: placeOfBody(mentions, reading, body),
    dates: dates.map(({ id }) => id),
    days,
    place,
    purpose: purposeAfter(reading, name, sentence),
    evidence: [
      hull([name, ...inside]),
      ...dates.filter((date) => !covers(sentence, date)).map(withNameOf(sites)),
      ...(days ? [days] : []),
    ],
  };
}

/** The term that stands with the council elsewhere ("các đại biểu HĐND xã khóa XXII"), if it is always the same. */
function termOfMembers(mentions: Mentions, { folded }: Reading): MentionOf<"term"> | null {
  const all = mentions
    .of("term")
    .filter(({ start }) => councilBefore.test(folded.slice(Math.max(0, start - 60), start)));
  const [first = null] = all;
  return all.every(({ value }) => value.number === first?.value.number) ? first : null;
}

const councilBefore = swift(
  /(?<!\p{L})(?:hđnd|hội đồng nhân dân)(?: (?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)[^,;.:()\n]{0,30})?,? ?$/u,
);

/** The years in office stand right behind the term. */
const behind = ({ end }: Span): Span => ({ start: end, end: end + 40 });

function isOfCouncil({ folded }: Reading) {
  return ({ start, end }: Span) =>
    !otherCouncil.test(folded.slice(Math.max(0, start - 12), Math.min(folded.length, end + 12)));
}

/** From the session's name to the date, in the sentence that holds the date. */
function withNameOf(sites: readonly SessionSite[]) {
  return (date: Span): Span => hull([date, sites.find(({ sentence }) => covers(sentence, date))?.name]);
}
