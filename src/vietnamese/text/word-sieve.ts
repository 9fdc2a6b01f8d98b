import { isWord } from "./characters.js";

/**
 * Tells that a word is none of some words. Most words of a text are in no table, and cutting each one out to look it up
 * took a fifth of the whole pipeline's time.
 */
export class WordSieve {
  /** by the first two letters, which rule most words out */
  private readonly beginnings = new Uint8Array(slots);
  private readonly wholes = new Uint8Array(slots);

  /** @param words folded; signs count as words */
  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    this.beginnings[beginningAt(word, 0)] = 1;
    this.wholes[wordNumber(word, 0) % slots] = 1;
  }

  /** `false` is sure; `true` must be looked up. */
  mayHoldAt(folded: string, at: number): boolean {
    return this.beginnings[beginningAt(folded, at)] === 1 && this.wholes[wordNumber(folded, at) % slots] === 1;
  }
}

const slots = 4096;

function beginningAt(folded: string, at: number): number {
  const first = folded.charCodeAt(at);
  const second = isWord(first) ? folded.charCodeAt(at + 1) : 0;
  return (first * 31 + (isWord(second) ? second : 0)) & (slots - 1);
}

/**
 * A whole number made of the letters of the word at `at`: equal words have equal numbers, few others share one. A sign
 * is a word by itself, whatever letter touches it.
 */
export function wordNumber(folded: string, at: number): number {
  let number = folded.charCodeAt(at) | 0;
  if (!isWord(number)) return number;
  let i = at + 1;
  for (let code = folded.charCodeAt(i); isWord(code); code = folded.charCodeAt(++i))
    number = (number * 31 + code) & 0x3fffffff;
  return number;
}
