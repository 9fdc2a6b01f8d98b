import { setTimeout } from "node:timers/promises";

/** Time in milliseconds, so that tests can pass without it passing. */
export interface Clock {
  now(): number;
  /** Ends early, without an error, when the signal is given. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  // it rejects only where the signal is given
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => {}),
};
