import { allMatches, anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftComparison } from "../../draft.js";

type Basis = DraftComparison["basis"];

/** What a result is held against, by the words that name it. */
const basisWords: Readonly<Record<Basis, readonly string[]>> = {
  plan: [
    "kế hoạch",
    "kh",
    "dự toán",
    "dt",
    "chỉ tiêu",
    "nghị quyết",
    "nq",
    "mục tiêu",
    "khối lượng",
    "chỉ tiêu kế hoạch",
    "phương án",
    "pháp lệnh",
    "chỉ tiêu pháp lệnh",
    "kế hoạch vốn",
    "dự toán giao",
    "định mức",
    "chỉ tiêu nghị quyết",
    "giao đầu năm",
    "hạn mức",
  ],
  same_period: ["cùng kỳ", "ck", "cùng kì", "cùng thời điểm", "cùng kỳ năm trước", "cùng tháng năm trước", "cùng vụ"],
  previous_period: [
    "năm trước",
    "năm ngoái",
    "tháng trước",
    "quý trước",
    "kỳ trước",
    "đầu năm",
    "cuối năm",
    "đầu nhiệm kỳ",
    "nhiệm kỳ trước",
    "giai đoạn trước",
    "đầu kỳ",
    "lần trước",
    "trước đây",
    "thời điểm đầu năm",
    "thực hiện năm",
    "ước thực hiện năm",
    "năm",
    "tháng",
    "quý",
    "giai đoạn",
    "nhiệm kỳ",
    "vụ trước",
    "đại hội trước",
    "trước",
  ],
  capacity: ["công suất", "năng lực", "công suất thiết kế"],
};

const rows = Object.entries(basisWords) as readonly (readonly [Basis, readonly string[]])[];
const basisOf = new Map(rows.flatMap(([basis, words]) => words.map((word) => [word, basis] as const)));
const named = (bases: readonly Basis[]) => anyOf(bases.flatMap((basis) => basisWords[basis]));
const whole = "(?:các |tổng |toàn bộ |toàn |tổng số |chung )?";
/** A day, a month or a year by its figures: "so với 31/12/2021". */
const day = "(?:ngày )?\\d{1,2}/\\d{1,2}(?:/\\d{4})?|\\d{1,2}/\\d{4}|(?:19|20)\\d\\d";

/** "kế hoạch …" right behind a number; an earlier time only behind "so với". */
const direct = swift(
  `^[ ,]{0,2}(?:của )?${whole}(?<name>${named(["plan", "same_period", "capacity"])})(?![\\p{L}\\p{N}])`,
);
const against = swift(
  `^[ ,]{0,2}(?:\\(? ?)(?:so với|so|bằng so với|đối với) (?:mức |số |kết quả |thực hiện |con số )?${whole}(?<name>${day}|${named(["plan", "same_period", "previous_period", "capacity"])})(?![\\p{L}\\p{N}])`,
);
/** "so với cùng kỳ năm trước tăng …": the basis stands before the verb. */
const ahead = swift(
  `so với ${whole}(?<name>${day}|${named(["plan", "same_period", "previous_period"])})(?![\\p{L}\\p{N}])[^,;:]{0,40}$`,
);

/** "đạt 116% chỉ tiêu tỉnh giao và 115% (so với) HĐND thị xã giao": who set the plan stands for it. */
const givenBy = swift(
  /^[ ,]{0,2}(?:so với )?(?<by>(?:(?:hđnd|ubnd|hội đồng nhân dân|ủy ban nhân dân) )?(?:tỉnh|thành phố|huyện|quận|thị xã|trung ương|tw|cấp trên)) (?:đã )?giao(?!\p{L})/u,
);

/** The basis that a number is held against, and the words that say so. */
export interface BasisFound {
  readonly basis: Basis;
  readonly words: Span;
}

