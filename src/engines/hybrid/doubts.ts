import type { MentionOf } from "../../mentions/mention.js";
import { lines } from "../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../vietnamese/text/span.js";
import { tokensOf } from "../../vietnamese/text/tokens.js";
import type { Draft, DraftFigure, MentionId, Words } from "../draft.js";
import type { EngineInput } from "../engine.js";
import { comparedNumbers, NumberGroups } from "../llm/interpret/number-groups.js";
import { isExcluded } from "../rules/figures/exclusions/index.js";

/** So many amounts that nothing takes make a paragraph doubtful in which rules found no figure at all. */
const manyAmounts = 3;

/**
 * The paragraphs in which rules may have missed or confused something: beside a figure stands an amount that nothing
 * takes, two figures take one number, a figure has no more than one word for what it measures or is not borne out by
 * its evidence, or several amounts stand where no figure was found.
 * @param unproven the evidence of figures that grounding does not verify
 */
export function doubtfulLines(
  { mentions }: Pick<EngineInput, "mentions">,
  draft: Draft,
  unproven: readonly Span[],
): readonly Span[] {
  const { text } = mentions.reading;
  const groups = new NumberGroups(mentions);
  const takers = takersOf(draft);
  return lines(mentions.reading).filter((line) => {
    const amounts = mentions.of("quantity", line).filter((quantity) => mayBeResult(quantity, groups));
    const open = amounts.filter(({ id }) => !takers.has(id)).length;
    const figures = draft.figures.filter(({ evidence }) => covers(line, evidence));
    const isContested = amounts.some(({ id }) => (takers.get(id) ?? 0) > 1);
    const isUnproven = unproven.some((evidence) => covers(line, evidence));
    const isBare = figures.some(({ indicator }) => countWords(text, indicator) < 2);
    return isContested || isUnproven || isBare || open >= (figures.length > 0 ? 1 : manyAmounts);
  });
}

/** How many figures and groups of people take each number. */
function takersOf({ figures, attendees }: Draft): ReadonlyMap<MentionId, number> {
  const taken = [...figures.flatMap(numbersOf), ...attendees.flatMap(({ count }) => count ?? [])];
  const takers = new Map<MentionId, number>();
  for (const id of taken) takers.set(id, (takers.get(id) ?? 0) + 1);
  return takers;
}

const numbersOf = ({ quantity, comparisons }: DraftFigure): readonly MentionId[] => [
  ...new Set([...(quantity ? [quantity] : []), ...comparisons.flatMap(comparedNumbers)]),
];

const countWords = (text: string, words: Words): number =>
  words.reduce((sum, { start, end }) => sum + tokensOf(text.slice(start, end)).length, 0);

/** Bare numbers, numbers in words and what the rules know to be no result leave no doubt. */
function mayBeResult(quantity: MentionOf<"quantity">, groups: NumberGroups): boolean {
  const { unit, guessed } = quantity.value;
  const clause = groups.clauseAt(quantity.start);
  if (unit === null || guessed || quantity.rule.includes("in words") || !clause) return false;
  return !isExcluded(groups.mentions.reading, quantity, clause);
}
