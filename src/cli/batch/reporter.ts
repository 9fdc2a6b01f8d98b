import type { Purse } from "../../engines/llm/model/budget.js";
import type { Usage } from "../../engines/llm/model/model.js";
import type { Ended } from "../../runs/document-work.js";
import type { Counts, Tally } from "../../runs/tally.js";
import type { Messages } from "../terminal/messages.js";

/** Milliseconds between two lines of progress in a log. */
const logEvery = 10_000;
/** The same on a terminal, where a line replaces the last. */
const showEvery = 100;

/** Tells how a run goes while it goes: a line that changes on a terminal, JSON lines in a log. */
export class Reporter {
  #last: number;

  constructor(
    private readonly messages: Messages,
    private readonly tally: Tally,
    private readonly budget: Purse | null,
    private readonly clock: () => number,
  ) {
    this.#last = clock();
  }

  /** @param total documents of the run, where they are counted */
  tell(ended: Ended, total: number | null): void {
    if (ended.state === "failed") this.#tellFailure(ended);
    const now = this.clock();
    if (now - this.#last < (this.messages.isTerminal ? showEvery : logEvery)) return;
    this.#last = now;
    const counts = this.tally.counts(total);
    if (this.messages.isTerminal) this.messages.progress(progressLine(counts, total, this.budget));
    else this.log({ event: "progress", total, ...counts, ...moneyOf(this.budget) });
  }

  log(event: { readonly event: string; readonly [detail: string]: unknown }): void {
    this.messages.tell(JSON.stringify({ time: new Date(this.clock()).toISOString(), ...event }));
  }

  #tellFailure({ source, error }: Extract<Ended, { state: "failed" }>): void {
    if (this.messages.isTerminal) this.messages.tellFailure(source, error);
    else this.log({ event: "failed", source, code: error.code, message: error.message });
  }
}

/** What a run has taken so far, in US dollars and tokens; nothing of one that costs nothing. */
export type Money = { readonly spentUsd?: number; readonly leftUsd?: number; readonly tokens?: Usage };

export function moneyOf(budget: Purse | null): Money {
  if (!budget) return {};
  const { spentUsd, limitUsd, usage } = budget;
  return { spentUsd, tokens: usage, ...(limitUsd !== null && { leftUsd: limitUsd - spentUsd }) };
}

/** "120/2000 · 3 failed · 14 unclaimed · 85.2/s · 0.0123 USD, 1.9877 left · 22 s to go" */
export function progressLine(counts: Counts, total: number | null, budget: Purse | null): string {
  const ended = counts.done + counts.failed + counts.doneBefore + counts.failedBefore;
  const { spentUsd, leftUsd } = moneyOf(budget);
  const left = leftUsd === undefined ? "" : `, ${leftUsd.toFixed(4)} left`;
  return [
    total === null ? `${ended}` : `${ended}/${total}`,
    `${counts.failed + counts.failedBefore} failed`,
    `${counts.unclaimed} unclaimed`,
    `${counts.perSecond.toFixed(1)}/s`,
    ...(spentUsd === undefined ? [] : [`${spentUsd.toFixed(4)} USD${left}`]),
    ...(counts.secondsLeft === null ? [] : [`${duration(counts.secondsLeft)} to go`]),
  ].join(" · ");
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
