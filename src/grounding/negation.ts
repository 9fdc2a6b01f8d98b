import type { Figure } from "../records/figure.js";
import { Lexicon } from "../vietnamese/text/lexicon.js";
import type { Span } from "../vietnamese/text/span.js";
import { isWordToken, type Token } from "../vietnamese/text/tokens.js";
import { clauseBefore, clauseBehind } from "./clause-zones.js";
import type { Proof } from "./proof.js";

const negations = new Set(["không", "chưa", "chẳng"]);
/** Words that may stand between a negation and its verb. */
const fillers = new Set(["thể", "hề", "phải", "còn", "kịp", "từng", "được", "đã", "ước"]);
/** With these a negation bounds a number or adds to it and denies nothing. */
const affirmed = Lexicon.of(
  `không quá,không dưới,không thấp hơn,không ít hơn,không cao hơn,không vượt,không chỉ,không những,không ngừng,không kể,
  không tính,không bao gồm,không chính thức,chưa kể,chưa tính,chưa đến,chưa tới,chưa bao gồm`.split(/,\s*/),
);
const joins = new Set(["và", "đồng"]);
/** Verbs that say that a number was reached, done or had. */
const attaining = new Set(
  "đạt hoàn thành thực hiện có vượt giảm tăng bằng lên xuống thu chi huy động giải ngân duy trì giữ công nhận xếp được".split(
    " ",
  ),
);

/**
 * The words that deny a statement: "không" or "chưa" in its clause, before a verb of attaining, the indicator or the
 * number itself. A negation that is part of the indicator ("không có hộ nghèo") or of a bound ("không quá") denies nothing.
 * @param stated the number or the status
 */
export function negationOf(proof: Proof, figure: Figure, stated: Span): string | null {
  const { folded } = proof.reading;
  const [before, behind] = [clauseBefore(proof, stated), clauseBehind(proof, stated)];
  const words = folded.slice(before.start, behind.end);
  if (![...negations].some((negation) => words.includes(negation))) return null;
  const named = new Set(proof.indicatorTokens(figure).map(({ start }) => start));
  const clause = [before, stated, behind].flatMap((zone) =>
    proof.tokensIn(zone).filter(({ word }) => isWordToken(word)),
  );
  const denied = ({ start, word }: Token, at: number): Token | null => {
    if (!negations.has(word) || named.has(start) || affirmed.matchAt(proof.reading, start)) return null;
    const verb = clause.slice(at + 1, at + 4).find((token) => !fillers.has(token.word) || named.has(token.start));
    if (!verb) return null;
    const isDenied = attaining.has(verb.word) || named.has(verb.start) || verb.start === stated.start;
    return isDenied ? verb : null;
  };
  for (const [at, token] of clause.entries()) {
    // "thu đạt 170 tỷ đồng và duy trì không có hộ nghèo": the second is told of by itself
    if (token.start >= stated.end && joins.has(token.word) && attaining.has(clause[at + 1]?.word ?? "")) return null;
    const verb = denied(token, at);
    if (verb) return proof.text.slice(token.start, verb.end);
  }
  return null;
}
