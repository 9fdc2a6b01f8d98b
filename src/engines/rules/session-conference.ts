import type { MentionOf, Mentions } from "../../mentions/mention.js";
import { allMatches, swift } from "../../vietnamese/patterns.js";
import type { Reading } from "../../vietnamese/reading.js";
import { lines } from "../../vietnamese/sentences.js";
import { covers, type Span } from "../../vietnamese/span.js";
import type { DraftSession, MentionId } from "../draft.js";
import { placeOfBody } from "./session-areas.js";
import {
  conveningVerb,
  formIn,
  hull,
  namedElsewhere,
  placeIn,
  purposeAfter,
  surest,
  withoutFullStop,
} from "./session-details.js";
import { boundedSentences } from "./session-sentences.js";
import { namesSession } from "./session-sites.js";
import { spanOf, wholeWords } from "./words.js";

/** Meetings other than a council's session. */
const meetingNouns = [
  "hội nghị",
  "buổi làm việc",
  "cuộc làm việc",
  "phiên họp",
  "cuộc họp",
  "buổi họp báo",
  "họp báo",
  "buổi họp",
  "đại hội",
  "buổi thông tin",
  "buổi gặp mặt",
  "buổi đối thoại",
  "hội nghị đối thoại",
  "buổi tiếp xúc cử tri",
  "hội thảo",
  "tọa đàm",
];
/** "tổ chức tổng kết …", "UBND xã sơ kết tình hình …": the verb stands for the meeting. */
const meetingVerbs =
  "(?:sơ|tổng) kết(?![\\p{L}\\p{N}])(?:(?<=tổ chức\\s.{2,4} kết)|(?<=(?:ubnd|đảng ủy)\\s[^,;.\\n]{3,40}\\s.{2,4} kết)(?=\\s(?:tình hình|công tác|nhiệm vụ|năm|việc)))";
const meeting = swift(`${wholeWords(meetingNouns).source}|${meetingVerbs}`, "gu");
const notReported =
  /(?:các|những|nhiều|mỗi|nghị quyết|trung tâm|phòng|chào mừng|tiến tới|sau|trước|\d|dự thảo|nhà|hội trường|văn kiện)\s$/u;
const national =
  /^\s(?:(?:đại biểu )?(?:đảng )?toàn quốc|trung ương|lần thứ [\p{L}\d]+ của đảng|đảng các cấp|đảng (?=lần)|thể dục|thể thao|tdtt)/u;
const quoted = wholeWords("theo chỉ đạo,theo kết luận,kết luận của,chỉ đạo của,ý kiến của".split(","));
const nameEnd =
  /[;\n]|\s(?:nhằm|để|với sự|với mục đích|vào (?:sáng|chiều|ngày|lúc)|ngày \d|sáng (?:nay|\d)|chiều (?:nay|\d)|tại\s(?!địa |các |cơ sở)|(?:với|có) chủ đề|có (?:các|sự|đồng chí|ông|bà|đại diện)\s|do\s|đã\s|được tổ chức|diễn ra|làm việc (?:phiên|trong)|bước vào|dưới sự|theo hình thức|bằng hình thức|trực tuyến (?:với|đến))|,\s(?=nhằm|để|tại|với sự|do|chủ tịch|phó|bí thư|giám đốc|đồng chí|ông|bà|đại diện)/u;

interface Site {
  readonly name: Span;
  readonly noun: Span;
  readonly sentence: Span;
  readonly score: number;
  /** a verb holds it, or somebody speaks at it */
  readonly reported: boolean;
}

/** Below it a meeting is only mentioned. */
const leastScore = 5;
/** In news that is known to report one, that people attended it is enough: "Dự Đại hội có các đồng chí …". */
const leastAttended = 4;

/**
 * The conference, working meeting, press conference or congress that the document reports.
 * @param surely the document is known to report one; else a congress is none, and a date must stand beside the meeting
 */
