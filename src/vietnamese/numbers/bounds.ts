import { isSpace, isWord } from "../text/characters.js";
import { unitsOf } from "../text/code-units.js";
import { swift } from "../text/patterns.js";
import type { Folded } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { WordSieve } from "../text/word-sieve.js";

/** How a number is bounded: "trên 5" is gt, "5 trở lên" gte, "khoảng 5" approx; a bare number is eq. */
export type Bound = "eq" | "approx" | "gt" | "gte" | "lt" | "lte";

const before: Readonly<Record<string, Bound>> = {
  "trên dưới": "approx",
  trên: "gt",
  hơn: "gt",
  vượt: "gt",
  "vượt trên": "gt",
  ">": "gt",
  "tối thiểu": "gte",
  "ít nhất": "gte",
  "thấp nhất": "gte",
  "và vượt": "gte",
  "không dưới": "gte",
  "không thấp hơn": "gte",
  "không ít hơn": "gte",
  "không nhỏ hơn": "gte",
  "≥": "gte",
  ">=": "gte",
  "=>": "gte",
  dưới: "lt",
  "nhỏ hơn": "lt",
  "bé hơn": "lt",
  "chưa đến": "lt",
  "chưa tới": "lt",
  "<": "lt",
  "tối đa": "lte",
  "nhiều nhất": "lte",
  "không quá": "lte",
  "không vượt quá": "lte",
  "không cao hơn": "lte",
  "không lớn hơn": "lte",
  "không vượt": "lte",
  "≤": "lte",
  "<=": "lte",
  khoảng: "approx",
  gần: "approx",
  chừng: "approx",
  "xấp xỉ": "approx",
  "ước chừng": "approx",
  "~": "approx",
  "≈": "approx",
};

/** Words of estimation, which may stand before a bound ("ước đạt trên") and then leave the sense to it. */
const estimates = [
  "ước",
  "ước đạt",
  "ước tính",
  "ước tính đạt",
  "ước thực hiện",
  "ước thực hiện đạt",
  "ước có",
  "ước thu",
  "ước còn",
];

const after: Readonly<Record<string, Bound>> = { "trở lên": "gte", "trở xuống": "lte" };

const alternatives = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .replace(/[<>=≥≤~≈]/g, "\\$&")
        .replace(/\\([≥≤~≈<>=])/g, "$1")
        .replace(/ /g, " {1,2}"),
    )
    .join("|");

const boundBefore = swift(
  `(?<![\\p{L}\\p{N}])(?<!(?:cao|nhiều|lớn|thấp|ít|tốt|nhanh|kém) )(?:(?<estimate>${alternatives(estimates)})(?: {1,2}|$))?(?:(?<bound>${alternatives(Object.keys(before))}) {0,2})?$`,
);
/** The last words of all of them: before most numbers stands none, and the pattern need not be tried. */
const lastWords = new WordSieve(
  [...estimates, ...Object.keys(before)].map((words) => words.slice(lastWordOf(unitsOf(words), words.length))),
);

/** "80% hộ dân trở lên", "8 đảng viên mới trở lên": some words of what is counted may stand between. */
const boundAfter = swift(
  `(?: \\p{L}{1,7}){0,3}[ ,]{0,2}(?<bound>${alternatives(Object.keys(after))})(?![\\p{L}\\p{N}])`,
  "y",
);

/**
 * The bound words that end where the number begins: where they start and what they say.
 * @param after nothing before this offset is read
 * @param noExcess "vượt" is a verb here and no bound
 */
export function readBoundBefore(
  { folded, units }: Folded,
  at: number,
  after = 0,
  noExcess = false,
): { readonly span: Span; readonly bound: Bound } | null {
  const from = Math.max(after, at - 40);
  if (!lastWords.mayHoldAt(units, lastWordOf(units, at))) return null;
  const match = boundBefore.exec(folded.slice(from, at));
  const { estimate, bound } = match?.groups ?? {};
  if (!match || (!estimate && !bound)) return null;
  // "vượt 10/18 chỉ tiêu", "vượt 25% kế hoạch": a verb of its own there
  if (noExcess && bound?.endsWith("vượt") && !bound.startsWith("không")) return null;
  const start = from + match.index;
  return { span: { start, end: at }, bound: bound ? (before[bound.replace(/ +/g, " ")] ?? "eq") : "approx" };
}

/** "trở lên" or "trở xuống" behind the unit. */
export function readBoundAfter(folded: string, at: number): { readonly span: Span; readonly bound: Bound } | null {
  boundAfter.lastIndex = at;
  const match = boundAfter.exec(folded);
  const words = match?.groups?.["bound"];
  if (!match || !words) return null;
  const end = at + match[0].length;
  return { span: { start: end - words.length, end }, bound: after[words.replace(/ +/g, " ")] ?? "eq" };
}

/** Where the last word before `at` begins, or the last sign. */
function lastWordOf(units: Uint16Array, at: number): number {
  let end = at;
  while (end > 0 && isSpace(units[end - 1] ?? 0)) end--;
  let start = Math.max(0, end - 1);
  while (start > 0 && isWord(units[start] ?? 0) && isWord(units[start - 1] ?? 0)) start--;
  return start;
}
