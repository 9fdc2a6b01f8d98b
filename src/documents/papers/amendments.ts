import { findPapers } from "../../vietnamese/papers.js";
import { swift } from "../../vietnamese/text/patterns.js";
import type { Reading } from "../../vietnamese/text/reading.js";
import { sentences } from "../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../vietnamese/text/span.js";
import type { Amendment } from "./paper.js";
import { passage, wordsOf } from "./passage.js";

const actions: readonly (readonly [action: Amendment["action"], words: RegExp])[] = [
  ["replaces", swift(/(?<!\p{L})thay thế(?!\p{L})/gu)],
  ["repeals", swift(/(?<!\p{L})(?:bãi bỏ|hủy bỏ)(?!\p{L})/gu)],
  ["amends", swift(/(?<!\p{L})(?:sửa đổi|bổ sung|điều chỉnh)(?!\p{L})/gu)],
];
const expires = /hết hiệu lực/u;
/** from the verb to the paper's number, in UTF-16 code units */
const farthest = 250;

/** What the lines of a paper do to other papers, each once. */
export function readAmendments(reading: Reading, lines: readonly Span[]): readonly Amendment[] {
  const papers = findPapers(reading);
  const found = new Map<string, Amendment>();
  for (const sentence of lines.flatMap((line) => sentences(reading, line))) {
    for (const paper of papers.filter((one) => covers(sentence, one))) {
      const action = actionOn(reading, sentence, paper);
      const { number } = paper.value;
      if (action && !found.has(number)) found.set(number, { action, number, evidence: passage(reading, sentence) });
    }
  }
  return [...found.values()];
}

/** "hết hiệu lực" stands behind the paper, in its own clause; else the last verb before it tells, also of a list. */
function actionOn(reading: Reading, sentence: Span, paper: Span): Amendment["action"] | null {
  const [clause = ""] = wordsOf(reading, { start: paper.end, end: sentence.end }).split(";", 1);
  if (expires.test(clause)) return "repeals";
  const before = wordsOf(reading, { start: Math.max(sentence.start, paper.start - farthest), end: paper.start });
  let latest: { readonly action: Amendment["action"] | null; readonly at: number } = { action: null, at: -1 };
  for (const [action, words] of actions) {
    const at = [...before.matchAll(words)].at(-1)?.index ?? -1;
    if (at > latest.at) latest = { action, at };
  }
  return latest.action;
}
