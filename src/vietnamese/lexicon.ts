import { isSpace, isWord } from "./characters.js";
import { fold } from "./fold.js";
import { WordSieve } from "./word-sieve.js";

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value: Value | undefined;
}

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
  private readonly root: Node<Value> = { next: new Map(), value: undefined };
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
    let node = this.root;
    let last = 0;
    for (let i = skipSpaces(folded, 0); i < folded.length; ) {
      const end = tokenEnd(folded, i);
      const token = folded.slice(i, end);
      if (node === this.root) this.addOpening(token);
      last = end - 1;
      let child = node.next.get(token);
      if (!child) {
        child = { next: new Map(), value: undefined };
        node.next.set(token, child);
      }
      node = child;
      i = skipSpaces(folded, end);
    }
    if (node === this.root) throw new TypeError(`An empty phrase in a lexicon: ${JSON.stringify(phrase)}`);
    node.value = value;
    this.endings.add(folded.charCodeAt(last));
  }

  private addOpening(word: string): void {
    if (this.root.next.has(word)) return;
    this.sieve.add(word);
    this.openings.words.push(word);
  }

  /**
   * The longest phrase that begins exactly at `at` and ends at a word's end.
   * @param folded text as `fold` gives it; `at` must be a word's beginning
   * @param limit the phrase ends here at the latest
   */
  matchAt(folded: string, at: number, limit = folded.length): LexiconMatch<Value> | null {
    if (!this.sieve.mayHoldAt(folded, at)) return null;
    let node = this.root;
    let best: LexiconMatch<Value> | null = null;
    for (let i = at; i < limit; ) {
      const end = tokenEnd(folded, i);
      if (end > limit) break;
      const child = node.next.get(folded.slice(i, end));
      if (!child) break;
      node = child;
      if (node.value !== undefined) best = { start: at, end, value: node.value };
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
