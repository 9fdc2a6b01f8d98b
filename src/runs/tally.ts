import type { Ended } from "./document-work.js";

/** What a run has done so far. */
export interface Counts {
  readonly done: number;
  readonly failed: number;
  readonly doneBefore: number;
  readonly failedBefore: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** numbers of the text that no figure uses */
  readonly unclaimed: number;
  /** documents a second that this run worked on */
  readonly perSecond: number;
  /** seconds, where it is known how many documents there are and how fast it goes */
  readonly secondsLeft: number | null;
}

/** Counts how the documents of a run end. */
export class Tally {
  readonly #began: number;
  readonly #counts = { done: 0, failed: 0, doneBefore: 0, failedBefore: 0, inserted: 0, updated: 0, unchanged: 0 };
  #unclaimed = 0;

  /** @param clock milliseconds */
  constructor(private readonly clock: () => number) {
    this.#began = clock();
  }

  add(ended: Ended): void {
    const counts = this.#counts;
    if (ended.state === "done") {
      counts.done++;
      if (ended.saved !== "failed") counts[ended.saved]++;
      this.#unclaimed += ended.record.problems.filter(({ code }) => code === "UNCLAIMED_NUMBER").length;
    } else if (ended.state === "failed") counts.failed++;
    else if (ended.state === "done before") counts.doneBefore++;
    else counts.failedBefore++;
  }

  /** @param total documents of the run, where they are counted */
  counts(total: number | null = null): Counts {
    const { done, failed, doneBefore, failedBefore } = this.#counts;
    const seconds = (this.clock() - this.#began) / 1000;
    const perSecond = seconds > 0 ? (done + failed) / seconds : 0;
    const left = total === null ? null : total - done - failed - doneBefore - failedBefore;
    const secondsLeft = left === null || perSecond === 0 ? null : left / perSecond;
    return { ...this.#counts, unclaimed: this.#unclaimed, perSecond, secondsLeft };
  }
}
