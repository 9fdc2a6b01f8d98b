import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { allMatches, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { trim } from "../../../vietnamese/text/sentences.js";
import { distance, type Span } from "../../../vietnamese/text/span.js";
import type { DraftSession } from "../../draft.js";
import { beginningWith, wholeWords } from "../words.js";

type Form = DraftSession["form"];

/** Verbs of holding a meeting: a sentence with one of them reports it. */
export const conveningVerb = wholeWords(
  `tổ chức,khai mạc,bế mạc,tiến hành,diễn ra,họp,hoàn thành,bước sang,bước vào,triệu tập,chủ trì,chủ tọa,đồng chủ trì,tham dự,
  kết thúc,được tổ chức,có buổi,có cuộc`.split(/,\s*/),
);

const forms: readonly (readonly [RegExp, Form])[] = [
  // "hội nghị giao ban và chuyên đề về …" had that too
  [swift(/(?<!và )(?<!\p{L})chuyên đề(?!\p{L})/u), "thematic"],
  [wholeWords(["bất thường", "đột xuất", "không thường lệ", "phát sinh đột xuất"]), "extraordinary"],
  [wholeWords(["thường lệ", "thường kỳ", "thường kì"]), "regular"],
];

/** The form of session that the words name, if any. */
function formOf(folded: string): Form {
  return forms.find(([words]) => words.test(folded))?.[1] ?? null;
}

const placeEnd = /[,;.\n]|\s-\s|\s(?:(?:đã|đang|sẽ|vừa)\s|tổ chức|khai mạc|diễn ra|nhằm|để|với sự|do\s|dưới sự|vào\s)/;
const noPlace = beginningWith(
  `kỳ họp,hội nghị,buổi,cuộc,phiên,đại hội,địa phương,các,đây,đó,cuộc họp,họp báo,lễ,tổ,báo cáo,nghị quyết,tờ trình,
  thời điểm,thông báo,công văn,quyết định,khoản,điều,chương trình,một số,những`.split(/,\s*/),
);

const placeWord = swift(/(?<![\p{L}\p{N}])tại\s/gu);
const sessionNamed = swift(/(?<!(?:các|những)\s)kỳ họp\s[\p{L}\s]{1,20}/gu);

/**
 * Where the sentence says that it met: the words after "tại", up to a comma or a verb.
 * @param anchors behind one of these, behind a comma or a verb of meeting, "tại" tells the place of the meeting
 */
export function placeIn({ text, folded }: Reading, sentence: Span, anchors: readonly Span[]): Span | null {
  for (const { index } of allMatches(placeWord, folded.slice(sentence.start, sentence.end))) {
    const from = sentence.start + index;
    const before = folded.slice(sentence.start, from).trimEnd();
    const anchored =
      anchors.some(({ end }) => end === sentence.start + before.length) || meetingBefore.test(before.slice(-24));
    const start = from + "tại ".length;
    const rest = folded.slice(start, Math.min(sentence.end, start + 160));
    if (!anchored || noPlace.test(rest)) continue;
    const end = start + (placeEnd.exec(rest)?.index ?? rest.length);
    const place = trim(text, { start, end });
    if (place.end - place.start > 2) return place;
  }
  return null;
}

const meetingBefore = /(?:^|[,)\d]|diễn ra|tổ chức|khai mạc|bế mạc|họp|làm việc|(?:sáng|chiều|tối|hôm) (?:nay|qua))$/;
const aim = /^\s?,?\s?(?:sẽ(?=\s(?:xem xét|thông qua|thảo luận))|nhằm mục đích|với mục đích|nhằm|để)\s/;
const aimVerb = beginningWith(["xem xét", "thông qua", "đánh giá", "thảo luận", "bàn", "quyết định", "cho ý kiến"]);
const purposeEnd = /[;\n]|\s(?:vào (?:sáng|chiều|ngày)|với sự (?:tham dự|có mặt|tham gia)|do (?:đồng chí|ông|bà))\s/;

