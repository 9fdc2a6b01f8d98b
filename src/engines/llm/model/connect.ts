import { Budget, type Purse, withBudget } from "./budget.js";
import type { ChatModel } from "./model.js";
import { type OpenAiModelOptions, openAiModel } from "./openai-model.js";
import { priceOf } from "./prices.js";
import { type RateLimits, withRateLimits } from "./rate-limits.js";
import { recording } from "./record-replay.js";
import { withReplyCache } from "./reply-cache.js";
import { type RetryOptions, withRetries } from "./retries.js";

export interface ConnectOptions extends OpenAiModelOptions {
  /** counts and limits what the run pays; without a limit where it is left out */
  readonly budget?: Purse;
  readonly limits?: RateLimits;
  readonly retries?: Partial<RetryOptions>;
  /** where replies are kept so that none is paid for twice */
  readonly cacheFolder?: string | undefined;
  /** where replies are written down to be replayed */
  readonly recordFolder?: string | undefined;
}

/**
 * A model with everything around it, in the one order that works: a reply from the cache costs nothing and is recorded;
 * each attempt of a retried request waits for its turn and passes the budget.
 * @throws KyhopError LLM_PRICE_UNKNOWN
 */
export function connectModel(options: ConnectOptions): ChatModel {
  const { model: name, price = priceOf(name), budget = new Budget(null), limits = {}, signal } = options;
  const paid = withBudget(openAiModel({ ...options, price }), budget, price);
  const asked = withRetries(withRateLimits(paid, { signal, ...limits }), { signal, ...options.retries });
  const cached = options.cacheFolder === undefined ? asked : withReplyCache(asked, options.cacheFolder);
  return options.recordFolder === undefined ? cached : recording(cached, options.recordFolder);
}
