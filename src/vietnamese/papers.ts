import { allMatches, anyOf, matchAt, swift, wordEnd, wordStart } from "./text/patterns.js";
import type { Found, Reading } from "./text/reading.js";
import { firstWords, matchesAt, opening } from "./text/word-places.js";
import { countsSomething, yearPattern } from "./time/time-words.js";

/** The number of a paper. */
export interface PaperNumber {
  /** as printed, without "Số:" and spaces: "74/NQ-HĐND", "821-KL/TU" */
  readonly number: string;
  /** the code of its type, such as NQ, QĐ, KL; "Luật" for laws; `null` where the number tells none (công văn) */
  readonly type: string | null;
}

/** Type codes: Decree 30/2020/NĐ-CP appendix III, the Law on normative documents, and the Party's rules. */
const typeCodes = [
  ...["NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ", "CĐ"],
  ...["BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL", "NĐ", "TT", "TTLT", "NQLT"],
  ...["PL", "L", "LCT", "KL", "QĐi", "CTHĐ", "VBHN", "QyC", "TTg"],
];
const codeByFold = new Map(typeCodes.map((code) => [code.toLowerCase(), code]));

/** What papers are called; the code is told by the word where the number holds none. */
const typeWords: Readonly<Record<string, string>> = {
  "nghị quyết": "NQ",
  "nghị định": "NĐ",
  "quyết định": "QĐ",
  "chỉ thị": "CT",
  "thông tư": "TT",
  "kết luận": "KL",
  "pháp lệnh": "PL",
  "bộ luật": "Luật",
  luật: "Luật",
  "thông báo": "TB",
  "kế hoạch": "KH",
  "báo cáo": "BC",
  "tờ trình": "TTr",
  "chương trình": "CTr",
  "hướng dẫn": "HD",
  "đề án": "ĐA",
};
/** Papers that the news calls by a bare number: "Nghị quyết 54"; a plan or a report of five is something else. */
const calledByNumber = ["nghị quyết", "nghị định", "quyết định", "chỉ thị", "thông tư", "kết luận"];

const letters = "[\\p{L}\\d]{1,14}";
const serial = `(?<serial>\\d{1,5})(?: ?/ ?${yearPattern})?`;
const numberStart = "(?<![\\p{L}\\p{N}]|\\p{N}[.,/-])";
const numberEnd = "(?![\\p{L}\\p{N}]|/[\\p{L}\\d])";
/** 74/NQ-HĐND, 12/2025/NQ-HĐND, 456/UBND-VP */
const state = `${serial} ?/ ?(?<code>\\p{L}{1,6}\\d{0,2}) ?- ?${letters}(?:-${letters}){0,3}`;
/** 98/2023/QH15 */
const assembly = `\\d{1,4} ?/ ?${yearPattern} ?/ ?(?<assembly>qh|ubtvqh)\\d{1,2}`;
/** 821-KL/TU */
const party = `\\d{1,5} ?- ?(?<partyCode>${anyOf(typeCodes.map((code) => code.toLowerCase()))}) ?/ ?${letters}(?:-${letters}){0,2}`;
const numbers = opening([], true);
const numbered = swift(`${numberStart}(?:${assembly}|${party}|${state})${numberEnd}`, "y");
const bare = swift(
  `${wordStart}(?<type>${anyOf(Object.keys(typeWords))}) (?<so>số:? ?)?(?<number>(?!${yearPattern})\\d{1,4})(?![\\p{L}\\p{N}]|[./,%-] ?\\d|[/-] ?\\p{L})`,
  "y",
);
const bareOpenings = opening(firstWords(Object.keys(typeWords)));
const typeBefore = swift(`${wordStart}${anyOf(Object.keys(typeWords))}${wordEnd}`, "g");
const farthestType = 100;
const lengthOfTime = swift(" (?:năm|tháng|quý|tuần)(?!\\p{L})", "y");

/**
 * The numbers of papers in order: "74/NQ-HĐND", "12/2025/NQ-HĐND", "98/2023/QH15", "821-KL/TU", and the bare "54" of
 * "Nghị quyết 54". The mention is the number alone.
 */
export function findPapers(reading: Reading): Found<PaperNumber>[] {
  return [...withCode(reading), ...withoutCode(reading)].sort((a, b) => a.start - b.start);
}

function* withCode(reading: Reading): Generator<Found<PaperNumber>> {
  const { text, folded } = reading;
  for (const match of matchesAt(reading, numbers, numbered)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const { assembly: body, partyCode, code } = match.groups ?? {};
    const written = text.slice(start, end);
    // codes are capitals: "tổ 3/khu phố-5" is none
    const known = codeByFold.get(partyCode ?? code ?? "");
    if (!body && !/\p{Lu}/u.test(written)) continue;
    if (!body && !known && !/^[\d\s/]*\p{Lu}{2}/u.test(written)) continue;
    const type = known ?? (body ? typeFromWord(folded, start) : null);
    const rule = body ? "n/yyyy/QHn" : partyCode ? "n-CODE/BODY" : "n/CODE-BODY";
    yield { start, end, rule, value: { number: written.replace(/[\s_]+/g, "").replace(/\p{Pd}/gu, "-"), type } };
  }
}

function* withoutCode(reading: Reading): Generator<Found<PaperNumber>> {
  const { text, folded } = reading;
  for (const match of matchesAt(reading, bareOpenings, bare)) {
    const { type = "", so, number = "" } = match.groups ?? {};
    const end = match.index + match[0].length;
    const start = end - number.length;
    const word = type.replace(/ +/g, " ");
    if (!so && !(calledByNumber.includes(word) && isCapital(text, match.index))) continue;
    if (matchAt(lengthOfTime, folded, end) || countsSomething(reading, end)) continue;
    yield { start, end, rule: "type word + n", value: { number, type: typeWords[word] ?? null } };
  }
}

/** The type that the nearest word before says: "Luật Đất đai số 31/2024/QH15". */
function typeFromWord(folded: string, at: number): string | null {
  const before = folded.slice(Math.max(0, at - farthestType), at);
  const word = allMatches(typeBefore, before.slice(before.lastIndexOf("\n") + 1)).at(-1)?.[0];
  return word === undefined ? null : (typeWords[word] ?? null);
}

/** "quyết định 12 trường hợp" is a verb, "Quyết định 12" a paper. */
function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