/** The basis named behind `at`: "… kế hoạch Quận giao", "… so với cùng kỳ". */
export function basisBehind(reading: Reading, at: number, limit: number): BasisFound | null {
  const slice = reading.folded.slice(at, Math.min(limit, at + 80));
  const given = givenBy.exec(slice);
  if (given) {
    const start = at + (/^[ ,]*/.exec(slice)?.[0].length ?? 0);
    return { basis: "plan", words: { start, end: at + given[0].length } };
  }
  const match = against.exec(slice) ?? direct.exec(slice);
  if (!match?.groups?.["name"]) return null;
  const end = at + match[0].length;
  // "kế hoạch số 77/KH-UBND" and "nghị quyết số 12" are papers
  if (/^ (?:số|này)(?!\p{L})/u.test(reading.folded.slice(end, end + 5))) return null;
  return {
    basis: basisNamed(match.groups["name"]),
    words: { start: at + (/^[ ,(]*/.exec(match[0])?.[0].length ?? 0), end: extent(reading, end, limit) },
  };
}

function basisNamed(words: string): Basis {
  return basisOf.get(words.replace(/ +/g, " ")) ?? "previous_period";
}

/** The basis named before the verb at `at`, no earlier than `from`. */
export function basisAhead(reading: Reading, from: number, at: number): BasisFound | null {
  const start = Math.max(from, at - 100);
  const match = ahead.exec(reading.folded.slice(start, at));
  if (!match?.groups?.["name"]) return null;
  return { basis: basisNamed(match.groups["name"]), words: { start: start + match.index, end: at } };
}

/** An earlier time that the sentence has named before: "kinh tế phát triển khá so với cùng kỳ; giá trị sản xuất tăng [3%]". */
const earlier = swift(
  `(?<!\\p{L})so (?:với )?${whole}(?<name>${named(["same_period", "previous_period"])})(?![\\p{L}\\p{N}])`,
  "g",
);

/** The last earlier time that the clause's sentence held something against before `at`. */
export function basisEarlier(reading: Reading, { sentence }: { readonly sentence: Span }, at: number): Basis | null {
  const name = allMatches(earlier, reading.folded.slice(sentence.start, at)).at(-1)?.groups?.["name"];
  return name === undefined ? null : basisNamed(name);
}

/** Whether words of the comparison name what it is held against. */
export function namesBasis(reading: Reading, { start, end }: Span): boolean {
  return anyBasis.test(reading.folded.slice(start, end));
}
const anyBasis = swift(`(?<!\\p{L})(?:${day}|${anyOf(Object.values(basisWords).flat())})(?!\\p{L})`);

const phraseEnd = swift(
  /[,;.()\n]| (?:và|trong|là|với|đạt|tăng|giảm|bằng|còn|do|để|nhưng|song|góp phần|vượt|chiếm)(?!\p{L})| - /u,
);

/** The rest of the basis's phrase: "kế hoạch [Quận giao]", "cùng kỳ [năm 2024]". */
function extent(reading: Reading, from: number, limit: number): number {
  const slice = reading.folded.slice(from, Math.min(limit, from + 70));
  const cut = phraseEnd.exec(slice);
  const end = cut ? cut.index : slice.length;
  return from + slice.slice(0, end).trimEnd().length;
}

const giver =
  /^(?: (?:cả )?(?:năm|quý|tháng)(?: \d{4})?)?(?: (?:được|do|mà|đã|của))?(?: (?!được |do |đã |năm |đề )(?<by>[^,.;()\d]{1,45}?))? (?:đã )?(?:giao|đề ra|phê duyệt|thông qua|quyết định|quyết nghị|ấn định)(?: (?:của |từ )?(?<to>[^,.;()\d]{2,40}))?$/;
const bodyWord = swift(
  /^(?:hđnd|ubnd|tỉnh|thành phố|tp|huyện|quận|thị xã|phường|xã|trung ương|tw|cấp trên|chính phủ|bộ|sở|đảng|hội đồng|ủy ban|thủ tướng|cấp|nghị quyết|đại hội|trên|thành ủy|tỉnh ủy|huyện ủy|quận ủy)(?!\p{L})/u,
);

const planNoun = swift(`^(?:so với )?${whole}(?:${named(["plan"])})(?![\\p{L}\\p{N}])`);

/** Who set the plan, as written: "kế hoạch [Quận] giao", "chỉ tiêu giao [thành phố]". */
export function setterOf(reading: Reading, words: Span): Span | null {
  const slice = reading.folded.slice(words.start, words.end);
  const given = givenBy.exec(slice)?.groups?.["by"];
  if (given) {
    const start = words.start + slice.indexOf(given);
    return { start, end: start + given.length };
  }
  const noun = planNoun.exec(slice);
  if (!noun) return null;
  const rest = slice.slice(noun[0].length);
  const groups = giver.exec(rest)?.groups;
  const by = [groups?.["by"], groups?.["to"]].find((text) => text && bodyWord.test(text.trim()))?.trim();
  if (!by) return null;
  const start = words.start + noun[0].length + rest.lastIndexOf(by);
  return { start, end: start + by.length };
}
