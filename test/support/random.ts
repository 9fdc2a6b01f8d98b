const step = 0x6d2b79f5;

/** A small generator of numbers with a fixed seed (mulberry32), so that every run makes the same mutants. */
export class Random {
  /** A number from 0 to 1: the one at a place in the sequence of the seed. */
  static fractionAt(seed: number, place: number): number {
    return new Random(seed + place * step).below(2 ** 32) / 2 ** 32;
  }

  constructor(private state: number) {}

  /** 0 ≤ n < `bound` */
  below(bound: number): number {
    this.state = (this.state + step) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }
}
