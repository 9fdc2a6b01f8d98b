import type { Comparison, Figure } from "../records/figure.js";
import type { Problem } from "../records/record.js";
import { percentOf } from "../vietnamese/numbers/percent.js";
import type { Quantity } from "../vietnamese/numbers/quantities.js";
import { Lexicon } from "../vietnamese/text/lexicon.js";
import type { Reading } from "../vietnamese/text/reading.js";
import type { Span } from "../vietnamese/text/span.js";
import { problem } from "./problems.js";
import type { Proof } from "./proof.js";
import { findWords } from "./words.js";

const directions = new Lexicon<"rise" | "fall" | "ratio">(
  Object.entries({
    rise: "tăng,vượt,cao hơn,nhiều hơn,lớn hơn,nhanh hơn,gia tăng",
    fall: "giảm,hụt,sụt,thấp hơn,ít hơn,kém",
    ratio: "đạt,bằng,chiếm,hoàn thành,tương đương,tương ứng,thực hiện",
  } as const).flatMap(([told, words]) =>
    words.split(",").map((word) => [word, told as "rise" | "fall" | "ratio"] as const),
  ),
);

/** No document tells one result more often; the bound keeps the search short. */
const mostTold = 8;

/** What does not hold of a figure's comparison: its words, its number, its sign, who set the plan. */
export function comparisonProblems(proof: Proof, figure: Figure, comparison: Comparison, path: string): Problem[] {
  const { text, percent, value, setBy, type } = comparison;
  const place = placeOf(proof, figure, text);
  if (!place) return [problem(path, "COMPARISON_NOT_IN_TEXT", { words: text })];
  const found: Problem[] = [];
  const { reading, quantities } = proof.quote(text);
  const own = quantities.map((quantity) => quantity.value);
  const shares = own.filter((quantity) => percentOf(quantity) !== null);
  const wrong = (number: number) =>
    found.push(problem(path, "COMPARISON_READS_DIFFERENTLY", { words: text, value: number }));
  const reads = (quantity: Quantity, number: number) =>
    percentOf(quantity) === Math.abs(number) &&
    (quantity.comparator === comparison.comparator || comparison.comparator === "approx");
  if (percent !== null && !shares.some((share) => reads(share, percent))) wrong(percent);
  if (value !== null) {
    const near = [...own, ...proof.within("quantity", figure.evidence).map((mention) => mention.value)];
    const amounts = type === "change" ? own : near;
    if (!amounts.some((amount) => amount.value === Math.abs(value))) wrong(value);
  }
  if (percent === null && value === null) wrong(0);
  const number = percent ?? value ?? 0;
  if (!tells(reading, type, number))
    found.push(problem(path, "COMPARISON_CONTRADICTED", { words: text, claim: claimOf(type, number) }));
  if (setBy !== null && !findWords(proof.tokensIn(place), proof.tokensOf(setBy))) {
    found.push(problem(path, "COMPARISON_NOT_IN_TEXT", { words: setBy }));
  }
  return found;
}

/**
 * Where the comparison's words stand: in the figure's line, at or behind its evidence if there, else in a line that
 * tells the same amount again, since a result told twice is one figure.
 */
export function placeOf(proof: Proof, figure: Figure, words: string): Span | null {
  const wanted = proof.tokensOf(words);
  const beside = findWords(proof.tokensOfLine(figure.evidence), wanted, figure.evidence.start);
  if (beside) return beside;
  const again = proof.all("quantity").filter(({ value }) => value.value === figure.value && value.unit === figure.unit);
  for (const quantity of figure.value === null ? [] : again.slice(0, mostTold)) {
    const place = findWords(proof.tokensOfLine(quantity), wanted, quantity.start);
    if (place) return place;
  }
  return null;
}

/** A fall is written with a minus, a change has a verb of change, and a ratio has none. */
function tells(told: Reading, type: Comparison["type"], number: number): boolean {
  // "tăng 1,7 lần": how many times is no change by so much
  if (type === "ratio" && number >= 0 && /\d lần|gấp /.test(told.folded)) return true;
  const said = new Set(directions.matchAll(told).map((match) => match.value));
  if (type === "ratio") return number >= 0 && (said.has("ratio") || (!said.has("rise") && !said.has("fall")));
  return number < 0 ? said.has("fall") : said.has("rise");
}

function claimOf(type: Comparison["type"], number: number): string {
  return type === "ratio" ? "ratio" : number < 0 ? "fall" : "rise";
}
