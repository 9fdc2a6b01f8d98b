import { isWord } from "../vietnamese/text/characters.js";
import { evenlySpaced } from "../vietnamese/text/fold.js";
import { Lexicon, type LexiconMatch, tokenEnd } from "../vietnamese/text/lexicon.js";
import { type Folded, read } from "../vietnamese/text/reading.js";
import type { Span } from "../vietnamese/text/span.js";
import table from "./data/indicators.json" with { type: "json" };
import type { Figure } from "./figure.js";
import { partOf } from "./indicator-parts.js";
import { type Dimension, fits, unitKind } from "./indicator-units.js";

/** An indicator that authorities report, as `data/indicators.json` lists it. */
export interface KnownIndicator extends Dimension {
  readonly code: string;
  /** its Vietnamese name in full */
  readonly name: string;
  readonly english: string;
  /** in Vietnamese words, as reports print it */
  readonly unit: string;
  /** what the same words name with a unit of another kind, or as a growth: "3% hộ nghèo" is the rate */
  readonly instead?: Readonly<Partial<Record<string, string>>> | undefined;
  /** which way is better */
  readonly direction: string;
  /** folded words by which texts name it; one alias never stands for two indicators */
  readonly aliases: readonly string[];
}

export const knownIndicators: readonly KnownIndicator[] = table.indicators;

const byCode: ReadonlyMap<string, KnownIndicator> = new Map(knownIndicators.map((known) => [known.code, known]));

const aliases = new Lexicon<string>(
  knownIndicators.flatMap(({ code, aliases }) => aliases.map((alias) => [alias, code] as const)),
);

/**
 * The code of the indicator that the words name: of the longest alias among them, if it makes up at least half of them.
 * What is measured of a part ("hộ nghèo được vay vốn") is not the indicator of the whole.
 * @returns a code of `knownIndicators`, or `null`
 */
export function indicatorCode(words: string): string | null {
  const folding = read(evenlySpaced(words.normalize("NFC")).trim());
  const { folded, units } = folding;
  const longest = longestAlias(folding);
  if (!longest) return null;
  const part = partOf(longest.value, folding, longest);
  const told = [longest, ...(part?.spans ?? [])].reduce((sum, span) => sum + countWords(units, span), 0);
  if (told * 2 < countWords(units, { start: 0, end: folded.length })) return null;
  return part ? part.code : longest.value;
}

/**
 * The code of a figure: of what its words name, if its unit can tell that. A figure without a value, told by its
 * comparisons alone ("thu ngân sách tăng 10% so với cùng kỳ"), has the code of its words.
 */
export function figureCode({
  indicator,
  unit,
  measure,
}: Pick<Figure, "indicator" | "unit" | "measure">): string | null {
  const known = byCode.get(indicatorCode(indicator) ?? "");
  if (!known || unit === null || fits(unit, known)) return known?.code ?? null;
  const kind = unitKind(unit);
  const growth = kind === "share" && measure === "increase" ? known.instead?.["growth"] : undefined;
  return growth ?? known.instead?.[kind] ?? null;
}

function longestAlias(folding: Folded): LexiconMatch<string> | null {
  const { folded, units } = folding;
  let longest: LexiconMatch<string> | null = null;
  for (let at = 0; at < folded.length; at = tokenEnd(units, at)) {
    if (!isWord(units[at] ?? 0)) continue;
    const found = aliases.matchAt(folding, at);
    if (found && (!longest || found.end - found.start > longest.end - longest.start)) longest = found;
  }
  return longest;
}

function countWords(units: Uint16Array, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at = tokenEnd(units, at)) if (isWord(units[at] ?? 0)) count++;
  return count;
}
