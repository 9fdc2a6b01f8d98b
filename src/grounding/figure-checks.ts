import type { Figure } from "../records/figure.js";
import type { Problem } from "../records/record.js";
import { sameWords } from "../vietnamese/text/fold.js";
import { isWordToken } from "../vietnamese/text/tokens.js";
import { comparisonProblems } from "./comparison-checks.js";
import { isEvidence } from "./evidence.js";
import {
  isDrawnFromAside,
  isInIndicator,
  provingQuantities,
  type QuantityMention,
  readsAlone,
  rivalOf,
} from "./figure-numbers.js";
import { measureTold } from "./measures.js";
import { negationOf } from "./negation.js";
import { implausibilities } from "./plausibility.js";
import { problem } from "./problems.js";
import type { Proof } from "./proof.js";
import type { Takers } from "./takers.js";
import { findWords } from "./words.js";

/** Wider evidence proves nothing: the number could belong to anything in it. */
const longestEvidence = 1000;

/**
 * Everything of a figure that its document does not bear out; a figure without problems is verified.
 * @param takers which quantities the claims of the whole record take
 */
export function figureProblems(proof: Proof, figure: Figure, path: string, takers: Takers): Problem[] {
  if (!isEvidence(proof.text, figure.evidence)) return [problem(path, "EVIDENCE_NOT_IN_TEXT")];
  const { length } = figure.evidence.quote;
  if (length > longestEvidence) return [problem(path, "EVIDENCE_TOO_LONG", { length })];
  return [
    ...claimProblems(proof, figure, path, takers),
    ...indicatorProblems(proof, figure, path),
    ...implausibilities(figure, path),
    ...contextProblems(proof, figure, path),
    ...figure.comparisons.flatMap((comparison) => comparisonProblems(proof, figure, comparison, path)),
  ];
}

function claimProblems(proof: Proof, figure: Figure, path: string, takers: Takers): Problem[] {
  if (figure.value !== null) return numberProblems(proof, figure, path, takers);
  if (figure.status !== null) return statusProblems(proof, figure, figure.status, path, takers);
  return figure.comparisons.length > 0 ? [] : [problem(path, "NOTHING_CLAIMED")];
}

function numberProblems(proof: Proof, figure: Figure, path: string, takers: Takers): Problem[] {
  const proving = provingQuantities(proof, figure);
  const own = proving[0];
  const value = figure.valueMax === null ? figure.value : `${figure.value}-${figure.valueMax}`;
  if (!own) return [problem(path, "NUMBER_NOT_IN_EVIDENCE", { value, read: numbersRead(proof, figure) })];
  if (!readsAlone(proof, figure, own)) return [problem(path, "NUMBER_READS_DIFFERENTLY", { value })];
  if (isInIndicator(proof, figure, own)) {
    return [problem(path, "NUMBER_IN_INDICATOR", { number: proof.text.slice(own.start, own.end) })];
  }
  if (isDrawnFromAside(proof, figure, own)) {
    return [problem(path, "INDICATOR_NOT_IN_EVIDENCE", { words: figure.indicator })];
  }
  const rival = rivalOf(proof, figure, own, takers);
  const denied = negationOf(proof, figure, own);
  const told = measureTold(proof, own);
  return [
    ...(rival ? [problem(path, "NUMBER_OF_ANOTHER", { number: proof.text.slice(rival.start, rival.end) })] : []),
    ...(denied ? [problem(path, "NEGATED", { words: denied })] : []),
    ...(told === figure.measure ? [] : [problem(path, "MEASURE_CONTRADICTED", { measure: figure.measure })]),
  ];
}

function numbersRead(proof: Proof, figure: Figure): string {
  const words = proof.within("quantity", figure.evidence).map(({ start, end }) => `'${proof.text.slice(start, end)}'`);
  return words.slice(0, 3).join(", ") || "no number";
}

function statusProblems(proof: Proof, figure: Figure, status: string, path: string, takers: Takers): Problem[] {
  const place = findWords(proof.tokensIn(figure.evidence), proof.tokensOf(status));
  if (!place) return [problem(path, "STATUS_NOT_IN_EVIDENCE", { words: status })];
  const denied = negationOf(proof, figure, place);
  const beside = proof
    .within("quantity", figure.evidence)
    .find((quantity) => !takers.get(quantity.id) && isNumber(quantity));
  return [
    ...(denied ? [problem(path, "NEGATED", { words: denied })] : []),
    ...(beside ? [problem(path, "NUMBER_BESIDE_STATUS", { number: proof.text.slice(beside.start, beside.end) })] : []),
  ];
}

const isNumber = ({ value }: QuantityMention): boolean => !value.guessed && value.kind !== "bare";

/** More than two thirds of the indicator's words stand in the evidence, and the others lead up to it or head it. */
function indicatorProblems(proof: Proof, figure: Figure, path: string): Problem[] {
  const words = proof.tokensOf(figure.indicator).filter(isWordToken);
  const told = new Set(proof.indicatorTokens(figure).map(({ word }) => word));
  const missing = words.filter((word) => !told.has(word));
  const around = new Set(missing.length > 0 ? proof.leadingTo(figure.evidence).map(({ word }) => word) : []);
  const holds = missing.length * 3 < words.length && missing.every((word) => around.has(word));
  return holds ? [] : [problem(path, "INDICATOR_NOT_IN_EVIDENCE", { words: figure.indicator })];
}

function contextProblems(proof: Proof, { period, area }: Figure, path: string): Problem[] {
  const found: Problem[] = [];
  if (period && !namesPeriod(proof, period)) found.push(problem(path, "PERIOD_NOT_IN_TEXT", { label: period.label }));
  if (area && !proof.all("area").some(({ value }) => value.type === area.type && value.name === area.name)) {
    found.push(problem(path, "AREA_NOT_IN_TEXT", { area: `${area.type} ${area.name}` }));
  }
  return found;
}

function namesPeriod(proof: Proof, period: NonNullable<Figure["period"]>): boolean {
  const same = (start: string | null, end: string | null) => start === period.start && end === period.end;
  return (
    proof.all("period").some(({ value }) => value.label === period.label && same(value.start, value.end)) ||
    proof.all("date").some((date) => {
      const words = proof.text.slice(date.start, date.end);
      return sameWords(words, period.label) && same(date.value.start, date.value.end);
    })
  );
}
