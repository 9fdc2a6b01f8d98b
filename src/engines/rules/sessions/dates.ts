import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { findMeetingDays } from "../../../vietnamese/time/meeting-days.js";
import { wholeWords } from "../words.js";
import { boundedSentences } from "./sentences.js";
import type { SessionSite } from "./sites.js";
import { adopted, leastHeldScore } from "./sites.js";

const lasting = wholeWords(["diễn ra", "kéo dài", "làm việc trong"]);

/** The day of the main sentence, then what other sentences add: its part of the day, or the last day of several. */
export function datesHeld(
  mentions: Mentions,
  reading: Reading,
  main: SessionSite,
  sites: readonly SessionSite[],
): readonly MentionOf<"date">[] {
  const inMain = heldDates(mentions, reading, main.sentence);
  const others = sites
    .filter(
      (site) => site !== main && (site.number === main.number || site.number === null) && site.score > leastHeldScore,
    )
    .flatMap((site) => heldDates(mentions, reading, site.sentence));
  const [first = others[0] ?? openingDate(mentions, reading)] = inMain;
  if (!first) return [];
  const sameStart = [first, ...inMain, ...others].filter(({ value }) => value.start === first.value.start);
  const timed = first.value.partOfDay ? first : (sameStart.find(({ value }) => value.partOfDay) ?? first);
  const longest = sameStart.reduce((a, b) => (b.value.end > a.value.end ? b : a));
  const closing = inMain.find((date) => date.value.start > longest.value.end && isLasting(reading, first, date));
  const last = closing ?? longest;
  return last === timed ? [timed] : timed.value.end >= last.value.end ? [timed] : [timed, last];
}

const closes = wholeWords(["bế mạc", "kết thúc", "hoàn thành"]);
const opens = wholeWords(["khai mạc", "bắt đầu", "mở đầu"]);
/** A council sits no longer; more days are those of a campaign. */
const longestSession = 10;

/** The words that tell its length where the dates are the day of closing alone: "bế mạc chiều 5/7, sau 3 ngày làm việc". */
export function daysHeld(
  reading: Reading,
  dates: readonly MentionOf<"date">[],
  sites: readonly SessionSite[],
  mentions: Mentions,
): Span | null {
  const [day] = dates;
  if (!day || dates.some(({ value }) => value.start !== day.value.start || value.end !== day.value.start)) return null;
  const closing = sites.some(({ sentence }) => {
    const words = reading.folded.slice(sentence.start, sentence.end);
    const sameDay = mentions.of("date", sentence).some(({ value }) => value.end === day.value.end);
    return sameDay && closes.test(words) && !opens.test(words);
  });
  if (!closing) return null;
  const days = findMeetingDays(reading).find(({ value }) => value > 1 && value <= longestSession);
  return days ? { start: days.start, end: days.end } : null;
}

/** "tại phiên họp chiều nay (12/9)": a date of the first lines beside a word for the meeting. */
function openingDate(mentions: Mentions, reading: Reading): MentionOf<"date"> | undefined {
  return lines(reading)
    .slice(0, 5)
    .flatMap((line) => boundedSentences(reading, line))
    .filter(({ start, end }) => /phiên họp|phiên làm việc|kỳ họp/.test(reading.folded.slice(start, end)))
    .flatMap((sentence) => heldDates(mentions, reading, sentence))[0];
}

function isLasting({ folded }: Reading, first: Span, last: Span): boolean {
  return lasting.test(folded.slice(Math.max(first.end, last.start - 60), last.end));
}

/** Dates of the sentence that are no paper's and no deadline. */
function heldDates(mentions: Mentions, { folded }: Reading, sentence: Span): readonly MentionOf<"date">[] {
  return mentions
    .of("date", sentence)
    .filter(
      ({ start }) =>
        !/(?:trước|đến hết|tính đến|kể từ|số [^\s]{1,24},?)\s(?:ngày\s)?$/.test(
          folded.slice(Math.max(0, start - 40), start),
        ),
    );
}

/** The day of "thông qua ngày …" in the sentence that closes a resolution. */
export function adoptionDate(mentions: Mentions, { folded }: Reading, closing: SessionSite): MentionOf<"date"> | null {
  const from = folded.slice(closing.sentence.start, closing.sentence.end).search(adopted);
  const after = { start: closing.sentence.start + Math.max(0, from), end: closing.sentence.end };
  const date = mentions.of("date", after)[0] ?? null;
  return date && date.start - after.start < 24 ? date : null;
}
