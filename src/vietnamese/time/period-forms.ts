import { readRoman } from "../numbers/romans.js";
import { anyOf, swift, wordEnd, wordStart } from "../text/patterns.js";
import { type Openings, opening } from "../text/word-places.js";
import { type IsoDay, monthsOf } from "./calendar.js";
import { fewOpenings, fewPattern, readFew, yearPattern } from "./time-words.js";

export interface Bounds {
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
}

/**
 * What a form says: part of a year, a year, several years, or a time of which the text tells only one end or none.
 * `year` is the one that it prints; where that is `null`, `bounds` waits for the year from the context.
 */
export interface PeriodReading {
  readonly kind: "part" | "year" | "years" | "open";
  readonly year: number | null;
  readonly bounds: (year: number) => Bounds;
}

type Groups = Readonly<Record<string, string | undefined>>;

export interface PeriodForm {
  readonly rule: string;
  /** every word that the pattern may begin with: it is tried nowhere else */
  readonly openings: Openings;
  /** sticky */
  readonly pattern: RegExp;
  /**
   * @param words the folded words that matched
   * @returns `null` where they only look like the form
   */
  readonly read: (words: string, groups: Groups) => PeriodReading | null;
}

const unknown: Bounds = { start: null, end: null };
const ofYear = `(?:(?: của)? năm ${yearPattern}| ?/ ?${yearPattern}|[.-]${yearPattern})`;
const rowOfYears = `${yearPattern}(?: ?- ?| đến | và |, ?)(?:năm )?${yearPattern}`;
/** "tháng 6.2018" is the month of a year, "tháng 6.5" none */
const numeralEnd = `(?![\\p{L}\\p{N}]|,\\d|\\.(?!${yearPattern})\\d)`;
const month = `(?:0?[1-9]|1[0-2])${numeralEnd}`;
const quarterWords: Readonly<Record<string, number>> = { nhất: 1, một: 1, hai: 2, ba: 3, tư: 4, bốn: 4 };
const quarter = `(?:iv|i{1,3}|[1-4]|${anyOf(Object.keys(quarterWords))})${wordEnd}`;
/** "đầu năm học", "cuối năm ngoái" are no parts of the year that the text is about */
const thisYear = "(?! (?:học|trước|ngoái|sau|tới|qua|tuổi))";
const notYearly = "(?! (?:hằng|hàng|mỗi) năm| ?\\(?âm lịch)";
/** "9 tháng" without a year is a length of time unless one of these stands before it and none of those behind */
const reported =
  "(?<=(?:lũy kế|cộng dồn|tính chung|sơ kết|tổng kết|kết quả|tình hình|báo cáo|giao ban|ước(?: thực hiện)?(?: trong)?) )";
const notLasting =
  "(?! (?:đầu|cuối|tuổi|lương|thực hiện|triển khai|thi hành|hoạt động|liên|qua|gần|vừa|một|kể|sau|trước))";
const edgeWords = "(?<edge>hết|cuối|đầu|giữa)";

function yearsIn(words: string): readonly number[] {
  return (words.match(/(?:19|20)\d{2}/g) ?? []).map(Number);
}

const lastYear = (words: string): number | null => yearsIn(words).at(-1) ?? null;

function months(words: string, from: number, to: number): PeriodReading | null {
  const inOrder = from >= 1 && from <= to && to <= 12;
  return inOrder ? { kind: "part", year: lastYear(words), bounds: (year) => monthsOf(year, from, to) } : null;
}

function sideOfYear(words: string, groups: Groups, count: number): PeriodReading | null {
  return groups["side"] === "đầu" ? months(words, 1, count) : months(words, 13 - count, 12);
}

function spanOfYears(kind: PeriodReading["kind"], words: string): PeriodReading {
  const years = yearsIn(words);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return { kind, year: first, bounds: () => ({ start: `${first}-01-01`, end: `${last}-12-31` }) };
}

function quarterNumber(written: string): number {
  return quarterWords[written] ?? readRoman(written) ?? Number(written);
}

/** "đến hết tháng 6" tells the end only, "đến giữa năm" not even that. */
function until(words: string, groups: Groups, lastMonth: number): PeriodReading {
  const vague = groups["edge"] === "đầu" || groups["edge"] === "giữa";
  const bounds = (year: number): Bounds =>
    vague ? unknown : { start: null, end: monthsOf(year, lastMonth, lastMonth).end };
  return { kind: "open", year: lastYear(words), bounds };
}

