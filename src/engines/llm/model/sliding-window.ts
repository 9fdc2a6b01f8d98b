import type { Clock } from "./clock.js";

interface Entry {
  readonly at: number;
  weight: number;
}

/** Corrects the weight of what has entered, once it is known. */
export type Settle = (weight: number) => void | Promise<void>;

/** Lets in so much weight in any span of time: `SlidingWindow` for one process, `SharedWindow` for many. */
export interface Turnstile {
  enter(weight: number): Promise<Settle>;
}

/**
 * Lets in so much weight in any span of time, first come, first served. What is heavier than the whole limit enters
 * when nothing else is inside, so nothing waits for ever.
 */
export class SlidingWindow implements Turnstile {
  readonly #limit: number;
  readonly #span: number;
  readonly #clock: Clock;
  readonly #stop: AbortSignal | undefined;
  readonly #entries: Entry[] = [];
  #total = 0;
  #line: Promise<unknown> = Promise.resolve();
  #settled = new AbortController();

  /**
   * @param span milliseconds
   * @param stop lets in everybody who waits
   */
  constructor(limit: number, span: number, clock: Clock, stop?: AbortSignal) {
    this.#limit = limit;
    this.#span = span;
    this.#clock = clock;
    this.#stop = stop;
    stop?.addEventListener("abort", () => this.#settled.abort());
  }

  enter(weight: number): Promise<Settle> {
    const entered = this.#line.then(() => this.#admit(weight));
    this.#line = entered;
    return entered;
  }

  async #admit(weight: number): Promise<Settle> {
    for (;;) {
      const oldest = this.#forget();
      if (!oldest || this.#stop?.aborted || this.#total + weight <= this.#limit) break;
      this.#settled = new AbortController();
      await this.#clock.sleep(oldest.at + this.#span - this.#clock.now(), this.#settled.signal);
    }
    const entry = { at: this.#clock.now(), weight };
    this.#entries.push(entry);
    this.#total += weight;
    return (actual) => this.#settle(entry, actual);
  }

  /** Drops what has left the window and gives the oldest entry that has not. */
  #forget(): Entry | undefined {
    const since = this.#clock.now() - this.#span;
    let oldest = this.#entries[0];
    while (oldest && oldest.at <= since) {
      this.#total -= oldest.weight;
      this.#entries.shift();
      oldest = this.#entries[0];
    }
    return oldest;
  }

  #settle(entry: Entry, weight: number): void {
    if (entry.at > this.#clock.now() - this.#span && this.#entries.includes(entry))
      this.#total += weight - entry.weight;
    entry.weight = weight;
    this.#settled.abort();
  }
}
