import { textOf, unitsOf } from "./code-units.js";
import { foldedUnits } from "./fold.js";
import type { Span } from "./span.js";

/** Folded words with their letters at hand. */
export interface Folded {
  /** see `fold` */
  readonly folded: string;
  /**
   * The code units of `folded`, and a zero behind them. To look at a letter of a string the engine asks which of a dozen
   * inner forms the string has; an array has one. That took a twelfth of the pipeline's time.
   */
  readonly units: Uint16Array;
}

/** A text and its folded form, which has the same offsets: what every rule of the language reads. */
export interface Reading extends Folded {
  /** NFC text as printed, of the same length as `folded` */
  readonly text: string;
  /** the code units of `text`, and a zero behind them */
  readonly printed: Uint16Array;
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
  const units = foldedUnits(text);
  return { text, folded: textOf(units), units, printed: unitsOf(text) };
}

/** @param text NFC text */
export function foldedForm(text: string): Folded {
  const units = foldedUnits(text);
  return { folded: textOf(units), units };
}
