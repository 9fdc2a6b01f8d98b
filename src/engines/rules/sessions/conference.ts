import type { Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { DraftSession, MentionId } from "../../draft.js";
import { wholeWords } from "../words.js";
import { placeOfBody } from "./areas.js";
import { type ConferenceSite, conferenceSites } from "./conference-sites.js";
import { congressOf, conveningPlace, organiser } from "./conveners.js";
import { firstOf, formIn, hull, namedElsewhere, placeIn, purposeAfter, surest, withoutFullStop } from "./details.js";
import { namesSession } from "./sites.js";

/** Below it a meeting is only mentioned. */
const leastScore = 5;
/** In news that is known to report one, that people attended it is enough: "Dự Đại hội có các đồng chí …". */
const leastAttended = 4;

/**
 * The conference, working meeting, press conference or congress that the document reports.
 * @param surely the document is known to report one; else a congress is none, and a date must stand beside the meeting
 */
export function conference(mentions: Mentions, reading: Reading, surely: boolean): DraftSession | null {
  const sites = conferenceSites(mentions, reading);
  const main = surest(sites);
  if (!main || main.score < (surely ? leastAttended : leastScore)) return null;
  const { sentence, noun } = main;
  const name = fullestName(sites, main);
  if (
    !surely &&
    (!main.reported || reading.folded.startsWith("đại hội", noun.start) || mentions.of("date", sentence).length === 0)
  )
    return null;
  const dates = mentions
    .of("date", sentence)
    .filter(({ start, end }) => end <= name.start || start >= name.end)
    .slice(0, 1);
  const convener = organiser(mentions, reading, main) ?? congressOf(mentions, reading, main);
  const body = convener && namedElsewhere(mentions, convener.value.type, convener);
  const convening = body ? null : conveningPlace(mentions, reading, main);
  const place = placeIn(reading, sentence, [name, ...dates]);
  const told = { start: name.start, end: Math.min(sentence.end, name.end + 60) };
  return {
    kind: "conference",
    name: [name],
    form: formIn(reading, [name]),
    number: nthOf(mentions, reading, [told, ...sites.map((site) => site.name)]),
    term: termOf(mentions, reading, sentence, told),
    mandate: mandateOf(mentions, reading, told) ?? electedFor(mentions, reading, noun),
    body: body?.id ?? null,
    area: body ? placeOfBody(mentions, reading, body) : (convening?.id ?? null),
    dates: dates.map(({ id }) => id),
    days: null,
    place,
    purpose: purposeAfter(reading, main.name, sentence) ?? purposeWithin(reading, main),
    evidence: [
      hull([main.name, ...dates, place, body && covers(sentence, body) ? body : null]),
      ...(name === main.name ? [] : [name]),
    ],
  };
}

/** Which congress or conference of its body: "Đại hội … lần thứ 24", as the first of the spans says that says it. */
function nthOf(mentions: Mentions, { folded }: Reading, spans: readonly Span[]): MentionId | null {
  const nth = (span: Span) => mentions.of("session", span).find(({ start }) => folded.startsWith("lần", start)) ?? null;
  return firstOf(spans, nth)?.id ?? null;
}

/** The term of a Party committee that meets: "BCH Đảng bộ huyện khóa VI tổ chức Hội nghị lần thứ 3". */
function termOf(mentions: Mentions, { folded }: Reading, sentence: Span, told: Span): MentionId | null {
  const within = { start: sentence.start, end: told.end };
  const term = mentions.of("term", within).find(({ start }) => {
    const before = folded.slice(within.start, start);
    return committee.test(before) && !/k[ỳì] họp|hđnd|hội đồng nhân dân/.test(before);
  });
  return term?.id ?? null;
}

const committee = wholeWords([
  "ban chấp hành",
  "bch",
  "đảng bộ",
  "đảng ủy",
  "huyện ủy",
  "tỉnh ủy",
  "thành ủy",
  "quận ủy",
]);

/** Years in office behind "kỳ họp" are the council's, not the conference's. */
function mandateOf(mentions: Mentions, reading: Reading, told: Span): MentionId | null {
  const [mandate] = mentions.of("mandate", told);
  return mandate && !namesSession(reading, { start: told.start, end: mandate.start }) ? mandate.id : null;
}

/** "Nhiệm kỳ 2025-2030, Đảng bộ phường phấn đấu …": a congress speaks of the years ahead that it elects for. */
function electedFor(mentions: Mentions, { folded }: Reading, noun: Span): MentionId | null {
  if (!folded.startsWith("đại hội", noun.start)) return null;
  const ahead = mentions
    .of("mandate")
    .filter(({ start }) =>
      /(?:^|[.\n] {0,4})(?:trong |bước vào |bước sang )?$/.test(folded.slice(Math.max(0, start - 16), start)),
    );
  const last = mentions.of("mandate").reduce((latest, { value }) => Math.max(latest, value.start), 0);
  return ahead.find(({ value }) => value.start === last)?.id ?? null;
}

/** Where the main sentence has only the noun ("họp báo"), the words of another that says more of the same. */
function fullestName(sites: readonly ConferenceSite[], main: ConferenceSite): Span {
  if (main.name.end > main.noun.end) return main.name;
  const fuller = sites.find(({ name, noun, score }) => score > 1 && name.end - noun.end > 4);
  return fuller?.name ?? main.name;
}

const matter = wholeWords(
  "sơ kết,tổng kết,đánh giá,giao ban,triển khai,thông tin,quán triệt,đóng góp ý kiến,lấy ý kiến,phổ biến,bàn,thảo luận,công bố,góp ý".split(
    ",",
  ),
);

/** What the name itself says that the meeting is for: "Hội nghị | sơ kết …", "buổi làm việc với … về | tình hình …". */
function purposeWithin({ folded }: Reading, { name, noun, sentence }: ConferenceSite): Span | null {
  const own = matter.test(folded.slice(noun.start, noun.end)) ? noun.start : null;
  if (own !== null) return { start: folded.startsWith("buổi ", own) ? own + "buổi ".length : own, end: name.end };
  // a second task after a semicolon is of the purpose, not of the name
  const end =
    folded[name.end] === ";" ? withoutFullStop(folded, { start: name.start, end: sentence.end }).end : name.end;
  const rest = folded.slice(noun.end, name.end);
  const about = /\svề\s(?:việc\s)?/.exec(rest);
  const verb = matter.exec(rest);
  if (verb && (!about || verb.index < about.index)) return { start: noun.end + verb.index, end };
  return about ? { start: noun.end + about.index + about[0].length, end } : null;
}
