import { anyOf, matchAt, swift } from "../text/patterns.js";
import { opening } from "../text/word-places.js";
import { fewOpenings, fewPattern } from "./time-words.js";

export type PartOfDay = "morning" | "afternoon" | "evening" | "day";

const partsOfDay = { sáng: "morning", chiều: "afternoon", tối: "evening", đêm: "evening" } as const;
const wholeDay = ["cả", "suốt"];
const plurals = ["các", "những"];

export const partOfDayPattern = anyOf(Object.keys(partsOfDay));
const weekday = "(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)";
const said = `(?: (?:hôm nay|hôm qua|nay|qua|${weekday})){1,2},?`;
const half = `(?:buổi )?(?<part>${partOfDayPattern})(?<second> và ${partOfDayPattern})?(?:${said}|,(?= ngày))?`;
const part = `(?:${half}|(?<whole>${anyOf(wholeDay)})(?= ngày)) \\(?`;
const today = "(?<today>hôm(?: nay| qua| kia)?,?) \\(?";
const dayWord = `(?<word>(?:(?:${anyOf(plurals)}|(?<few>${fewPattern})) )?ngày)(?: ${weekday},?)?:? ?\\(?`;
const leadPattern = swift(`(?<from>từ )?(?:${part}|${today})?(?:${dayWord})?`, "y");

const leadWords = ["từ", "buổi", "hôm", "ngày", ...Object.keys(partsOfDay), ...wholeDay, ...plurals];
/** What `leadStart` begins with. */
export const leadOpenings = opening([...fewOpenings.words, ...leadWords], true);
/** Where a date may begin: at a word that leads to one, or at a number that a mark or a month follows. */
export const leadStart = `(?:${anyOf(leadWords)}(?!\\p{L})|${fewPattern}(?= ngày)|\\d{1,2}(?= ?[./-]| tháng )|\\d{4}-)`;

const upTo = swift(/(?<!\p{L})(?:đến|tới|hết) {1,3}$/u);

/** The words before the first day of a date. They decide how much the day itself must show to be taken for one. */
export interface DateLead {
  readonly end: number;
  readonly partOfDay: PartOfDay | null;
  /**
   * "sure": words for days or parts of the day, so that 8/8 is a date; "likely": only "từ" or "đến"; "none": nothing,
   * so that a year must be printed
   */
  readonly strength: "sure" | "likely" | "none";
  /** the days are counted first: "hai ngày 22 và 23/9" */
  readonly counted: boolean;
  /** a bracket was opened before the first day */
  readonly bracket: boolean;
  readonly rule: string;
}

/** The lead at `at`, which may be empty. */
export function readDateLead(folded: string, at: number): DateLead {
  const match = matchAt(leadPattern, folded, at);
  const { from, part, second, whole, today, word, few } = match?.groups ?? {};
  const end = at + (match?.[0].length ?? 0);
  const sure = (part ?? whole ?? today ?? word) !== undefined;
  const likely = from !== undefined || upTo.test(folded.slice(Math.max(0, at - 7), at));
  const names = [from && "từ", (part ?? whole) && "part of day", today && "hôm", word && "ngày"];
  return {
    end,
    partOfDay: second || whole ? "day" : (partsOfDay[part as keyof typeof partsOfDay] ?? null),
    strength: sure ? "sure" : likely ? "likely" : "none",
    counted: few !== undefined,
    bracket: match?.[0].includes("(") ?? false,
    rule: names.flatMap((name) => (name ? [`${name} + `] : [])).join(""),
  };
}
