import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftFigure, Words } from "../../draft.js";
import { countWords, folded, strip } from "../words.js";
import type { Clause } from "./clauses.js";
import { headWords } from "./left-words.js";

/** A total whose parts are the items below it: "Tổng biên chế hành chính: 2.134 người, trong đó:". */
export interface ListParent {
  readonly words: Words;
  /** the kind of mark that its items have; `null` before the first */
  readonly items: string | null;
  /** a heading without an amount: only a bare "Tổng số" below it needs its words */
  readonly heading?: true;
}

const longestParent = 12;
const longestItem = 4;

/** The total that the clause opens a list under, `before` while its items go on, `null` behind them. */
export function listParent(
  reading: Reading,
  clause: Clause,
  last: DraftFigure | null,
  before: ListParent | null,
): ListParent | null {
  const opens = clause.end >= clause.line.end - 2 && /:\s*$/.test(reading.folded.slice(clause.start, clause.line.end));
  if (opens && last && last.evidence.start >= clause.line.start && isShort(reading, last.indicator))
    return { words: last.indicator, items: null };
  const heading = strip(reading, clause, ":;., ");
  if (opens && headWords.matchAt(reading, heading.start) && isShort(reading, [heading]))
    return { words: [heading], items: null, heading: true };
  return before;
}

/** The parent as it stands when a clause begins: another kind of mark ends its list. */
export function parentAt(clause: Clause, parent: ListParent | null): ListParent | null {
  if (!parent || !clause.opensLine) return parent;
  const kind = markKind(clause.mark);
  if (kind === "") return null;
  if (parent.items === null) return { ...parent, items: kind };
  return parent.items === kind ? parent : null;
}

/** "a. Cấp tỉnh: 1.074 người": a name that begins with no measure of its own needs that of the total. */
export function underParent(reading: Reading, words: Words, clause: Clause, parent: ListParent | null): Words {
  const [first] = words;
  if (!parent || !first || words.length > 1 || clause.mark === "") return words;
  if (parent.heading) return bareTotal.test(folded(reading, first)) ? [...parent.words, first] : words;
  // every list has its "dự phòng"
  const measure = headWords.matchAt(reading, first.start) !== null && folded(reading, first) !== "dự phòng";
  const said = parent.words.some((span) => folded(reading, span).includes(folded(reading, first)));
  const own = said || measure || countWords(reading, first) > longestItem;
  return own || /^(?:bổ sung|chi|thu|xây dựng|hỗ trợ)/.test(folded(reading, first)) ? words : [...parent.words, first];
}

const bareTotal = /^(?:tổng số|tổng cộng)(?: (?:thu|chi|vốn))?$/;

const isShort = (reading: Reading, words: Words): boolean =>
  words.reduce((sum, span) => sum + countWords(reading, span), 0) <= longestParent;

/** "-", "+", "a", "1", "(1)": marks of one list are of one kind. */
const markKind = (mark: string): string => mark.replace(/\d+/g, "1").replace(/[a-zđ]/gi, "a");
