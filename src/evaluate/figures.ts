import type { Scored, ScoredComparison, ScoredFigure } from "./gold.js";
import { pair } from "./pairing.js";
import type { Sheet } from "./sheet.js";
import { sameNumber, sameUnit, wordOverlap } from "./similarity.js";
import { day } from "./slots.js";

const classes = ["target", "achievement"] as const;
type Classed = ScoredFigure & { readonly class: (typeof classes)[number] };

/**
 * Figures are found where the number and enough words agree, whichever class they were put in; strictly so where class,
 * indicator, comparator, measure and both ends agree too. Periods and comparisons are scored on the found ones.
 */
export function judgeFigures(sheet: Sheet, document: string, gold: Scored, got: Scored): void {
  const told = classed(got);
  const pairing = pair(classed(gold), told, figureLikeness);
  const missed = pairing.missed.filter((figure) => !figure.optional);
  const expected = [...pairing.pairs.map(([figure]) => figure), ...missed];
  const { tallies } = sheet;

  tallies.figures_found.add(pairing.pairs.length, pairing.extra.length, missed.length);
  const strict = pairing.pairs.filter(([a, b]) => agreesStrictly(a, b)).length;
  tallies.figures_strict.add(strict, told.length - strict, expected.length - strict);
  for (const one of classes) {
    const of = (figures: readonly Classed[]) => figures.filter((figure) => figure.class === one).length;
    const hits = pairing.pairs.filter(([a, b]) => a.class === one && b.class === one).length;
    tallies[`${one}s`].add(hits, of(told) - hits, of(expected) - hits);
  }
  for (const [a, b] of pairing.pairs) {
    if (!agreesStrictly(a, b)) sheet.note(document, `figure not strict: gold ${inFull(a)}; got ${inFull(b)}`);
    judgePeriod(sheet, document, a, b);
    const comparisons = pair(a.comparisons, b.comparisons, (x, y) => (sameComparison(x, y) ? 1 : 0));
    tallies.comparisons.addPairing(comparisons);
  }
  for (const figure of missed)
    sheet.note(document, `figure missed: ${inShort(figure, figure.comparisons[0]?.percent)}`);
  for (const figure of pairing.extra) sheet.note(document, `figure extra: ${inShort(figure)}`);
}

function classed({ targets, achievements }: Scored): readonly Classed[] {
  return [
    ...targets.map((figure) => ({ ...figure, class: "target" as const })),
    ...achievements.map((figure) => ({ ...figure, class: "achievement" as const })),
  ];
}

/** 0 where the numbers differ or the words have too little in common. */
function figureLikeness(gold: ScoredFigure, got: ScoredFigure): number {
  if (!sameAmount(gold, got)) return 0;
  const words = 0.6 * wordOverlap(gold.indicator, got.indicator) + 0.4 * wordOverlap(quotes(gold), quotes(got));
  return words >= 0.2 ? words : 0;
}

/** A figure's number is its value; without one, a comparison's per cent; without any, its status in words. */
function sameAmount(gold: ScoredFigure, got: ScoredFigure): boolean {
  if (gold.value !== null) return sameNumber(gold.value, got.value) && sameUnit(gold.unit, got.unit);
  if (got.value !== null) return false;
  const percents = percentsOf(gold);
  if (percents.length) return percents.some((a) => percentsOf(got).some((b) => sameNumber(a, b)));
  return wordOverlap(gold.status, got.status) >= 0.4;
}

function percentsOf(figure: ScoredFigure): readonly number[] {
  return figure.comparisons.map(({ percent }) => percent).filter((percent) => percent !== null);
}

function quotes({ evidence }: ScoredFigure): string {
  return [evidence]
    .flat()
    .map(({ quote }) => quote)
    .join(" ");
}

function agreesStrictly(gold: Classed, got: Classed): boolean {
  const sameEnd = (a: number | null, b: number | null) => (a === null ? b === null : sameNumber(a, b));
  return (
    gold.class === got.class &&
    wordOverlap(gold.indicator, got.indicator) >= 0.6 &&
    (gold.comparator ?? "eq") === (got.comparator ?? "eq") &&
    gold.measure === got.measure &&
    sameEnd(gold.outOf, got.outOf) &&
    sameEnd(gold.valueMax, got.valueMax)
  );
}

/** A period counts where gold knows when it begins. */
function judgePeriod(sheet: Sheet, document: string, gold: ScoredFigure, got: ScoredFigure): void {
  if (!gold.period?.start) return;
  const same = day(gold.period.start) === day(got.period?.start) && day(gold.period.end) === day(got.period?.end);
  sheet.tallies.periods.add(same ? 1 : 0, !same && got.period?.start ? 1 : 0, same ? 0 : 1);
  if (same) return;
  const range = (figure: ScoredFigure) => `${figure.period?.start}..${figure.period?.end}`;
  sheet.note(document, `period of "${gold.indicator}": gold ${range(gold)}, got ${range(got)}`);
}

function sameComparison(gold: ScoredComparison, got: ScoredComparison): boolean {
  const sameSize =
    sameNumber(gold.percent, got.percent) || (gold.percent === null && sameNumber(gold.value, got.value));
  return sameSize && gold.basis === got.basis && gold.type === got.type;
}

function inFull(figure: Classed): string {
  const { indicator, comparator, measure, value, outOf } = figure;
  return `${figure.class} "${indicator}" ${comparator} ${measure} ${value}/${outOf ?? ""}`;
}

function inShort(figure: Classed, percent?: number | null): string {
  return `${figure.class} "${figure.indicator}" ${figure.value ?? figure.status ?? percent ?? null} ${figure.unit ?? ""}`;
}
