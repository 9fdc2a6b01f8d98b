import type { Pairing } from "./pairing.js";

/** What is scored, in the order in which it is shown. */
export const parts = [
  "document",
  "sessions",
  "attendees",
  "titles",
  "roles",
  "groups",
  "resolutions",
  "figures_found",
  "figures_strict",
  "targets",
  "achievements",
  "periods",
  "comparisons",
] as const;
export type Part = (typeof parts)[number];

/** Counts of what was found, found wrongly and missed; a ratio of nothing is 0. */
export class Tally {
  private hits = 0;
  private extras = 0;
  private misses = 0;

  add(hits: number, extras: number, misses: number): void {
    this.hits += hits;
    this.extras += extras;
    this.misses += misses;
  }

  addPairing({ pairs, extra, missed }: Pairing<unknown, unknown>): void {
    this.add(pairs.length, extra.length, missed.length);
  }

  get precision(): number {
    return this.hits / this.got || 0;
  }
  get recall(): number {
    return this.hits / this.gold || 0;
  }
  get f1(): number {
    return (2 * this.hits) / (this.got + this.gold) || 0;
  }
  /** how many there are */
  get gold(): number {
    return this.hits + this.misses;
  }
  /** how many were told */
  get got(): number {
    return this.hits + this.extras;
  }
}

/** The score sheet of a run: a tally a part, and a line for each difference. */
export class Sheet {
  readonly tallies = Object.fromEntries(parts.map((part) => [part, new Tally()])) as { readonly [P in Part]: Tally };
  readonly notes: string[] = [];
  /** quotes, and how many of them are not the document's text at their offsets */
  readonly evidence = { spans: 0, wrong: 0 };

  note(document: string, difference: string): void {
    this.notes.push(`${document}: ${difference}`);
  }
}
