import { foldedWords } from "../vietnamese/fold.js";
import { Lexicon } from "../vietnamese/lexicon.js";
import table from "./data/indicators.json" with { type: "json" };

/** An indicator that authorities report, as `data/indicators.json` lists it. */
export interface KnownIndicator {
  readonly code: string;
  /** its Vietnamese name in full */
  readonly name: string;
  readonly english: string;
  /** in Vietnamese words, as reports print it */
  readonly unit: string;
  /** which way is better */
  readonly direction: string;
  /** folded words by which texts name it; one alias never stands for two indicators */
  readonly aliases: readonly string[];
}

export const knownIndicators: readonly KnownIndicator[] = table.indicators;

const aliases = new Lexicon<string>(
  knownIndicators.flatMap(({ code, aliases }) => aliases.map((alias) => [alias, code] as const)),
);

/**
 * The code of the indicator that the words name: of the longest alias among them, if it makes up at least half of them.
 * What is measured of a part ("hộ nghèo được vay vốn") is not the indicator of the whole.
 * @returns a code of `knownIndicators`, or `null`
 */
export function indicatorCode(words: string): string | null {
  const folded = foldedWords(words);
  const [longest] = [...folded.matchAll(/[\p{L}\p{N}]+/gu)]
    .flatMap(({ index }) => aliases.matchAt(folded, index) ?? [])
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  if (!longest) return null;
  return syllables(folded.slice(longest.start, longest.end)) * 2 >= syllables(folded) ? longest.value : null;
}

function syllables(words: string): number {
  return words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
