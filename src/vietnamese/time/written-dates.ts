import { matchAt, swift, wordEnd, wordStart } from "../text/patterns.js";
import { oncePerReading, type Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { placesOf } from "../text/word-places.js";
import { isoDay } from "./calendar.js";
import {
  type DateLead,
  leadOpenings,
  leadStart,
  type PartOfDay,
  partOfDayPattern,
  readDateLead,
} from "./date-leads.js";
import { countsSomething, yearPattern } from "./time-words.js";

/** A day as it is printed; what the text leaves out is `null`. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

/** One day, or a row of days ("ngày 20 và 21-7") of which the last names its month. */
export interface WrittenDate extends Span {
  readonly first: WrittenDay;
  readonly last: WrittenDay;
  readonly partOfDay: PartOfDay | null;
  readonly rule: string;
}

const starts = swift(`${wordStart}(?<!\\p{N}[.,/-])${leadStart}`, "y");
const dayNumeral = "(?:mùng |mồng )?(?<day>0?[1-9]|[12]\\d|3[01])";
const monthNumeral = "(?<month>0?[1-9]|1[0-2])";
/** 20/9/2023, 20-9, 20- 9, 20.9, 20/9 năm 2023: the marks within one date are alike, and no further part follows */
const numeric = swift(
  `${dayNumeral}(?<mark> ?/ ?|[.-]|- (?!\\d{1,2} tháng))${monthNumeral}(?:(?:\\k<mark>| năm )(?<year>${yearPattern}))?(?!\\d|\\k<mark>\\d|/[\\p{L}\\d])`,
  "y",
);
const worded = swift(
  `${dayNumeral}(?: |/)tháng ${monthNumeral}${wordEnd}(?:(?: năm | ?[/-] ?)(?<year>${yearPattern}))?(?!/[\\p{L}\\d])`,
  "y",
);
const dayAlone = swift(`${dayNumeral}(?![\\p{L}\\p{N}]|[/.]\\d|,\\d{3})`, "y");
const iso = swift(`(?<year>${yearPattern})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?![\\d/-])`, "y");
const joint = swift(`(?<join> ?[,&-] ?| và | đến | tới )(?:hết )?(?:${partOfDayPattern} )?(?<word>ngày )?`, "y");
/** "từ 5/7 lên 7/7 thôn" tells how a count grew */
const changes = swift(" (?:lên|xuống|còn)", "y");
const lunarCalendar = swift(" ?\\(?âm lịch", "y");

/** A row of more days than this is no date; the bound keeps reading linear. */
const mostDays = 12;

interface Piece extends WrittenDay {
  readonly end: number;
  readonly mark: string | null;
}

/**
 * All days in the text, with or without a year, in order. Days that no calendar has (31/2), days of the lunar calendar
 * and counts that look like days ("8/8 tổ dân phố") are none.
 */
export const findWrittenDates = oncePerReading((reading: Reading): readonly WrittenDate[] => {
  const found: WrittenDate[] = [];
  let end = 0;
  for (const place of placesOf(reading, leadOpenings)) {
    const match = place < end ? null : matchAt(starts, reading.folded, place);
    if (!match) continue;
    const date = readIsoDate(reading.folded, place) ?? readDate(reading, place);
    if (date) found.push(date);
    end = date?.end ?? place + match[0].length;
  }
  return found;
});

function readIsoDate(folded: string, at: number): WrittenDate | null {
  const match = matchAt(iso, folded, at);
  const day = match && pieceOf(match, at);
  if (!day || !isReal(day)) return null;
  return { start: at, end: day.end, first: day, last: day, partOfDay: null, rule: "yyyy-mm-dd" };
}

function readDate(reading: Reading, at: number): WrittenDate | null {
  const { folded } = reading;
  const lead = readDateLead(folded, at);
  const row = readRow(reading, lead);
  const [first, last] = [row[0], row.at(-1)];
  // "Nghị quyết số 31 ngày 6/9/2016"
  if (lead.counted && row.length < 2) return null;
  if (!first || !last || matchAt(lunarCalendar, folded, last.end)) return null;
  const proven =
    lead.strength === "sure" || last.year !== null || (lead.strength === "likely" && closes(folded, row, last));
  if (!proven) return null;
  const end = lead.bracket && folded.charAt(last.end) === ")" ? last.end + 1 : last.end;
  const form = last.year === null ? "d/m" : "d/m/yyyy";
  const rule = `${lead.rule}${row.length > 1 ? "row of " : ""}${form}`;
  return { start: at, end, first, last, partOfDay: row.length > 1 ? null : lead.partOfDay, rule };
}

/** The days behind a lead that run forward in time, up to the last that names its month. */
function readRow(reading: Reading, lead: DateLead): readonly Piece[] {
  const { folded } = reading;
  const row: Piece[] = [];
  for (let at = lead.end, named = lead.strength === "sure"; row.length < mostDays; ) {
    const day = readPiece(folded, at);
    const before = row.at(-1);
    if (!day || (before && !follows(before, day))) break;
    if (!named && day.month !== null && day.year === null && countsSomething(reading, day.end)) {
      // in "từ 5/7 đến 7/7 chỉ tiêu" the beginning counts what the end counts
      if (lead.strength !== "sure") return [];
      break;
    }
    row.push(day);
    const join = matchAt(joint, folded, day.end);
    if (!join || !mayJoin(day, join, lead)) break;
    named = join.groups?.["word"] !== undefined;
    at = day.end + join[0].length;
  }
  while (row.at(-1)?.month === null) row.pop();
  return row.every(isReal) ? row : [];
}

function readPiece(folded: string, at: number): Piece | null {
  const match = matchAt(worded, folded, at) ?? matchAt(numeric, folded, at) ?? matchAt(dayAlone, folded, at);
  return match && pieceOf(match, at);
}

function pieceOf(match: RegExpExecArray, at: number): Piece {
  const { day, month, year, mark } = match.groups ?? {};
  return {
    day: Number(day),
    month: month ? Number(month) : null,
    year: year ? Number(year) : null,
    end: at + match[0].length,
    mark: mark?.trim() ?? null,
  };
}

/** Commas and "và" join days to the year at the row's end: after a year of its own a day stands alone. */
function mayJoin(day: WrittenDay, join: RegExpExecArray, lead: DateLead): boolean {
  const mark = join.groups?.["join"]?.trim() ?? "";
  const named = join.groups?.["word"] !== undefined;
  // "Phường 1, ngày 12/12/2023"
  if (lead.strength === "none" && (mark !== "-" || named)) return false;
  if (mark === "-" || mark === "đến" || mark === "tới") return true;
  return day.year === null && !(mark === "," && named && day.month !== null);
}

/** Whether `later` can stand behind `earlier` in a row: later in the year, or past the turn of the year. */
function follows(earlier: WrittenDay, later: WrittenDay): boolean {
  if (earlier.month === null) return earlier.day < later.day;
  if (later.month === null) return true;
  // "18/11/1930 - 18/11/2020" are two days of an anniversary
  if (earlier.year !== null && later.year !== null && earlier.year !== later.year)
    return later.year === earlier.year + 1;
  if (earlier.month !== later.month) return earlier.month < later.month || (earlier.month >= 11 && later.month <= 2);
  return earlier.day < later.day;
}

/** A day without a year may be the 29th of February. */
function isReal({ day, month, year }: WrittenDay): boolean {
  return month === null || isoDay(year ?? 2024, month, day) !== null;
}

/** After a mere "từ" or "đến", 5-7 and 3.5 are amounts unless they make a range of days and end a clause. */
function closes(folded: string, row: readonly Piece[], last: Piece): boolean {
  if (matchAt(changes, folded, last.end)) return false;
  if (row.every(({ mark }) => mark === "/" || mark === null)) return true;
  const clauseEnds = /^ {0,3}(?:[,;)\n]|$)/.test(folded.slice(last.end, last.end + 4));
  return clauseEnds && (row.length > 1 || last.mark === ".");
}
