import { isWord } from "./characters.js";

/**
 * Tells that a word is none of some words. Most words of a text are in no table, and cutting each one out to look it up
 * took a fifth of the whole pipeline's time.
 */
export class WordSieve {
  private readonly slots = new Uint8Array(4096);

  /** @param words folded; signs count as words */
  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(wordNumber(word, 0));
  }

  add(number: number): void {
    this.slots[number & 4095] = 1;
  }

  /** `false` is sure; `true` must be looked up. */
  mayHold(number: number): boolean {
    return this.slots[number & 4095] === 1;
  }

  /** The same of the word at `at`. */
  mayHoldAt(folded: string, at: number): boolean {
    return this.mayHold(wordNumber(folded, at));
  }
}

/**
 * A whole number made of the letters of the word at `at`: equal words have equal numbers, few others share one. A sign
 * is a word by itself, whatever letter touches it.
 */
export function wordNumber(folded: string, at: number): number {
  let number = folded.charCodeAt(at) | 0;
  if (!isWord(number)) return number;
  let i = at + 1;
  for (let code = folded.charCodeAt(i); isWord(code); code = folded.charCodeAt(++i)) number = (number * 31 + code) | 0;
  return number;
}
