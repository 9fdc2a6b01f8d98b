import { fold } from "./fold.js";
import type { Span } from "./span.js";

/** A text and its folded form, which has the same offsets: what every rule of the language reads. */
export interface Reading {
  /** NFC text as printed */
  readonly text: string;
  /** the same length as `text`: see `fold` */
  readonly folded: string;
}

/** Something that a rule found: where, by which rule, and its parsed value. */
export type Found<Value> = Span & { readonly rule: string; readonly value: Value };

/**
 * The same function of a reading, worked out once for each: several rules build on what one of them finds.
 * Results live as long as their reading does.
 */
export function oncePerReading<Result>(compute: (reading: Reading) => Result): (reading: Reading) => Result {
  const known = new WeakMap<Reading, { readonly result: Result }>();
  return (reading) => {
    const before = known.get(reading);
    if (before) return before.result;
    const result = compute(reading);
    known.set(reading, { result });
    return result;
  };
}

/** @param text NFC text with single spaces between its words, as cleaning leaves it: the rules look for no others */
export function read(text: string): Reading {
  return { text, folded: fold(text) };
}
