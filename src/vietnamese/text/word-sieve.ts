import { isWord } from "./characters.js";
import { unitsOf } from "./code-units.js";

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
    const units = unitsOf(word);
    this.beginnings[beginningAt(units, 0)] = 1;
    this.wholes[wordNumber(units, 0) % slots] = 1;
  }

  /** `false` is sure; `true` must be looked up. */
  mayHoldAt(units: Uint16Array, at: number): boolean {
    return this.beginnings[beginningAt(units, at)] === 1 && this.wholes[wordNumber(units, at) % slots] === 1;
  }
}

const slots = 4096;

function beginningAt(units: Uint16Array, at: number): number {
  const first = units[at] ?? 0;
  const second = isWord(first) ? (units[at + 1] ?? 0) : 0;
  return (first * 31 + (isWord(second) ? second : 0)) & (slots - 1);
}

/**
 * A whole number made of the letters of the word at `at`: equal words have equal numbers, few others share one. A sign
 * is a word by itself, whatever letter touches it.
 * @param units as `unitsOf` gives them
 */
export function wordNumber(units: Uint16Array, at: number): number {
  let number = units[at] ?? 0;
  if (!isWord(number)) return number;
  let i = at + 1;
  for (let code = units[i] ?? 0; isWord(code); code = units[++i] ?? 0) number = (number * 31 + code) & 0x3fffffff;
  return number;
}
