import { findCongresses } from "./congresses.js";
import { readOrdinal } from "./numbers/ordinal-numerals.js";
import { readRoman } from "./numbers/romans.js";
import { anyOf, matchAt, swift, wordEnd, wordStart } from "./text/patterns.js";
import type { Found, Reading } from "./text/reading.js";
import { matchesAt, opening } from "./text/word-places.js";
import { yearPattern } from "./time/time-words.js";

/** Which kỳ họp, its number running over all sessions of a term whatever their form; or which congress, without form. */
export interface SessionOrdinal {
  readonly number: number | null;
  readonly form: "regular" | "thematic" | "extraordinary" | null;
}

/** Forms of session: Law 77/2015/QH13 art. 78, Law 72/2025/QH15; "không thường lệ" is the National Assembly's word. */
const sessionForms: Readonly<Record<string, Exclude<SessionOrdinal["form"], null>>> = {
  "thường lệ": "regular",
  "thường kỳ": "regular",
  "thường kì": "regular",
  "chuyên đề": "thematic",
  "bất thường": "extraordinary",
  "đột xuất": "extraordinary",
  "không thường lệ": "extraordinary",
  "không thường kỳ": "extraordinary",
};

const formWords = anyOf(Object.keys(sessionForms));
const season = `(?: (?:giữa|cuối|đầu) năm)?(?: (?:năm )?${yearPattern})?`;
const sessionOpenings = opening(["kỳ", "kì"]);
/** "kỳ họp …", and the "kỳ thứ 8" of "HĐND xã họp kỳ thứ 8" */
const session = swift(
  `${wordStart}(?:k[ỳì] họp${wordEnd}(?: (?<form>${formWords})${wordEnd})?|(?<=họp )k[ỳì](?= (?:lần )?thứ${wordEnd}))`,
  "y",
);
const seasonOfYear = swift(season, "y");
const bracketed = swift(
  `(?: ?\\((?:(?:k[ỳì] )?họp )?(?:(?<form>${formWords})(?: (?:lần )?(?:thứ )?[\\p{L}\\d]{1,6})?${season}|(?:giữa|cuối|đầu) năm(?: (?:năm )?${yearPattern})?)\\)| ?- ?(?:k[ỳì] họp )?(?<dashed>${formWords})${wordEnd})`,
  "y",
);

/**
 * The sessions that the text names by number or form, in order: "kỳ họp thứ Ba (kỳ họp chuyên đề)", "KỲ HỌP THỨ BẢY",
 * "kỳ họp bất thường lần thứ 5", "kỳ họp thường lệ giữa năm 2024". A bracket that tells the form belongs to the name. Of a
 * congress the mention is its ordinal alone: the "lần thứ Nhất" of "Đại hội … lần thứ Nhất".
 */
export function findSessions(reading: Reading): Found<SessionOrdinal>[] {
  const congresses = findCongresses(reading).map(({ value, ...span }) => ({
    ...span,
    value: { number: value, form: null },
  }));
  return [...councilSessions(reading), ...congresses].sort((a, b) => a.start - b.start);
}

function councilSessions(reading: Reading): Found<SessionOrdinal>[] {
  const { folded } = reading;
  const found: Found<SessionOrdinal>[] = [];
  for (const match of matchesAt(reading, sessionOpenings, session)) {
    const start = match.index;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const afterForm = start + match[0].length;
    const ordinal = readOrdinal(reading, afterForm);
    const early = match.groups?.["form"];
    let end =
      ordinal?.end ?? (early ? afterForm + (matchAt(seasonOfYear, folded, afterForm)?.[0].length ?? 0) : afterForm);
    const late = ordinal || early ? matchAt(bracketed, folded, end) : null;
    end += late?.[0].length ?? 0;
    const formWord = early ?? late?.groups?.["form"] ?? late?.groups?.["dashed"];
    if (!ordinal && !formWord) continue;
    const form = formWord === undefined ? null : (sessionForms[formWord.replace(/ +/g, " ")] ?? null);
    const rule = ["kỳ họp", early && "form", ordinal && "ordinal", late && "form in brackets"]
      .filter(Boolean)
      .join(" + ");
    found.push({ start, end, rule, value: { number: ordinal?.number ?? null, form } });
  }
  return found;
}

const termOpenings = opening(["khóa"]);
const term = swift(
  `${wordStart}khóa (?<numeral>thứ|\\d{1,2}(?![\\d/%]|[.,]\\d)|[ivxlc]{1,7}(?![\\p{L}\\p{N}]))${wordEnd}`,
  "y",
);
const notCourse = swift(
  " ?(?:ngày|buổi|giờ|tiết|tuần|tháng|năm(?! (?:19|20))|học|lớp|đợt|người|em|học viên)(?!\\p{L})",
  "y",
);
/** no council has sat for more terms */
const mostTerms = 40;

/** The khóa of councils and of the National Assembly: "khóa IX" → 9, "khóa 18" → 18; courses are none. */
export function findTerms(reading: Reading): Found<{ readonly number: number }>[] {
  const { folded, text } = reading;
  return matchesAt(reading, termOpenings, term).flatMap((match) => {
    const start = match.index;
    const written = match.groups?.["numeral"] ?? "";
    const afterNumeral = start + match[0].length;
    const ordinal =
      written === "thứ"
        ? readOrdinal(reading, afterNumeral - written.length)
        : { end: afterNumeral, number: readRoman(written) ?? Number(written) };
    if (!ordinal || ordinal.number < 1 || ordinal.number > mostTerms) return [];
    // the printed "vi" of "khóa vi tính" is a word; elsewhere small letters are numerals too
    if (/vi \p{Ll}$/u.test(text.slice(start, afterNumeral + 2))) return [];
    if (/^\d/.test(written) && matchAt(notCourse, folded, afterNumeral)) return [];
    return [{ start, end: ordinal.end, rule: "khóa + number", value: { number: ordinal.number } }];
  });
}

const mandateOpenings = opening(["nhiệm", "nk"]);
const mandate = swift(
  `${wordStart}(?:nhiệm k[ỳì]|nk):? (?:(?:năm )?${yearPattern}(?: ?- ?| đến )${yearPattern}|\\(${yearPattern} ?- ?${yearPattern}\\))`,
  "y",
);
/** years in office are five by law, a prolonged or shortened mandate still lasts fewer than ten */
const longestMandate = 10;

/** The years in office: "nhiệm kỳ 2016 - 2021" → 2016 to 2021. */
export function findMandates(reading: Reading): Found<{ readonly start: number; readonly end: number }>[] {
  return matchesAt(reading, mandateOpenings, mandate).flatMap((match) => {
    const [first = 0, last = 0] = (match[0].match(/\d{4}/g) ?? []).map(Number);
    if (last <= first || last - first > longestMandate) return [];
    const end = match.index + match[0].length;
    return [{ start: match.index, end, rule: "nhiệm kỳ + years", value: { start: first, end: last } }];
  });
}
