import type { Mentions } from "../../../mentions/mention.js";
import { Lexicon } from "../../../vietnamese/text/lexicon.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { overlaps, type Span } from "../../../vietnamese/text/span.js";
import type { Words } from "../../draft.js";
import { withoutAsides } from "../../rules/figures/asides.js";
import { directing } from "../../rules/figures/indicator-words.js";
import { stripAttaining, stripOpening } from "../../rules/figures/left-words.js";
import type { QuantityMention } from "../../rules/figures/number-verbs.js";
import { countWords, strip } from "../../rules/words.js";

const directingWords = Lexicon.of(directing);

/** The words of an indicator, and the verb of direction that leads into them: "giảm [tỷ lệ hộ nghèo]". */
export interface Indicator {
  readonly words: Words;
  readonly direction: string | null;
}

/**
 * What is left of quoted words without what the contract leaves out of an indicator: its number, openings, verbs of
 * attaining, periods and asides, taken off by the same rules as the rules engine takes them off.
 * @param numbers those of the figure, in order
 */
export function cleanIndicator(mentions: Mentions, quoted: Words, numbers: readonly QuantityMention[]): Indicator {
  const { reading } = mentions;
  const words = quoted.flatMap((span) => withoutNumbers(mentions, span, numbers));
  const [first, ...rest] = words;
  if (!first) return { words: [], direction: null };
  const led = directingWords.matchBefore(reading, wordsEnd(reading, first.start))?.value ?? null;
  const { span: opened, direction } = stripOpening(reading, mentions, first);
  const start = kept(mentions, opened, first);
  const last = rest.at(-1) ?? start;
  const end = kept(mentions, stripAttaining(reading, mentions, last).span, last);
  const parts = rest.length === 0 ? [end] : [start, ...rest.slice(0, -1), end];
  const clean = withoutAsides(reading, mentions, parts).map((span) => withClosingQuote(reading, span));
  return { words: clean.length > 0 ? clean : parts, direction: direction ?? led };
}

/** "Quỹ "Vì người nghèo"": a quotation that opens within the words closes within them. */
function withClosingQuote({ folded }: Reading, { start, end }: Span): Span {
  const quotes = folded.slice(start, end).split('"').length - 1;
  return { start, end: quotes % 2 === 1 && folded.charAt(end) === '"' ? end + 1 : end };
}

/** Where the word before an offset ends. */
function wordsEnd(reading: Reading, offset: number): number {
  return strip(reading, { start: Math.max(0, offset - 3), end: offset }, "").end;
}

/** The narrowed span where it still says something. */
function kept({ reading }: Mentions, narrowed: Span, whole: Span): Span {
  return countWords(reading, narrowed) > 0 ? narrowed : whole;
}

/** The span without the figure's own numbers; the nouns that they count stay, and so do numbers of a name. */
function withoutNumbers({ reading }: Mentions, span: Span, numbers: readonly QuantityMention[]): readonly Span[] {
  const parts: Span[] = [];
  let { start } = span;
  for (const { start: from, end, value } of numbers) {
    const cut = { start: from, end: value.kind === "count" ? value.number.end : end };
    if (!overlaps(cut, span) || cut.start < start) continue;
    parts.push({ start, end: cut.start });
    start = Math.min(cut.end, span.end);
  }
  return [...parts, { start, end: span.end }]
    .map((part) => strip(reading, part))
    .filter((part) => countWords(reading, part) > 0);
}
