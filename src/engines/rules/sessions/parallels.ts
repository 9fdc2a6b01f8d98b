import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { foldedWords } from "../../../vietnamese/text/fold.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers, distance } from "../../../vietnamese/text/span.js";
import { isCouncil, surest } from "./details.js";
import { leastHeldScore, mostTold, newsSites, type SessionSite } from "./sites.js";

type Council = MentionOf<"body">;

/**
 * Where the document names each council's session, one list a council. News may tell of several councils of one level
 * in turn: "Sáng 26/7, HĐND huyện A khai mạc kỳ họp thứ 6. … Cùng ngày, HĐND huyện B khai mạc …". All other sites
 * belong to the first, which the text speaks of most.
 */
export function sitesByCouncil(mentions: Mentions, reading: Reading): readonly (readonly SessionSite[])[] {
  const sites = newsSites(mentions, reading);
  const told = mostTold(sites).filter((site) => site.score >= leastHeldScore && convening(mentions, reading, site));
  const main = surest(told);
  const first = main && convening(mentions, reading, main);
  if (!first) return [sites];
  const others = new Map<string, SessionSite[]>();
  for (const site of sites) {
    const council = site.score < leastHeldScore ? null : convening(mentions, reading, site);
    if (!council || nameOf(council) === nameOf(first) || levelOf(council) !== levelOf(first)) continue;
    others.set(nameOf(council), [...(others.get(nameOf(council)) ?? []), site]);
  }
  const taken = new Set([...others.values()].flat());
  return [sites.filter((site) => !taken.has(site)), ...others.values()];
}

const farthest = 60;
/** The council of a post, or its members, hold nothing: "Chủ tịch HĐND huyện B dự kỳ họp". */
const notMeeting = swift(
  /(?<!\p{L})(?:chủ tịch|ct|pct|đại biểu|thường trực|tt|văn phòng|ban|ủy viên|nguyên|phó|nghị quyết(?: của)?)\s$/u,
);

/** The named council that the site's sentence says to hold the session, or whose session it names. */
function convening(mentions: Mentions, { folded }: Reading, { name, sentence }: SessionSite): Council | null {
  const named = mentions
    .of("body", sentence)
    .filter((body) => isCouncil(body) && body.value.area !== null && covers(sentence, body))
    .filter(({ start }) => !notMeeting.test(folded.slice(Math.max(sentence.start, start - 20), start)))
    .filter((body) => distance(body, name) <= farthest);
  return named.reduce<Council | null>(
    (best, one) => (best && distance(best, name) <= distance(one, name) ? best : one),
    null,
  );
}

const nameOf = ({ value }: Council): string => foldedWords(value.area?.name ?? "");
const levelOf = ({ value }: Council) => value.area?.level;
