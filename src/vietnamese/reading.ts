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

/** @param text NFC text */
export function read(text: string): Reading {
  return { text, folded: fold(text) };
}
