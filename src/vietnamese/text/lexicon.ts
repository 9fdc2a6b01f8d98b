import { isSpace, isWord } from "./characters.js";
import { unitsOf } from "./code-units.js";
import { type Folded, foldedForm } from "./reading.js";
import { WordSieve, wordNumber } from "./word-sieve.js";

interface Node<Value> {
  /** the code units of its word */
  readonly word: Uint16Array;
  /** the words that may follow, by their numbers: a word of the text is not cut out to be looked up */
  readonly next: Map<number, Node<Value>>;
  /** another word of the same number */
  readonly twin: Node<Value> | undefined;
  value: Value | undefined;
}

const node = <Value>(word: Uint16Array, twin?: Node<Value>): Node<Value> => ({
  word,
  next: new Map(),
  twin,
  value: undefined,
});

/** The node of the word that stands at `at`, among those that may follow. */
function nodeAt<Value>({ next }: Node<Value>, units: Uint16Array, at: number): Node<Value> | undefined {
  let child = next.get(wordNumber(units, at));
  while (child && !(isAt(child.word, units, at) && tokenEnd(units, at) === at + child.word.length)) child = child.twin;
  return child;
}

function isAt(word: Uint16Array, units: Uint16Array, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (word[i] !== units[at + i]) return false;
  return true;
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
 * @example new Lexicon({ "tỷ": 1e9, "nghìn tỷ": 1e12 }).matchAt(read("5 nghìn tỷ đồng"), 2)
 */
export class Lexicon<Value> {
  private readonly root: Node<Value> = node(new Uint16Array());
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
    const { folded, units } = foldedForm(phrase.normalize("NFC"));
    let last = this.root;
    let letter = 0;
    for (let i = skipSpaces(units, 0); i < folded.length; ) {
      const end = tokenEnd(units, i);
      last = nodeAt(last, units, i) ?? this.grow(last, folded.slice(i, end));
      letter = end - 1;
      i = skipSpaces(units, end);
    }
    if (last === this.root) throw new TypeError(`An empty phrase in a lexicon: ${JSON.stringify(phrase)}`);
    last.value = value;
    this.endings.add(units[letter] ?? 0);
  }

  private grow(last: Node<Value>, word: string): Node<Value> {
    const units = unitsOf(word);
    const number = wordNumber(units, 0);
    const child = node(units.subarray(0, word.length), last.next.get(number));
    last.next.set(number, child);
    if (last === this.root) {
      this.sieve.add(word);
      this.openings.words.push(word);
    }
    return child;
  }

  /**
   * The longest phrase that begins exactly at `at` and ends at a word's end.
   * @param at a word's beginning
   * @param limit the phrase ends here at the latest
   */
  matchAt({ units }: Folded, at: number, limit = longestText): LexiconMatch<Value> | null {
    if (!this.sieve.mayHoldAt(units, at)) return null;
    let last = this.root;
    let best: LexiconMatch<Value> | null = null;
    // no word can follow the last of a phrase
    for (let i = at; i < limit && last.next.size > 0; ) {
      const child = nodeAt(last, units, i);
      if (!child || i + child.word.length > limit) break;
      last = child;
      const end = i + child.word.length;
      if (child.value !== undefined) best = { start: at, end, value: child.value };
      i = skipSpaces(units, end);
    }
    return best;
  }

  /** The longest phrase that the text begins with. */
  matchStart(text: string): LexiconMatch<Value> | null {
    return this.matchAt(foldedForm(text), 0);
  }

  /** The longest phrase that ends exactly at `at` and begins within `reach` code units before it. */
  matchBefore(words: Folded, at: number, reach = 40): LexiconMatch<Value> | null {
    if (!this.endings.has(words.units[at - 1] ?? 0)) return null;
    for (let start = Math.max(0, at - reach); start < at; start++) {
      if (!isTokenStart(words.units, start)) continue;
      const match = this.matchAt(words, start, at);
      if (match?.end === at) return match;
    }
    return null;
  }

  /** Every phrase of the text in order, longest first, none overlapping another. */
  matchAll(words: Folded, from = 0, to = words.folded.length): LexiconMatch<Value>[] {
    const matches: LexiconMatch<Value>[] = [];
    for (let i = from; i < to; ) {
      const match = isTokenStart(words.units, i) ? this.matchAt(words, i) : null;
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
export function tokenEnd(units: Uint16Array, at: number): number {
  let end = at;
  while (isWord(units[end] ?? 0)) end++;
  return end === at ? at + 1 : end;
}

/** The next offset at or after `at` that is no space (a line break is one that stops). */
export function skipSpaces(units: Uint16Array, at: number): number {
  let i = at;
  while (isSpace(units[i] ?? 0)) i++;
  return i;
}

function isTokenStart(units: Uint16Array, at: number): boolean {
  const code = units[at] ?? 0;
  if (isSpace(code)) return false;
  return !isWord(code) || at === 0 || !isWord(units[at - 1] ?? 0);
}
