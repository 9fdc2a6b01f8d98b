import { Lexicon } from "../vietnamese/text/lexicon.js";
import { swift } from "../vietnamese/text/patterns.js";
import type { Reading } from "../vietnamese/text/reading.js";
import type { Span } from "../vietnamese/text/span.js";
import table from "./data/indicator-parts.json" with { type: "json" };

interface Part {
  readonly of: readonly string[];
  /** the indicator of the part, `null` where the table has none */
  readonly code: string | null;
  /** one of them makes the part the one of the code: "lâm nghiệp" alone is not all that agriculture makes */
  readonly heads?: readonly string[] | undefined;
  readonly words: readonly string[];
}

/** A word that narrows an indicator. */
interface PartWord {
  readonly part: Part;
  readonly head: boolean;
}

/** The words of an indicator that make another one of it, and the code that they make. */
export interface PartFound {
  readonly code: string | null;
  readonly spans: readonly Span[];
}

const parts: readonly Part[] = table.parts;

const lexicons: ReadonlyMap<string, Lexicon<PartWord>> = new Map(
  [...new Set(parts.flatMap((part) => part.of))].map((code) => [code, lexiconOf(code)] as const),
);

function lexiconOf(code: string): Lexicon<PartWord> {
  return new Lexicon(
    parts
      .filter((part) => part.of.includes(code))
      .flatMap((part) =>
        part.words.map((word) => [word, { part, head: part.heads?.includes(word) ?? false }] as const),
      ),
  );
}

const proper = swift(/^\p{Lu}\p{Ll}+$/u);
const properBefore = swift(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+ $/u);
const properBehind = swift(/^ \p{Lu}\p{Ll}/u);

/** Whether the word is a syllable of a name: "Lạc" of "xã Lạc Giang" is no peanut. */
function inName(text: string, { start, end }: Span): boolean {
  if (!proper.test(text.slice(start, end))) return false;
  return properBefore.test(text.slice(0, start)) || properBehind.test(text.slice(end));
}

/**
 * What the words before and behind an indicator's name make of it: "giá trị sản xuất" and "ngành công nghiệp" are the
 * output of industry, with "ngư nghiệp" of a part that has no code, "lượt khách du lịch" and "nội địa" not all visitors.
 * @returns `null` where no word narrows the indicator
 */
export function partOf(code: string, words: Reading, name: Span): PartFound | null {
  const lexicon = lexicons.get(code);
  if (!lexicon) return null;
  const beside = [...lexicon.matchAll(words, 0, name.start), ...lexicon.matchAll(words, name.end)];
  const found = beside.filter((span) => !inName(words.text, span));
  const [first] = found;
  if (!first) return null;
  const { part } = first.value;
  const one = found.every(({ value }) => value.part === part) && found.some(({ value }) => value.head);
  return { code: one ? part.code : null, spans: found };
}
