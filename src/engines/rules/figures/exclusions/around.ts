import type { Reading } from "../../../../vietnamese/text/reading.js";
import type { Clause } from "../clauses.js";
import type { QuantityMention } from "../number-verbs.js";

/** A number and the folded words around it, cut out once for all who ask whether it counts. */
export interface Around {
  readonly reading: Reading;
  readonly quantity: QuantityMention;
  readonly clause: Clause;
  /** from the clause's beginning to the number */
  readonly before: string;
  /** from the sentence's beginning to the number */
  readonly lead: string;
  /** from the number to the clause's end */
  readonly behind: string;
  readonly sentence: string;
}

export function around(reading: Reading, quantity: QuantityMention, clause: Clause): Around {
  const words = (start: number, end: number): string => reading.folded.slice(start, end);
  return {
    reading,
    quantity,
    clause,
    before: words(clause.start, quantity.start),
    lead: words(clause.sentence.start, quantity.start),
    behind: words(quantity.end, clause.end),
    sentence: words(clause.sentence.start, clause.sentence.end),
  };
}
