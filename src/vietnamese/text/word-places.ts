import { isDigit, isWord } from "./characters.js";
import { unitsOf } from "./code-units.js";
import { type Lexicon, type LexiconMatch, tokenEnd } from "./lexicon.js";
import type { Reading } from "./reading.js";
import { WordSieve } from "./word-sieve.js";

/** What a rule may begin with: some words, and any number in digits where `numbers` says so. */
export interface Openings {
  readonly words: readonly string[];
  readonly numbers?: boolean;
}

/** The rules that have told or asked for their places so far, in the order in which they did. */
const rules = new Map<Openings, number>();
const rulesOfWord = new Map<string, number[]>();
const rulesOfNumbers: number[] = [];
const openingWords = new WordSieve();

/** Openings of a rule that is known from the start: the places of all of them are found in the same walk. */
export function opening(words: readonly string[], numbers = false): Openings {
  const openings = { words, numbers };
  ruleOf(openings);
  return openings;
}

function ruleOf(openings: Openings): number {
  const known = rules.get(openings);
  if (known !== undefined) return known;
  const rule = rules.size;
  rules.set(openings, rule);
  if (openings.numbers) rulesOfNumbers.push(rule);
  for (const word of new Set(openings.words)) {
    rulesOfWord.set(word, [...(rulesOfWord.get(word) ?? []), rule]);
    openingWords.add(word);
  }
  return rule;
}

/** The places of every rule, looked up in one walk through the text. */
function placesOfRules({ folded, units }: Reading): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: rules.size }, () => []);
  for (let at = 0; at < folded.length; at++) {
    const first = units[at] ?? 0;
    if (!isWord(first)) continue;
    const end = tokenEnd(units, at);
    if (openingWords.mayHoldAt(units, at))
      for (const rule of rulesOfWord.get(folded.slice(at, end)) ?? []) places[rule]?.push(at);
    if (isDigit(first)) for (const rule of rulesOfNumbers) places[rule]?.push(at);
    at = end;
  }
  return places;
}

const placesIn = new WeakMap<Reading, readonly (readonly number[])[]>();

/** Where in the text the words begin, and with `numbers` every run of letters and digits that begins with a digit, in order. */
export function placesOf(reading: Reading, openings: Openings): readonly number[] {
  const rule = ruleOf(openings);
  const known = placesIn.get(reading)?.[rule];
  if (known) return known;
  const places = placesOfRules(reading);
  placesIn.set(reading, places);
  return places[rule] ?? [];
}

/** What `lexicon.matchAll` finds in the whole text, for a lexicon of phrases that begin with a word, not a sign. */
export function phrasesIn<Value>(reading: Reading, lexicon: Lexicon<Value>): LexiconMatch<Value>[] {
  const matches: LexiconMatch<Value>[] = [];
  let end = 0;
  for (const place of placesOf(reading, lexicon.openings)) {
    const match = place < end ? null : lexicon.matchAt(reading, place);
    if (!match) continue;
    matches.push(match);
    end = match.end;
  }
  return matches;
}

/**
 * What the sticky pattern matches in the text, in order, none overlapping another. A global pattern finds the same and
 * takes twenty times as long, since it tries its lookbehind at every letter.
 * @param openings whatever the pattern may begin with
 */
export function matchesAt(reading: Reading, openings: Openings, sticky: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  let end = 0;
  for (const place of placesOf(reading, openings)) {
    if (place < end) continue;
    sticky.lastIndex = place;
    const match = sticky.exec(reading.folded);
    if (!match) continue;
    matches.push(match);
    end = place + match[0].length;
  }
  return matches;
}

/** The first words of phrases. */
export function firstWords(phrases: Iterable<string>): readonly string[] {
  return [...new Set(Array.from(phrases, (phrase) => phrase.slice(0, tokenEnd(unitsOf(phrase), 0))))];
}
