import { isWord } from "../vietnamese/text/characters.js";
import { foldedWords } from "../vietnamese/text/fold.js";
import { Lexicon, type LexiconMatch, tokenEnd } from "../vietnamese/text/lexicon.js";
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
  const folded = foldedWords(words);
  let count = 0;
  let longest: LexiconMatch<string> | null = null;
  for (let at = 0; at < folded.length; at = tokenEnd(folded, at)) {
    if (!isWord(folded.charCodeAt(at))) continue;
    count++;
    const found = aliases.matchAt(folded, at);
    if (found && (!longest || found.end - found.start > longest.end - longest.start)) longest = found;
  }
  return longest && countWords(folded, longest) * 2 >= count ? longest.value : null;
}

function countWords(folded: string, { start, end }: Span): number {
  let count = 0;
  for (let at = start; at < end; at = tokenEnd(folded, at)) if (isWord(folded.charCodeAt(at))) count++;
  return count;
}
