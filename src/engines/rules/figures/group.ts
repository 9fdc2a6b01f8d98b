import type { DraftComparison } from "../../draft.js";
import type { Clause } from "./clauses.js";
import type { QuantityMention } from "./number-verbs.js";

/** The numbers of one result: its amount, or none, and what that is held against. */
export interface Group {
  readonly clause: Clause;
  readonly quantity: QuantityMention | null;
  readonly comparisons: readonly DraftComparison[];
  /** where its first number, with bound words or the comparison's verb, begins */
  readonly start: number;
  /** behind its last number or comparison */
  readonly end: number;
  /** a number that belongs to the name of what is measured begins here: "[4] ngành công nghiệp trọng điểm" */
  readonly subject: number | null;
}

/** Where a group may look for its words: behind the group before it, before the group after it. */
export interface Field {
  readonly from: number;
  readonly to: number;
  /** the whole clause is one item of a list, so its commas part nothing */
  readonly item: boolean;
}