/** The clause after the meeting's name that says what for: after "nhằm", "để", or a verb of deciding. */
export function purposeAfter({ text, folded }: Reading, name: Span, sentence: Span): Span | null {
  const rest = folded.slice(name.end, sentence.end);
  const marker = aim.exec(rest);
  const lead = marker?.[0].length ?? (aimVerb.test(rest.trimStart()) ? rest.length - rest.trimStart().length : null);
  if (lead === null) return null;
  const start = name.end + lead;
  const words = folded.slice(start, sentence.end);
  const end = start + (purposeEnd.exec(words)?.index ?? words.length);
  return withoutFullStop(text, trim(text, { start, end }));
}

/** The span without the signs that end a sentence. */
export function withoutFullStop(text: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && ".,;:/ ".includes(text.charAt(end - 1))) end--;
  return { start: span.start, end };
}

/** The smallest span over all of the given ones. */
export function hull(spans: readonly (Span | null | undefined)[]): Span {
  const all = spans.filter((span) => span !== null && span !== undefined);
  return {
    start: all.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: all.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

/** The mention of the list that is nearest to the span. */
export function nearest<Found extends Span>(mentions: readonly Found[], to: Span): Found | null {
  return mentions.reduce<Found | null>(
    (best, one) => (best && distance(best, to) <= distance(one, to) ? best : one),
    null,
  );
}

/** The council whose place is named, in the first of the spans that holds one; else one with a bare type word. */
function councilIn(mentions: Mentions, spans: readonly Span[]): MentionOf<"body"> | null {
  const bodies = spans.flatMap((span) => mentions.of("body", span)).filter(isCouncil);
  return bodies.find(({ value }) => value.area) ?? bodies.find(({ value }) => value.areaWord) ?? bodies[0] ?? null;
}

/** A body that stands with a bare type word is the one of that type whose place the text names elsewhere. */
export function namedElsewhere(
  mentions: Mentions,
  type: string,
  body: MentionOf<"body"> | null,
): MentionOf<"body"> | null {
  if (body?.value.area) return body;
  const named = mentions.of("body").find(({ value }) => {
    const fits = !body?.value.areaWord || value.area?.type === body.value.areaWord;
    return value.type === type && value.area !== null && fits;
  });
  return named ?? body;
}

/** The council with a named place; where the sentence has only its type of place, one of that type from elsewhere. */
export function councilBody(mentions: Mentions, told: readonly Span[]): MentionOf<"body"> | null {
  const body = councilIn(mentions, told.slice(0, 1)) ?? councilIn(mentions, told);
  return namedElsewhere(mentions, "HĐND", body);
}

/** The form that the name tells, or "kỳ họp thường kỳ …" in one of the sentences. */
export function formIn({ folded }: Reading, spans: readonly Span[]): DraftSession["form"] {
  const [name, ...told] = spans;
  const named = name ? formOf(folded.slice(name.start, name.end)) : null;
  if (named) return named;
  for (const { start, end } of told) {
    // the sentence after may say it: "Đây là kỳ họp chuyên đề thứ hai trong năm"
    const said = allMatches(sessionNamed, folded.slice(start, end + 60));
    const form = said.map(([words]) => formOf(words)).find((one) => one !== null);
    if (form) return form;
  }
  return null;
}

/** The site with the highest score, the first of equals. */
export function surest<Site extends { readonly score: number }>(sites: readonly Site[]): Site | null {
  return sites.reduce<Site | null>((best, site) => (best && best.score >= site.score ? best : site), null);
}

/** What the first of the spans that holds it gives. */
export function firstOf<Value>(spans: readonly Span[], find: (span: Span) => Value | null): Value | null {
  for (const span of spans) {
    const found = find(span);
    if (found !== null) return found;
  }
  return null;
}

/** Whether the body is a people's council. */
export const isCouncil = ({ value }: MentionOf<"body">): boolean => value.type === "HĐND";
