import type { MentionOf } from "../mentions/mention.js";
import type { Figure } from "../records/figure.js";
import type { Quantity } from "../vietnamese/numbers/quantities.js";
import { covers, type Span } from "../vietnamese/text/span.js";
import type { Token } from "../vietnamese/text/tokens.js";
import { isEstimated } from "./estimates.js";
import type { Proof } from "./proof.js";

export type QuantityMention = MentionOf<"quantity">;

/** The part of a figure that a quantity proves. */
export type ClaimedNumber = Pick<Figure, "value" | "valueMax" | "outOf" | "unit" | "comparator">;

/** What a figure takes from its quantity; an estimating word that stands apart turns an exact number into `approx`. */
export function claimOf(quantity: Quantity, estimated: boolean): ClaimedNumber {
  const { value, valueMax, outOf, unit, comparator } = quantity;
  return { value, valueMax, outOf, unit, comparator: estimated && comparator === "eq" ? "approx" : comparator };
}

/** The quantities of the evidence that say what the figure claims, the nearest to its indicator first. */
export function provingQuantities(proof: Proof, figure: Figure): readonly QuantityMention[] {
  const named = proof.indicatorTokens(figure);
  return proof
    .within("quantity", figure.evidence)
    .filter((quantity) => says(proof, quantity, figure))
    .sort((a, b) => distance(named, a) - distance(named, b));
}

/** Whether the quote by itself, without the text around it, says the figure's number at that place. */
export function readsAlone(proof: Proof, figure: Figure, quantity: QuantityMention): boolean {
  const at = quantity.start - figure.evidence.start;
  return proof
    .quote(figure.evidence.quote)
    .quantities.some(
      (found) =>
        found.start === at &&
        found.end === at + quantity.end - quantity.start &&
        sameClaim(found.value, quantity.value),
    );
}

/** Whether the number is one of the indicator's words: the 2 of "tài khoản mức 2", the 100% of "khoản thu hưởng 100%". */
export function isInIndicator(proof: Proof, figure: Figure, { value }: QuantityMention): boolean {
  return proof.indicatorTokens(figure).some((token) => covers(value.number, token));
}

/**
 * The number of the evidence that is left over and fits the indicator better than the one taken: it stands nearer, or
 * the one taken belongs to another claim too, or stands in brackets.
 * @param takers how many claims of the record take a quantity, by its id
 */
export function rivalOf(
  proof: Proof,
  figure: Figure,
  own: QuantityMention,
  takers: ReadonlyMap<string, number>,
): QuantityMention | null {
  const named = proof.indicatorTokens(figure);
  const isShared = (takers.get(own.id) ?? 0) > 1;
  const isNearer = (rival: QuantityMention) =>
    distance(named, rival) < distance(named, own) || asideAround(proof, own) !== null;
  const rivals = proof
    .within("quantity", figure.evidence)
    .filter((rival) => rival.id !== own.id && !takers.get(rival.id) && !rival.value.guessed)
    .filter((rival) => !isInIndicator(proof, figure, rival));
  return rivals.find((rival) => isShared || (isNearer(rival) && asideAround(proof, rival) === null)) ?? null;
}

function says(proof: Proof, quantity: QuantityMention, figure: Figure): boolean {
  const estimated = figure.comparator === "approx" && isEstimated(proof, quantity);
  return sameClaim(claimOf(quantity.value, estimated), figure);
}

function sameClaim(a: ClaimedNumber, b: ClaimedNumber): boolean {
  return (
    a.value === b.value &&
    a.valueMax === b.valueMax &&
    a.outOf === b.outOf &&
    a.unit === b.unit &&
    a.comparator === b.comparator
  );
}

/** A remark in brackets is no longer than this, in UTF-16 code units. */
const longestAside = 160;

/** What stands in the brackets around the number: "(gộp ba xã trước sáp nhập)" tells of something else. */
function asideAround({ text }: Proof, { start, end }: Span): Span | null {
  const before = /\([^()\n]*$/.exec(text.slice(Math.max(0, start - longestAside), start));
  const behind = /^[^()\n]*\)/.exec(text.slice(end, end + longestAside));
  return before && behind && { start: start - before[0].length, end: end + behind[0].length };
}

/** Whether the number stands in brackets from within which words were drawn into an indicator outside. */
export function isDrawnFromAside(proof: Proof, figure: Figure, own: QuantityMention): boolean {
  const aside = asideAround(proof, own);
  const inside = proof.indicatorTokens(figure).map((token) => aside !== null && covers(aside, token));
  return inside.includes(true) && inside.includes(false);
}

/** How many code units stand between the number and the nearest word of the indicator. */
function distance(named: readonly Token[], { start, end }: Span): number {
  return Math.min(
    ...named
      .filter((token) => token.end <= start || token.start >= end)
      .map((token) => (token.end <= start ? start - token.end : token.start - end)),
    Number.MAX_SAFE_INTEGER,
  );
}
