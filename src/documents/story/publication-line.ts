import { fold } from "../../vietnamese/text/fold.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { foldedForm } from "../../vietnamese/text/reading.js";
import type { Line } from "../lines.js";
import { isoFromMachine, isoOf, type Moment } from "../moment.js";
import { pagePhrases } from "./page-phrases.js";

/** The line that a portal prints about a story: when it was published, how often it was read. */
export interface PublicationLine {
  readonly publishedAt: string;
  /** whether a word or a time says that this is the day of publication; a bare day may be anything */
  readonly sure: boolean;
}

const longest = 140;
const dayFirst = /(?<![\d.,/-])(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?!\d)/u;
const yearFirst = /(?<![\d.,/-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/u;
const inWords = /(?<!\d)(\d{1,2}) tháng (\d{1,2}),? (?:năm )?(\d{4})(?!\d)/u;
const clock = swift(/(?<![\d:])(\d{1,2}) ?(?::|h|g|giờ) ?(\d{2})(?::(\d{2}))?(?: ?(am|pm|sa|ch)(?!\p{L}))?/u);
/** "admin gửi vào T6, 2018-01-12 07:50", "Người đăng tin: Admin Ngày đăng tin: 30/12/2020", "Tác giả: A | 30/12/2020". */
const sender = swift(
  /^(?:\S{1,30} gửi (?:vào|lúc) (?:t[2-7]|cn|thứ \p{L}{2,4}),? |(?:người đăng(?: tin)?|tác giả|người viết|nguồn(?: tin)?) ?: ?[^:|]{1,40}?(?=\||ngày |đăng |cập nhật |\d))/u,
);
const zone = /\(?(?:gmt|utc)? ?\+ ?0?7(?::?00)?\)?/u;

/**
 * Reads a line that holds a day of publication and nothing of a story: what is left of it without the date, the time,
 * the words of portals and numbers is no letter. "Ngày đăng 16/06/2020 | 18:42 | Lượt xem: 119" is one; a date in words
 * needs a word of publication or a weekday before it, or it is a paper's own date.
 */
export function readPublicationLine(text: string): PublicationLine | null {
  if (text.length > longest || !/\d{4}/.test(text)) return null;
  const stamped = crawled.exec(text)?.[1];
  const machine = stamped ? isoFromMachine(stamped) : null;
  if (machine) return { publishedAt: machine, sure: true };
  const folded = fold(text)
    .replace(/t(?=\d\d:\d\d)/, " ")
    .replace(sender, "");
  const day = dayFirst.exec(folded) ?? yearFirst.exec(folded) ?? inWords.exec(folded);
  if (!day) return null;
  const rest = blank(folded, day);
  const time = clock.exec(rest);
  const words = wordsLeft(time ? blank(rest, time).replace(zone, " ") : rest);
  // a newsroom's line names its author first: "HOÀNG LAN 05:21, 21/09/2023"
  const named = time !== null && byline.test(text);
  if ((words.left && !named) || (day[0].includes("tháng") && !words.labelled)) return null;
  const publishedAt = isoOf(momentOf(day, time));
  return publishedAt ? { publishedAt, sure: words.labelled || time !== null } : null;
}

/** "publishTime: 2019-04-25T17:00:00.000+0000", as crawlers keep it */
const crawled =
  /^["']?(?:publish|posted|created|date)[\w-]*["']? ?[:=] ?["']?(\d{4}-\d{2}-\d{2}[T ][\d:.]+(?:Z|[+-][\d:]{4,5})?)["']?,?$/i;
const byline = /^(?:\p{Lu}[\p{L}.]* ){1,4}[-–|]? ?\d{1,2}[:h]\d{2}[,;]? ?[-–|]? ?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/u;
const stamp = swift(/^date (?<day>\d{4}-\d{2}(?:-\d{2})?) (?=[\p{L}("“]|\d{1,4} \p{L})/iu);

/** "… đạt 84% chỉ tiêu Ngày 15/8, HĐND phường …": behind a title that ends in no sign, a day with a capital opens the story. */
const storyBegins =
  /(?<=[\p{L}\d%)"”]) (?=(?:Ngày|Sáng|Chiều|Tối)(?: ngày)? \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?,? .{60})/u;

/**
 * "date 2025-08-08 Chính trị HĐND xã …": the day that a crawler's page puts before its title, on a line of its own; a
 * month alone goes, and so does the section's name. Where the crawler left title and story on one line, they are parted.
 */
export function withoutStamp(lines: readonly Line[]): readonly Line[] {
  const [first, ...others] = lines;
  const found = first && stamp.exec(first.text);
  if (!found) return lines;
  const [title = "", ...story] = withoutSection(first.text.slice(found[0].length)).split(storyBegins);
  const day = found.groups?.["day"] ?? "";
  return [
    { ...first, text: title, gap: true },
    ...(day.length === 10 ? [{ ...first, text: `date ${day}`, gap: false }] : []),
    ...(story.length > 0 ? [{ ...first, text: story.join(" "), gap: true, heading: false }] : []),
    ...others,
  ];
}

/** "Chính trị Phường An Hải …" without the section that the page prints before its title. */
function withoutSection(title: string): string {
  const section = pagePhrases.matchStart(title);
  const rest = section?.value === "menu" ? title.slice(section.end) : "";
  return /^ \p{Lu}\p{Ll}+ \p{Lu}/u.test(rest) ? rest.trimStart() : title;
}

/** The month that a crawler stamped before a title, "2025-08"; `null` where it stamped a day or nothing. */
export function stampedMonth([first]: readonly Line[]): string | null {
  const stamped = first && stamp.exec(first.text)?.groups?.["day"];
  return stamped?.length === 7 ? stamped : null;
}

function momentOf(written: RegExpExecArray, time: RegExpExecArray | null): Moment {
  const [first, month, last] = written.slice(1, 4).map(Number) as [number, number, number];
  const [year, day] = first > 31 ? [first, last] : [last, first];
  // "12/18/2012 2:38:30 PM": a server that was never told where it stands
  const [date, monthOfYear] = month > 12 && day <= 12 ? [month, day] : [day, month];
  if (!time) return { year, month: monthOfYear, day: date, time: null };
  const [hour, minute, second] = [Number(time[1]), Number(time[2]), Number(time[3] ?? 0)];
  return { year, month: monthOfYear, day: date, time: { hour: hourOfDay(hour, time[4]), minute, second } };
}

/** "05:40 PM" is 17:40; a clock of 24 hours with PM behind it is taken as it stands. "CH" is chiều, "SA" sáng. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (hour > 12 || !half) return hour;
  const afternoon = half === "pm" || half === "ch";
  return (hour % 12) + (afternoon ? 12 : 0);
}

function wordsLeft(folded: string): { left: boolean; labelled: boolean } {
  let labelled = false;
  let rest = "";
  let from = 0;
  for (const match of pagePhrases.matchAll(foldedForm(folded))) {
    if (match.value === "menu") continue;
    labelled ||= match.value === "date";
    rest += folded.slice(from, match.start);
    from = match.end;
  }
  return { left: /\p{L}/u.test(rest + folded.slice(from)), labelled };
}

function blank(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
}
