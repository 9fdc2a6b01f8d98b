import type { Reading } from "../../../vietnamese/text/reading.js";
import { distance, firstPast, type Span } from "../../../vietnamese/text/span.js";
import { type Token, tokens, tokensOf } from "../../../vietnamese/text/tokens.js";
import type { Words } from "../../draft.js";
import { neutral, withoutMarks } from "../marks.js";

/** A longer quotation is a copied passage and no name of anything. In UTF-16 code units. */
const longestQuote = 600;
const parting = /…|\.{3}/u;
const loose = new Set([",", ".", ";", ":", "-", "+", "*"]);
/** So many places are tried on each side; only a text of one word repeated holds more. */
const mostTried = 2000;

/**
 * Finds quoted words in a text, token by token: digits, units, signs, "không" and names must all be there, in any case,
 * spacing, dash and placement of the tone mark, and nothing between them. There is no likeness that is near enough.
 */
export class Aligner {
  private readonly tokens: readonly Token[];
  private readonly places: ReadonlyMap<string, readonly number[]>;
  private readonly text: string;

  constructor(reading: Reading) {
    this.text = reading.text;
    // a bracket is a token of its own, so the tokens are those of the neutral text
    this.tokens = tokens(reading).map((token) => ({ ...token, word: neutral(token.word) }));
    const places = new Map<string, number[]>();
    for (const [index, { word }] of this.tokens.entries()) {
      const known = places.get(word);
      if (known) known.push(index);
      else places.set(word, [index]);
    }
    this.places = places;
  }

  /** The parts of a quotation, each where it stands nearest to `near`; `null` where one stands nowhere. */
  words(quote: string, near: Span): Words | null {
    const parts = quote.length > longestQuote ? [] : withoutMarks(quote).split(parting).filter(hasWord);
    const spans = parts.map((part) => this.span(part, near));
    const found = spans.filter((span) => span !== null);
    return found.length > 0 && found.length === spans.length ? found : null;
  }

  /**
   * The place of a passage of which the answer may leave out the middle ("đánh giá kết quả … 6 tháng cuối năm"): from its
   * first words to its last, in one line; `null` where they stand nowhere.
   */
  passage(quote: string, near: Span): Span | null {
    const [first, last, ...others] = withoutMarks(quote).split(parting).filter(hasWord);
    const start = first === undefined ? null : this.span(first, near);
    if (!start || last === undefined) return start;
    const end = this.behind(last, start.end);
    const inLine = end && !this.text.slice(start.end, end.start).includes("\n");
    return inLine && others.length === 0 ? { start: start.start, end: end.end } : null;
  }

  /** The place of the words that is nearest to `near`, the earlier of two; `null` where they stand nowhere. */
  span(quote: string, near: Span): Span | null {
    if (quote.length > longestQuote) return null;
    const wanted = trimmed(tokensOf(neutral(withoutMarks(quote))));
    const places = this.places.get(wanted[0] ?? "") ?? [];
    const before = firstPast(places, (place) => (this.tokens[place]?.start ?? 0) > near.start);
    const left = this.first(places.slice(Math.max(0, before - mostTried), before).reverse(), wanted);
    const right = this.first(places.slice(before, before + mostTried), wanted);
    if (!left || !right) return left ?? right;
    return distance(left, near) <= distance(right, near) ? left : right;
  }

  /** The first place of the words behind `from`. */
  private behind(quote: string, from: number): Span | null {
    const wanted = trimmed(tokensOf(neutral(quote)));
    const places = this.places.get(wanted[0] ?? "") ?? [];
    const next = firstPast(places, (place) => (this.tokens[place]?.start ?? 0) >= from);
    return this.first(places.slice(next, next + mostTried), wanted);
  }

  private first(places: readonly number[], wanted: readonly string[]): Span | null {
    const place = places.find((at) => wanted.every((word, offset) => this.tokens[at + offset]?.word === word));
    const [first, last] = [this.tokens[place ?? -1], this.tokens[(place ?? 0) + wanted.length - 1]];
    return first && last ? { start: first.start, end: last.end } : null;
  }
}

const hasWord = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);

/** Without the signs at the ends that a quotation may take along or leave out. */
function trimmed(words: readonly string[]): readonly string[] {
  let [start, end] = [0, words.length];
  while (start < end && loose.has(words[start] ?? "")) start++;
  while (end > start && loose.has(words[end - 1] ?? "")) end--;
  return words.slice(start, end);
}
