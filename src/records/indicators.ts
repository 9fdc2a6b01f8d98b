import { isWord } from "../vietnamese/text/characters.js";
import { evenlySpaced } from "../vietnamese/text/fold.js";
import { Lexicon, type LexiconMatch, tokenEnd } from "../vietnamese/text/lexicon.js";
import { foldedForm } from "../vietnamese/text/reading.js";
import type { Span } from "../vietnamese/text/span.js";
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
  const folding = foldedForm(evenlySpaced(words.normalize("NFC")).trim());
  const { folded, units } = folding;
  let count = 0;
  let longest: LexiconMatch<string> | null = null;
  for (let at = 0; at < folded.length; at = tokenEnd(units, at)) {
    if (!isWord(units[at] ?? 0)) continue;
    count++;
    const found = aliases.matchAt(folding, at);
    if (found && (!longest || found.end - found.start > longest.end - longest.start)) longest = found;
  }
  return longest && countWords(units, longest) * 2 >= count ? longest.value : null;
}

function countWords(units: Uint16Array, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at = tokenEnd(units, at)) if (isWord(units[at] ?? 0)) count++;
  return count;
}
