import { type ErrorCode, KyhopError } from "../../../errors.js";
import { type Clock, systemClock } from "./clock.js";
import type { ChatModel } from "./model.js";

/** How often and after what waits a failed request is made again. Waits are in milliseconds. */
export interface RetryOptions {
  /** requests in all, the first one included */
  readonly attempts: number;
  /** the first wait is at most this long, and each next one twice as long as the one before */
  readonly firstWait: number;
  readonly longestWait: number;
  /** a server that asks for a longer wait than this ends the attempts: to come back sooner would disobey it */
  readonly longestRetryAfter: number;
  readonly clock: Clock;
  /** from 0 (included) to 1 (excluded) */
  readonly random: () => number;
  /** stops the waiting */
  readonly signal?: AbortSignal | undefined;
}

const usual: RetryOptions = {
  attempts: 6,
  firstWait: 500,
  longestWait: 30_000,
  longestRetryAfter: 120_000,
  clock: systemClock,
  random: Math.random,
};

/** What may go well when it is tried again shortly. An exhausted quota or budget, a bad key or request does not. */
const passing: ReadonlySet<ErrorCode> = new Set([
  "LLM_RATE_LIMITED",
  "LLM_SERVER_ERROR",
  "LLM_UNREACHABLE",
  "LLM_TIMEOUT",
  "LLM_REPLY_UNREADABLE",
]);

/**
 * Does something until it goes well, fails for good, or has failed as often as is allowed.
 * @throws what the last attempt threw
 */
export async function retrying<Result>(
  attempt: () => Promise<Result>,
  options: Partial<RetryOptions> = {},
): Promise<Result> {
  const settings = { ...usual, ...options };
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      const wait = made < settings.attempts && !settings.signal?.aborted ? waitAfter(error, made, settings) : null;
      if (wait === null) throw error;
      await settings.clock.sleep(wait, settings.signal);
      if (settings.signal?.aborted) throw error;
    }
  }
}

/** Milliseconds until the next attempt, or `null` where there is none. */
function waitAfter(error: unknown, made: number, settings: RetryOptions): number | null {
  if (!(error instanceof KyhopError) || !passing.has(error.code)) return null;
  const asked = error.details["retryAfterMilliseconds"];
  // A little more than was asked, so that callers who were all sent away together do not all come back together.
  if (typeof asked === "number") {
    return asked > settings.longestRetryAfter ? null : asked + settings.random() * settings.firstWait;
  }
  // Exponential backoff with full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter").
  return settings.random() * Math.min(settings.longestWait, settings.firstWait * 2 ** (made - 1));
}

/** The model, asked again after failures that pass. */
export function withRetries(model: ChatModel, options: Partial<RetryOptions> = {}): ChatModel {
  return { name: model.name, ask: (request) => retrying(() => model.ask(request), options) };
}
