import { isDigit, isWord } from "./characters.js";
import { type Lexicon, type LexiconMatch, tokenEnd } from "./lexicon.js";
import { oncePerReading, type Reading } from "./reading.js";

interface WordPlaces {
  readonly ofWord: ReadonlyMap<string, readonly number[]>;
  readonly ofNumbers: readonly number[];
  /** several rules have the same openings */
  readonly ofOpenings: Map<Openings, readonly number[]>;
}

const placesIn = oncePerReading(({ folded }: Reading): WordPlaces => {
  const ofWord = new Map<string, number[]>();
  const ofNumbers: number[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (!isWord(folded.charCodeAt(at))) continue;
    const end = tokenEnd(folded, at);
    const word = folded.slice(at, end);
    const places = ofWord.get(word);
    if (places) places.push(at);
    else ofWord.set(word, [at]);
    if (isDigit(folded.charCodeAt(at))) ofNumbers.push(at);
    at = end;
  }
  return { ofWord, ofNumbers, ofOpenings: new Map() };
});

/** What a rule may begin with: some words, and any number in digits where `numbers` says so. */
export interface Openings {
  readonly words: readonly string[];
  readonly numbers?: boolean;
}

/** Where in the text the words begin, and with `numbers` every run of letters and digits that begins with a digit, in order. */
export function placesOf(reading: Reading, openings: Openings): readonly number[] {
  const { ofWord, ofNumbers, ofOpenings } = placesIn(reading);
  const known = ofOpenings.get(openings);
  if (known) return known;
  const rows = openings.words.flatMap((word) => ofWord.get(word) ?? []);
  if (openings.numbers) for (const place of ofNumbers) rows.push(place);
  const places = rows.sort((a, b) => a - b);
  ofOpenings.set(openings, places);
  return places;
}

/** What `lexicon.matchAll` finds in the whole text, for a lexicon of phrases that begin with a word, not a sign. */
export function phrasesIn<Value>(reading: Reading, lexicon: Lexicon<Value>): LexiconMatch<Value>[] {
  const matches: LexiconMatch<Value>[] = [];
  let end = 0;
  for (const place of placesOf(reading, lexicon.openings)) {
    const match = place < end ? null : lexicon.matchAt(reading.folded, place);
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
  return [...new Set(Array.from(phrases, (phrase) => phrase.slice(0, tokenEnd(phrase, 0))))];
}
