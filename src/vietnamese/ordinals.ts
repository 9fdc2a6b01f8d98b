import { readNumberWords } from "./number-words.js";
import { anyOf, matchAt, pattern, wordEnd, wordStart } from "./patterns.js";
import type { Found, Reading } from "./reading.js";
import { readRoman } from "./romans.js";
import { yearPattern } from "./time-words.js";

/** Which kỳ họp. The number runs over all sessions of a term, whatever their form. */
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

/** Ordinals that are not the number's own word. */
const ordinalWords: Readonly<Record<string, number>> = { nhất: 1, nhì: 2, tư: 4 };

const formWords = anyOf(Object.keys(sessionForms));
const season = `(?: (?:giữa|cuối|đầu) năm)?(?: (?:năm )?${yearPattern})?`;
const session = pattern(`${wordStart}k[ỳì] họp${wordEnd}(?: (?<form>${formWords})${wordEnd})?`, "g");
const seasonOfYear = pattern(season, "y");
const numbered = pattern(
  " ?(?<lead>(?:lần )?thứ|lần|số)? ?(?<numeral>\\d{1,2}(?!\\p{L}|\\d|[/.,]\\d|%)|[ivxlc]{1,7}(?![\\p{L}\\d]))?",
  "y",
);
/** "kỳ họp 3 ngày" is a length; behind "thứ" any number is an ordinal */
const notLength = pattern(" (?:ngày|buổi|giờ|phút|năm|tháng|tuần|nội dung|lần)(?!\\p{L})", "y");
const bracketed = pattern(
  `(?: ?\\((?:(?:k[ỳì] )?họp )?(?:(?<form>${formWords})(?: (?:lần )?(?:thứ )?[\\p{L}\\d]{1,6})?${season}|(?:giữa|cuối|đầu) năm(?: (?:năm )?${yearPattern})?)\\)| ?- ?(?:k[ỳì] họp )?(?<dashed>${formWords})${wordEnd})`,
  "y",
);

/**
 * The sessions that the text names by number or form, in order: "kỳ họp thứ Ba (kỳ họp chuyên đề)", "KỲ HỌP THỨ BẢY",
 * "kỳ họp bất thường lần thứ 5", "kỳ họp thường lệ giữa năm 2024". A bracket that tells the form belongs to the name.
 */
export function findSessions({ folded }: Reading): Found<SessionOrdinal>[] {
  const found: Found<SessionOrdinal>[] = [];
  session.lastIndex = 0;
  for (let match = session.exec(folded); match; match = session.exec(folded)) {
    const start = match.index;
    const afterForm = start + match[0].length;
    const ordinal = readOrdinal(folded, afterForm);
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
    session.lastIndex = end;
  }
  return found;
}

const gathering = pattern(`${wordStart}(?:đại hội|hội nghị)${wordEnd}`, "g");
const nthTime = pattern(`${wordStart}lần(?= thứ )`, "g");
const farthestGathering = 120;

/**
 * The ordinals of congresses and conferences, as which the text counts them: "Đại hội … lần thứ Nhất". The mention is
 * the ordinal alone; it has no form.
 */
export function findGatherings({ folded }: Reading): Found<SessionOrdinal>[] {
  return [...folded.matchAll(nthTime)].flatMap(({ index }) => {
    const before = folded.slice(Math.max(0, index - farthestGathering), index);
    const clause = before.slice(Math.max(...[".", ";", "\n", "họp"].map((mark) => before.lastIndexOf(mark) + 1)));
    const ordinal = readOrdinal(folded, index);
    if (!ordinal || [...clause.matchAll(gathering)].length === 0) return [];
    return [
      {
        start: index,
        end: ordinal.end,
        rule: "đại hội/hội nghị + lần thứ",
        value: { number: ordinal.number, form: null },
      },
    ];
  });
}

const term = pattern(
  `${wordStart}khóa (?<numeral>thứ|\\d{1,2}(?![\\d/%]|[.,]\\d)|[ivxlc]{1,7}(?![\\p{L}\\p{N}]))${wordEnd}`,
  "g",
);
const notCourse = pattern(
  " ?(?:ngày|buổi|giờ|tiết|tuần|tháng|năm(?! (?:19|20))|học|lớp|đợt|người|em|học viên)(?!\\p{L})",
  "y",
);
/** no council has sat for more terms */
const mostTerms = 40;

/** The khóa of councils and of the National Assembly: "khóa IX" → 9, "khóa 18" → 18; courses are none. */
export function findTerms({ folded, text }: Reading): Found<{ readonly number: number }>[] {
  return [...folded.matchAll(term)].flatMap((match) => {
    const start = match.index;
    const written = match.groups?.["numeral"] ?? "";
    const afterNumeral = start + match[0].length;
    const ordinal =
      written === "thứ"
        ? readOrdinal(folded, afterNumeral - written.length)
        : { end: afterNumeral, number: readRoman(written) ?? Number(written) };
    if (!ordinal || ordinal.number < 1 || ordinal.number > mostTerms) return [];
    // "khóa vi tính": small letters are a numeral only where no word can begin with them
    if (
      text.slice(afterNumeral - written.length, afterNumeral) === "vi" &&
      /^ \p{L}/u.test(text.slice(afterNumeral, afterNumeral + 2))
    )
      return [];
    if (/^\d/.test(written) && matchAt(notCourse, folded, afterNumeral)) return [];
    return [{ start, end: ordinal.end, rule: "khóa + number", value: { number: ordinal.number } }];
  });
}

const mandate = pattern(
  `${wordStart}(?:nhiệm k[ỳì]|nk):? (?:(?:năm )?${yearPattern}(?: ?- ?| đến )${yearPattern}|\\(${yearPattern} ?- ?${yearPattern}\\))`,
  "g",
);
/** years in office are five by law, a prolonged or shortened mandate still lasts fewer than ten */
const longestMandate = 10;

/** The years in office: "nhiệm kỳ 2016 - 2021" → 2016 to 2021. */
export function findMandates({ folded }: Reading): Found<{ readonly start: number; readonly end: number }>[] {
  return [...folded.matchAll(mandate)].flatMap((match) => {
    const [first = 0, last = 0] = (match[0].match(/\d{4}/g) ?? []).map(Number);
    if (last <= first || last - first > longestMandate) return [];
    const end = match.index + match[0].length;
    return [{ start: match.index, end, rule: "nhiệm kỳ + years", value: { start: first, end: last } }];
  });
}

/** "thứ Ba", "lần thứ 23", "thứ XII", "10": the ordinal that follows a gap at `at`. */
function readOrdinal(folded: string, at: number): { readonly end: number; readonly number: number } | null {
  const match = matchAt(numbered, folded, at);
  const { lead, numeral } = match?.groups ?? {};
  const end = at + (match?.[0].length ?? 0);
  if (numeral !== undefined) {
    const number = /^\d/.test(numeral) ? Number(numeral) : (readRoman(numeral) ?? 0);
    const ordinal = lead?.endsWith("thứ") ?? false;
    const bareRoman = lead === undefined && !/^\d/.test(numeral);
    return number > 0 && !bareRoman && (ordinal || !matchAt(notLength, folded, end)) ? { end, number } : null;
  }
  if (!lead?.endsWith("thứ")) return null;
  const words = readNumberWords(folded, end, { alone: true });
  if (words && words.value > 0) return { end: words.end, number: words.value };
  const word = /^\p{L}{1,5}/u.exec(folded.slice(end, end + 6))?.[0] ?? "";
  const number = ordinalWords[word];
  return number === undefined ? null : { end: end + word.length, number };
}
