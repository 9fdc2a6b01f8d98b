import { isSpace, isWord } from "./characters.js";
import { fold } from "./fold.js";
import { WordSieve, wordNumber } from "./word-sieve.js";

interface Node<Value> {
  readonly word: string;
  /** the words that may follow, by their numbers: a word of the text is not cut out to be looked up */
  readonly next: Map<number, Node<Value>>;
  /** another word of the same number */
  readonly twin: Node<Value> | undefined;
  value: Value | undefined;
}

const node = <Value>(word: string, twin?: Node<Value>): Node<Value> => ({
  word,
  next: new Map(),
  twin,
  value: undefined,
});

/** The node of the word that stands at `at`, among those that may follow. */
function nodeAt<Value>({ next }: Node<Value>, folded: string, at: number): Node<Value> | undefined {
  let child = next.get(wordNumber(folded, at));
  while (child && !(folded.startsWith(child.word, at) && tokenEnd(folded, at) === at + child.word.length))
    child = child.twin;
  return child;
}

/** No string is longer. */
const longestText = 2 ** 30;

/** A phrase of a lexicon found in a text. */
export interface LexiconMatch<Value> {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/**
 * A word table that is also its own pattern: phrases → values, matched syllable by syllable, longest first, in time
 * linear in the phrase. Phrases are compared folded; spacing between syllables and around punctuation does not count.
 * @example new Lexicon({ "tỷ": 1e9, "nghìn tỷ": 1e12 }).matchAt(fold("5 nghìn tỷ đồng"), 2)
 */
export class Lexicon<Value> {
  private readonly root: Node<Value> = node("");
  /** the first words of the phrases */
  readonly openings: { readonly words: string[] } = { words: [] };
  private readonly sieve = new WordSieve();
  /** the last code units of the phrases */
  private readonly endings = new Set<number>();

  constructor(table: Readonly<Record<string, Value>> | Iterable<readonly [string, Value]>) {
    const rows = Symbol.iterator in table ? table : Object.entries(table);
    for (const [phrase, value] of rows) this.add(phrase, value);
  }

  /** A lexicon whose values are the phrases themselves. */
  static of(phrases: Iterable<string>): Lexicon<string> {
    return new Lexicon([...phrases].map((phrase) => [phrase, phrase] as const));
  }

  private add(phrase: string, value: Value): void {
    const folded = fold(phrase.normalize("NFC"));
    let last = this.root;
    let letter = 0;
    for (let i = skipSpaces(folded, 0); i < folded.length; ) {
      const end = tokenEnd(folded, i);
      const child = nodeAt(last, folded, i) ?? this.grow(last, folded.slice(i, end));
      last = child;
      letter = end - 1;
      i = skipSpaces(folded, end);
    }
    if (last === this.root) throw new TypeError(`An empty phrase in a lexicon: ${JSON.stringify(phrase)}`);
    last.value = value;
    this.endings.add(folded.charCodeAt(letter));
  }

  private grow(last: Node<Value>, word: string): Node<Value> {
    const number = wordNumber(word, 0);
    const child = node(word, last.next.get(number));
    last.next.set(number, child);
    if (last === this.root) {
      this.sieve.add(word);
      this.openings.words.push(word);
    }
    return child;
  }

  /**
   * The longest phrase that begins exactly at `at` and ends at a word's end.
   * @param folded text as `fold` gives it; `at` must be a word's beginning
   * @param limit the phrase ends here at the latest
   */
  matchAt(folded: string, at: number, limit = longestText): LexiconMatch<Value> | null {
    if (!this.sieve.mayHoldAt(folded, at)) return null;
    let last = this.root;
    let best: LexiconMatch<Value> | null = null;
    // no word can follow the last of a phrase
    for (let i = at; i < limit && last.next.size > 0; ) {
      const child = nodeAt(last, folded, i);
      if (!child || i + child.word.length > limit) break;
      last = child;
      const end = i + child.word.length;
      if (child.value !== undefined) best = { start: at, end, value: child.value };
      i = skipSpaces(folded, end);
    }
    return best;
  }

  /** The longest phrase that ends exactly at `at` and begins within `reach` code units before it. */
  matchBefore(folded: string, at: number, reach = 40): LexiconMatch<Value> | null {
    if (!this.endings.has(folded.charCodeAt(at - 1))) return null;
    for (let start = Math.max(0, at - reach); start < at; start++) {
      if (!isTokenStart(folded, start)) continue;
      const match = this.matchAt(folded, start, at);
      if (match?.end === at) return match;
    }
    return null;
  }

  /** Every phrase of the text in order, longest first, none overlapping another. */
  matchAll(folded: string, from = 0, to = folded.length): LexiconMatch<Value>[] {
    const matches: LexiconMatch<Value>[] = [];
    for (let i = from; i < to; ) {
      const match = isTokenStart(folded, i) ? this.matchAt(folded, i) : null;
      if (match && match.end <= to) {
        matches.push(match);
        i = match.end;
      } else {
        i++;
      }
    }
    return matches;
  }
}

/** The end of the token at `at`: a run of letters and digits, or one sign. */
export function tokenEnd(folded: string, at: number): number {
  let end = at;
  while (isWord(folded.charCodeAt(end))) end++;
  return end === at ? at + 1 : end;
}

/** The next offset at or after `at` that is no space (a line break is one that stops). */
export function skipSpaces(folded: string, at: number): number {
  let i = at;
  while (isSpace(folded.charCodeAt(i))) i++;
  return i;
}

function isTokenStart(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (isSpace(code)) return false;
  return !isWord(code) || at === 0 || !isWord(folded.charCodeAt(at - 1));
}