export function conference(mentions: Mentions, reading: Reading, surely: boolean): DraftSession | null {
  const sites = sitesOf(mentions, reading);
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
  const convener = organiser(mentions, reading, main);
  const body = convener && namedElsewhere(mentions, convener.value.type, convener);
  const convening = body ? null : conveningPlace(mentions, reading, main);
  const place = placeIn(reading, sentence, [name, ...dates]);
  const told = { start: name.start, end: Math.min(sentence.end, name.end + 60) };
  return {
    kind: "conference",
    name: [name],
    form: formIn(reading, [name]),
    number: mentions.of("session", told).find(({ start }) => reading.folded.startsWith("lần", start))?.id ?? null,
    term: termOf(mentions, reading, sentence, told),
    mandate: mandateOf(mentions, reading, told),
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

/** The term of a Party committee that meets: "BCH Đảng bộ huyện khóa VI tổ chức Hội nghị lần thứ 3". */
function termOf(mentions: Mentions, { folded }: Reading, sentence: Span, told: Span): MentionId | null {
  const within = { start: sentence.start, end: told.end };
  const term = mentions.of("term", within).find(({ start }) => {
    const before = folded.slice(within.start, start);
    return committee.test(before) && !/k[ỳì] họp|hđnd|hội đồng nhân dân/u.test(before);
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

/** Where the main sentence has only the noun ("họp báo"), the words of another that says more of the same. */
function fullestName(sites: readonly Site[], main: Site): Span {
  if (main.name.end > main.noun.end) return main.name;
  const fuller = sites.find(({ name, noun, score }) => score > 1 && name.end - noun.end > 4);
  return fuller?.name ?? main.name;
}

function sitesOf(mentions: Mentions, reading: Reading): readonly Site[] {
  const { text, folded } = reading;
  const sites: Site[] = [];
  for (const [index, line] of lines(reading).entries()) {
    if (folded.slice(line.start, line.end).search(meeting) < 0) continue;
    for (const sentence of boundedSentences(reading, line))
      for (const match of allMatches(meeting, folded.slice(sentence.start, sentence.end))) {
        const noun = spanOf(match, sentence.start);
        const before = folded.slice(Math.max(sentence.start, noun.start - 16), noun.start);
        if (notReported.test(before) || national.test(folded.slice(noun.end, noun.end + 40))) continue;
        const name = withoutFullStop(text, { start: noun.start, end: nameEndOf(reading, noun, sentence) });
        const { score, reported } = report(mentions, reading, name, noun, sentence);
        sites.push({ noun, name, sentence, score: score + (index < 6 ? 1 : 0), reported });
      }
  }
  return sites;
}

function nameEndOf({ folded }: Reading, noun: Span, sentence: Span): number {
  const rest = folded.slice(noun.end, sentence.end);
  return noun.end + (nameEnd.exec(rest)?.index ?? rest.length);
}

/** How surely the sentence reports that the meeting was held. */
function report(
  mentions: Mentions,
  { folded, text }: Reading,
  name: Span,
  noun: Span,
  sentence: Span,
): Pick<Site, "score" | "reported"> {
  const before = { start: sentence.start, end: noun.start };
  const held =
    conveningVerb.test(folded.slice(before.start, before.end)) ||
    conveningVerb.test(folded.slice(name.end, name.end + 30));
  const date = mentions.of("date", sentence).length > 0;
  const body = mentions.of("body", before).length > 0;
  const described = name.end - noun.end > 12;
  const heading = text.slice(sentence.start, sentence.end) === text.slice(sentence.start, sentence.end).toUpperCase();
  const spoken = /tại\s$/u.test(folded.slice(Math.max(sentence.start, noun.start - 4), noun.start));
  // "Dự Đại hội có các đồng chí …"
  const attended = /(?<!\p{L})dự\s$/u.test(folded.slice(Math.max(sentence.start, noun.start - 8), noun.start));
  const peopled = attended && mentions.of("person", sentence).length > 0;
  const heard = spoken && mentions.of("person", sentence).length > 0;
  if (quoted.test(folded.slice(before.start, before.end))) return { score: 0, reported: false };
  const score =
    (heard ? 2 : 0) +
    (peopled ? 3 : 0) +
    (held ? 3 : 0) +
    (date ? 3 : 0) +
    (body ? 1 : 0) +
    (described ? 2 : 0) -
    (heading ? 3 : 0);
  return { score, reported: held || heard };
}

/** Who convenes: the body of the meeting's "của", else the last one before the verb, else one "do … tổ chức". */
function organiser(mentions: Mentions, { folded }: Reading, { name, noun, sentence }: Site): MentionOf<"body"> | null {
  const owner = mentions.of("body", name)[0];
  if (owner && /^\s(?:của\s|đại biểu\s)?(?:thường trực\s)?$/u.test(folded.slice(noun.end, owner.start))) return owner;
  const all = mentions.of("body", { start: sentence.start, end: noun.start });
  const before = all.filter((body) => !all.some((other) => other !== body && covers(other, body)));
  // "tại Hội trường UBND phường" is where, not who
  const convening = before.filter(
    ({ start }) => !/tại\s[^,;]{0,60}$/u.test(folded.slice(Math.max(sentence.start, start - 64), start)),
  );
  const byAgent = mentions.of("body", { start: name.end, end: sentence.end })[0];
  return (
    convening.at(-1) ?? (byAgent && /do\s$/u.test(folded.slice(byAgent.start - 4, byAgent.start)) ? byAgent : null)
  );
}

const convenes = /^\s(?:(?:đã|vừa|long trọng)\s){0,2}(?:tổ chức|tiến hành|khai mạc)\s(?:thành công\s)?$/u;
const whereNotWho = /(?:tại|ở|của|với|trên địa bàn|nhân dân|cán bộ)\s$/u;

/** The place whose name stands for its authorities: "phường Tân Lập tổ chức hội nghị". */
function conveningPlace(mentions: Mentions, { folded }: Reading, { noun, sentence }: Site): MentionOf<"area"> | null {
  const area = mentions.of("area", { start: sentence.start, end: noun.start }).at(-1);
  if (!area || !convenes.test(folded.slice(area.end, noun.start))) return null;
  return whereNotWho.test(folded.slice(Math.max(sentence.start, area.start - 16), area.start)) ? null : area;
}

const matter = wholeWords(
  "sơ kết,tổng kết,đánh giá,giao ban,triển khai,thông tin,quán triệt,đóng góp ý kiến,lấy ý kiến,phổ biến,bàn,thảo luận,công bố,góp ý".split(
    ",",
  ),
);

/** What the name itself says that the meeting is for: "Hội nghị | sơ kết …", "buổi làm việc với … về | tình hình …". */
function purposeWithin({ folded }: Reading, { name, noun, sentence }: Site): Span | null {
  const own = matter.test(folded.slice(noun.start, noun.end)) ? noun.start : null;
  if (own !== null) return { start: folded.startsWith("buổi ", own) ? own + "buổi ".length : own, end: name.end };
  // a second task after a semicolon is of the purpose, not of the name
  const end =
    folded[name.end] === ";" ? withoutFullStop(folded, { start: name.start, end: sentence.end }).end : name.end;
  const rest = folded.slice(noun.end, name.end);
  const about = /\svề\s(?:việc\s)?/u.exec(rest);
  const verb = matter.exec(rest);
  if (verb && (!about || verb.index < about.index)) return { start: noun.end + verb.index, end };
  return about ? { start: noun.end + about.index + about[0].length, end } : null;
}
