import type { Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";
import { placeOfBody } from "./areas.js";
import { adoptionDate } from "./dates.js";
import { councilBody, firstOf, formIn, hull, isCouncil, nearest } from "./details.js";
import type { SessionSite } from "./sites.js";
import { adopted, mostTold, resolutionSites } from "./sites.js";

/** The session that adopted a resolution: from the lines of its heading and from the sentence that closes it. */
export function adoptingSession(mentions: Mentions, reading: Reading): DraftSession | null {
  const sites = resolutionSites(mentions, reading);
  const own = mostTold(sites);
  const [main] = own;
  if (!main) return null;
  const closing = own.find(({ sentence }) => adopted.test(reading.folded.slice(sentence.start, sentence.end)));
  const told = own.map((site) => site.sentence);
  const above = { start: Math.max(0, main.sentence.start - 120), end: main.sentence.end };
  const body = councilBody(mentions, [main.sentence, above, ...told]);
  const term = firstOf(told, (span) => nearest(mentions.of("term", span), main.name));
  const mandate = firstOf(told, (span) => nearest(mentions.of("mandate", span), main.name));
  const date = closing ? adoptionDate(mentions, reading, closing) : null;
  const inside = (site: SessionSite) => {
    const own = [
      ...mentions.of("term", site.sentence),
      nearest(mentions.of("body", site.sentence).filter(isCouncil), site.name),
    ];
    return hull([
      site.name,
      ...[term, mandate, date, body, ...own].filter((span) => span && covers(site.sentence, span)),
    ]);
  };
  const heading = hull([inside(main), term && covers(above, term) ? term : null]);
  const evidence = closing && closing !== main ? [heading, inside(closing)] : [heading];
  return {
    kind: "council_session",
    name: [main.name],
    form: formIn(reading, [main.name, ...own.map(({ name }) => name)]),
    number: main.number === null ? null : main.id,
    term: term?.id ?? null,
    mandate: mandate?.id ?? null,
    body: body?.id ?? null,
    area: placeOfBody(mentions, reading, body),
    dates: date ? [date.id] : [],
    days: null,
    place: null,
    purpose: null,
    evidence: body && !evidence.some((span) => covers(span, body)) ? [hull([body]), ...evidence] : evidence,
  };
}
