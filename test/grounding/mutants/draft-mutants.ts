import type { Draft, DraftFigure, Words } from "../../../src/engines/draft.js";
import type { Mentions } from "../../../src/mentions/mention.js";
import { covers, type Span } from "../../../src/vietnamese/text/span.js";
import { tokensOf } from "../../../src/vietnamese/text/tokens.js";
import type { Random } from "../../support/random.js";

/** A draft with one thing falsified. */
export interface DraftMutant {
  readonly kind: string;
  readonly draft: Draft;
}

type Falsify = (
  figure: DraftFigure,
  draft: Draft,
  mentions: Mentions,
  random: Random,
  text: string,
) => DraftFigure | null;

const falsifications: Readonly<{ [kind: string]: Falsify }> = {
  "next number": (figure, _, mentions) => otherNumber(figure, mentions, 1),
  "number before": (figure, _, mentions) => otherNumber(figure, mentions, -1),
  "any number": (figure, _, mentions, random) => {
    const { quantity } = figure;
    const own = quantity && mentions.get(quantity, "quantity");
    const other = random.pick(mentions.of("quantity").filter(({ value }) => own && value.value !== own.value.value));
    return own && other ? { ...figure, quantity: other.id } : null;
  },
  "no such number": (figure) => (figure.quantity ? { ...figure, quantity: "n99999" } : null),
  "mention of another kind": (figure, _, mentions) => {
    const date = mentions.of("date")[0];
    return figure.quantity && date ? { ...figure, quantity: date.id } : null;
  },
  "evidence of another": (figure, draft, _, random) => {
    const other = random.pick(draft.figures.filter(({ evidence }) => !covers(evidence, figure.evidence)));
    return other ? { ...figure, evidence: other.evidence } : null;
  },
  "evidence cut within the number": (figure, _, mentions) => {
    const own = figure.quantity ? mentions.get(figure.quantity, "quantity") : null;
    const digits = own?.value.number;
    return digits && digits.end - digits.start > 1
      ? { ...figure, evidence: { start: digits.start + 1, end: figure.evidence.end } }
      : null;
  },
  "measure flipped": (figure) =>
    figure.quantity ? { ...figure, measure: figure.measure === "decrease" ? "increase" : "decrease" } : null,
  "indicator of another": (figure, draft, _, random, text) => {
    const others = draft.figures.filter(({ indicator }) => isElsewhere(text, indicator, figure.evidence));
    const other = random.pick(others);
    return other ? { ...figure, indicator: other.indicator } : null;
  },
  "comparison's number elsewhere": (figure, _, mentions, random) =>
    withComparison(figure, (first) => {
      const own = first.quantity ? mentions.get(first.quantity, "quantity") : null;
      const other = random.pick(mentions.of("quantity").filter(({ value }) => own && value.value !== own.value.value));
      return own && other ? { ...first, quantity: other.id } : null;
    }),
  "comparison's fall flipped": (figure) =>
    withComparison(figure, (first) => (first.quantity ? { ...first, falls: !first.falls } : null)),
  "comparison's words elsewhere": (figure, draft, _, random) =>
    withComparison(figure, (first) => {
      const other = random.pick(draft.figures.flatMap(({ comparisons }) => comparisons));
      return first.quantity && other && other.text.start !== first.text.start ? { ...first, text: other.text } : null;
    }),
};

/** Words that stand apart from the evidence, and most of which it does not say too. */
function isElsewhere(text: string, words: Words, evidence: Span): boolean {
  const said = new Set(tokensOf(text.slice(evidence.start, evidence.end)));
  const wanted = words.flatMap(({ start, end }) => tokensOf(text.slice(start, end)));
  const shared = wanted.filter((word) => said.has(word)).length;
  return words.every((span) => !covers(evidence, span)) && shared * 2 <= wanted.length;
}

function otherNumber(figure: DraftFigure, mentions: Mentions, step: 1 | -1): DraftFigure | null {
  const all = mentions.of("quantity");
  const at = all.findIndex(({ id }) => id === figure.quantity);
  const [own, other] = [all[at], all[at + step]];
  return at >= 0 && own && other && own.value.value !== other.value.value ? { ...figure, quantity: other.id } : null;
}

function withComparison(
  figure: DraftFigure,
  change: (comparison: DraftFigure["comparisons"][number]) => DraftFigure["comparisons"][number] | null,
): DraftFigure | null {
  const [first, ...rest] = figure.comparisons;
  const other = first && change(first);
  return other ? { ...figure, comparisons: [other, ...rest] } : null;
}

/** Every falsification of every figure of a draft, one at a time. */
export function* draftMutants(text: string, draft: Draft, mentions: Mentions, random: Random): Generator<DraftMutant> {
  for (const [index, figure] of draft.figures.entries()) {
    for (const [kind, falsify] of Object.entries(falsifications)) {
      const other = falsify(figure, draft, mentions, random, text);
      if (!other) continue;
      const figures = draft.figures.map((one, i) => (i === index ? other : one));
      yield { kind: `draft: ${kind}`, draft: { ...draft, figures } };
    }
  }
}
