import { foldedWords } from "../../vietnamese/text/fold.js";

/** words that stand together in a shingle: fewer are common to many reports, more are torn by every edit */
const shingleLength = 5;
/** components of a signature; the error of the estimated share is about one by the root of it */
export const signatureLength = 96;

/** A text's MinHash: the share of equal components estimates the share of word shingles that two texts have in common. */
export type Signature = Uint32Array;

const seeds = Uint32Array.from({ length: signatureLength }, (_, index) => mixed(0x9e3779b9 * (index + 1)));

/** The signature of a text's words, whatever their case, spacing, punctuation and placing of tone marks. */
export function signatureOf(text: string): Signature {
  const words = foldedWords(text).split(" ");
  const signature = new Uint32Array(signatureLength).fill(0xffffffff);
  const count = Math.max(1, words.length - shingleLength + 1);
  for (let at = 0; at < count; at++) {
    const shingle = hashOf(words.slice(at, at + shingleLength).join(" "));
    for (let index = 0; index < signatureLength; index++) {
      const hash = mixed(shingle ^ (seeds[index] ?? 0));
      if (hash < (signature[index] ?? 0)) signature[index] = hash;
    }
  }
  return signature;
}

/** The estimated share of shingles that two texts have in common: 0 to 1. */
export function similarity(one: Signature, other: Signature): number {
  let equal = 0;
  for (let index = 0; index < signatureLength; index++) if (one[index] === other[index]) equal++;
  return equal / signatureLength;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
