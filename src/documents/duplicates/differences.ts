import { foldedWords } from "../../vietnamese/text/fold.js";

/** The same sentence with other numbers in two texts. */
export interface Difference {
  readonly here: string;
  readonly there: string;
}

const sentenceEnd = /\n|(?<=[.;!?…])\s+(?=\P{Ll})/u;
const number = /\d+/g;
/** a sentence of fewer words says too little to be known again */
const fewestWords = 4;

/** Sentences that two texts print with the same words and different numbers, in the order of the first. */
export function differencesBetween(here: string, there: string): readonly Difference[] {
  const others = sentencesByWords(there);
  return [...sentencesByWords(here)].flatMap(([words, sentence]) => {
    const other = others.get(words);
    return other && numbersOf(other) !== numbersOf(sentence) ? [{ here: sentence, there: other }] : [];
  });
}

/** Sentences by their words without the numbers; what stands twice could be either and is left out. */
function sentencesByWords(text: string): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  const twice = new Set<string>();
  for (const part of text.split(sentenceEnd)) {
    const sentence = part.trim();
    const words = foldedWords(sentence).replace(number, "#");
    if (words.split(" ").length < fewestWords || !/\d/.test(sentence)) continue;
    if (sentences.has(words)) twice.add(words);
    sentences.set(words, sentence);
  }
  for (const words of twice) sentences.delete(words);
  return sentences;
}

const numbersOf = (sentence: string): string => (sentence.match(number) ?? []).join(" ");