const edgesOfYear: Readonly<Record<string, (year: number) => Bounds>> = {
  đầu: (year) => ({ start: `${year}-01-01`, end: null }),
  giữa: () => unknown,
  cuối: (year) => ({ start: null, end: `${year}-12-31` }),
  trước: (year) => ({ start: null, end: `${year - 1}-12-31` }),
  sau: (year) => ({ start: `${year + 1}-01-01`, end: null }),
};

const form = (rule: string, openings: Openings, source: string, read: PeriodForm["read"]): PeriodForm => ({
  rule,
  openings,
  pattern: swift(`${wordStart}${source}`, "y"),
  read,
});
const openedBy = (...all: readonly string[]): Openings => opening(all);

/** The ways of naming the time that a figure is about. */
export const periodForms: readonly PeriodForm[] = [
  form(
    "n tháng đầu/cuối năm",
    fewOpenings,
    `(?<count>${fewPattern}) (?<unit>tháng|quý) (?<side>đầu|cuối)(?: (?:của )?năm${thisYear}(?: ${yearPattern})?${wordEnd}| ?/? ?${yearPattern})`,
    (words, groups) => sideOfYear(words, groups, readFew(groups["count"] ?? "") * (groups["unit"] === "quý" ? 3 : 1)),
  ),
  form(
    "trong n tháng qua",
    fewOpenings,
    `(?<=trong )(?<count>0?[369]|ba|sáu|chín) tháng qua${wordEnd}`,
    (words, { count = "" }) => months(words, 1, readFew(count)),
  ),
  form("n tháng năm yyyy", fewOpenings, `(?<count>${fewPattern}) tháng${ofYear}`, (words, groups) =>
    months(words, 1, readFew(groups["count"] ?? "")),
  ),
  form(
    "lũy kế n tháng",
    fewOpenings,
    `${reported}(?<count>${fewPattern}) tháng${wordEnd}${notLasting}`,
    (words, groups) => months(words, 1, readFew(groups["count"] ?? "")),
  ),
  form(
    "n tháng của tỉnh",
    fewOpenings,
    `(?<!(?:sau|vòng|khoảng|hơn|gần|dài|mỗi|trong|cứ) )(?<count>${fewPattern}) tháng(?= (?:của|trên địa bàn) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|địa phương)${wordEnd}| (?:ước|đạt|ước đạt)${wordEnd})`,
    (words, groups) => months(words, 1, readFew(groups["count"] ?? "")),
  ),
  form(
    "nửa đầu/cuối năm",
    openedBy("nửa"),
    `nửa (?<side>đầu|cuối) năm${thisYear}(?: ${yearPattern})?${wordEnd}`,
    (words, groups) => sideOfYear(words, groups, 6),
  ),
  form(
    "quý",
    openedBy("quý"),
    `quý (?<first>${quarter})(?:(?:, ?| ?- ?| và | đến (?:hết )?)(?:quý )?(?<last>${quarter})){0,3}${ofYear}?`,
    (words, { first = "", last = first }) => {
      // "quý ba" without a year may be a name, "quý nhất" an adjective
      if (lastYear(words) === null && quarterWords[last] !== undefined) return null;
      return months(words, quarterNumber(first) * 3 - 2, quarterNumber(last) * 3);
    },
  ),
  form("tháng m", openedBy("tháng"), `(?<!\\d )tháng (?<first>${month})${ofYear}?${notYearly}`, (words, { first }) =>
    months(words, Number(first), Number(first)),
  ),
  form(
    "các tháng m, m",
    opening([...fewOpenings.words, "các", "tháng"], true),
    `(?<plural>(?:các|${fewPattern}) )?tháng (?<first>${month})(?:(?:, ?| ?- ?| và )(?:tháng )?(?<last>${month})){1,11}${ofYear}?(?! tháng)`,
    (words, { plural, first, last }) =>
      plural || lastYear(words) !== null || /tháng.*tháng/.test(words)
        ? months(words, Number(first), Number(last))
        : null,
  ),
  form(
    "từ tháng m đến tháng m",
    openedBy("từ"),
    `từ tháng (?<first>${month})(?: ?/ ?(?<from>${yearPattern}))? (?:đến|-) (?:hết )?tháng (?<last>${month})${ofYear}?`,
    (words, { first, from, last }) => {
      const startYear = (year: number): number =>
        from ? Number(from) : Number(first) > Number(last) ? year - 1 : year;
      const bounds = (year: number): Bounds => ({
        start: monthsOf(startYear(year), Number(first), Number(first)).start,
        end: monthsOf(year, Number(last), Number(last)).end,
      });
      return { kind: "part", year: lastYear(words), bounds };
    },
  ),
  form(
    "năm yyyy",
    openedBy("năm", "cả", "các", "những"),
    `(?:(?:cả|các|những) )?năm ${yearPattern}(?:(?:, ?| ?- ?| đến )${yearPattern}| và (?:năm )?${yearPattern}){0,8}${numeralEnd}`,
    (words) => spanOfYears(yearsIn(words).length > 1 ? "years" : "year", words),
  ),
  form("n năm yyyy-yyyy", fewOpenings, `${fewPattern} năm,? (?:${rowOfYears}|\\(${rowOfYears}\\))`, (words) =>
    spanOfYears("years", words),
  ),
  form("cả năm", openedBy("cả"), `cả năm(?! \\d)${thisYear}${wordEnd}`, () => ({
    kind: "year",
    year: null,
    bounds: (year) => monthsOf(year, 1, 12),
  })),
  form(
    "từ năm yyyy đến năm yyyy",
    openedBy("từ"),
    `từ (?:đầu )?năm ${yearPattern}(?: đến | ?- ?)(?:hết |cuối )?(?:năm )?${yearPattern}`,
    (words) => spanOfYears("years", words),
  ),
  form(
    "từ năm yyyy đến nay",
    openedBy("từ"),
    `từ (?:đầu năm(?: ${yearPattern})?|năm ${yearPattern}) đến nay`,
    (words) => ({
      kind: "open",
      year: lastYear(words),
      bounds: (year) => ({ start: `${year}-01-01`, end: null }),
    }),
  ),
  form(
    "giai đoạn yyyy-yyyy",
    openedBy("giai", "thời", "chu", "nhiệm"),
    `(?<name>giai đoạn|thời k[ỳì]|chu k[ỳì]|nhiệm k[ỳì]):? (?:từ )?(?:${fewPattern} năm )?(?:năm )?(?:${rowOfYears}|\\(${rowOfYears}\\))`,
    (words, { name }) => spanOfYears(name?.startsWith("nhiệm") ? "open" : "years", words),
  ),
  form("nhiệm kỳ qua", openedBy("nhiệm"), `nhiệm k[ỳì] (?:vừa )?qua${wordEnd}`, () => ({
    kind: "open",
    year: null,
    bounds: () => unknown,
  })),
  form("năm học yyyy-yyyy", openedBy("năm"), `năm học ${yearPattern} ?- ?${yearPattern}`, (words) => ({
    kind: "open",
    year: lastYear(words),
    bounds: () => unknown,
  })),
  form(
    "lũy kế đến tháng m",
    openedBy("lũy"),
    `lũy kế (?:từ đầu năm )?đến (?:(?:hết|cuối) )?tháng (?<last>${month})${ofYear}?`,
    (words, { last }) => months(words, 1, Number(last)),
  ),
  form(
    "đến hết quý/tháng/năm",
    openedBy("đến", "từ", "tính", "chốt"),
    `(?:(?:từ nay|tính|chốt) )?đến (?:${edgeWords} )?(?:năm ${yearPattern}|quý (?<quarter>${quarter})${ofYear}?|tháng (?<month>${month})${ofYear}?)`,
    (words, groups) => {
      const { quarter: ofQuarter, month: ofMonth } = groups;
      return until(words, groups, ofMonth ? Number(ofMonth) : ofQuarter ? quarterNumber(ofQuarter) * 3 : 12);
    },
  ),
  form(
    "những tháng cuối năm",
    openedBy("những", "các"),
    `(?:những|các) tháng (?:cuối|còn lại(?: của| trong)?) năm(?! \\d)${thisYear}${wordEnd}`,
    (words, groups) => until(words, groups, 12),
  ),
  form(
    "đến cuối năm",
    openedBy("đến", "từ"),
    `(?:từ nay )?đến ${edgeWords} năm(?! \\d)${thisYear}${wordEnd}`,
    (words, groups) => until(words, groups, 12),
  ),
  form(
    "đầu/giữa/cuối năm yyyy",
    openedBy(...Object.keys(edgesOfYear)),
    `(?<edge>${Object.keys(edgesOfYear).join("|")}) năm ${yearPattern}`,
    (words, { edge }) => ({
      kind: "open",
      year: lastYear(words),
      bounds: edgesOfYear[edge ?? ""] ?? (() => unknown),
    }),
  ),
];
