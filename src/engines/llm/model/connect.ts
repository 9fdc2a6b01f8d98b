import { openAiBatches } from "./batch.js";
import { BatchRounds } from "./batch-rounds.js";
import { BatchState } from "./batch-state.js";
import { Budget, type Purse, withBudget } from "./budget.js";
import type { ChatModel } from "./model.js";
import { openAiUrl } from "./openai-client.js";
import { type OpenAiModelOptions, openAiModel } from "./openai-model.js";
import { batchPriceOf, priceOf } from "./prices.js";
import { type RateLimits, withRateLimits } from "./rate-limits.js";
import { recording } from "./record-replay.js";
import { type ReplyShelf, withReplyCache } from "./reply-cache.js";
import { type RetryOptions, withRetries } from "./retries.js";
import { traced } from "./traced.js";

/** Where replies are kept. */
export interface KeepOptions {
  /** where replies are kept so that none is paid for twice */
  readonly cache?: ReplyShelf | undefined;
  /** where replies are written down to be replayed */
  readonly recordFolder?: string | undefined;
}

export interface ConnectOptions extends OpenAiModelOptions, KeepOptions {
  /** counts and limits what the run pays; without a limit where it is left out */
  readonly budget?: Purse;
  readonly limits?: RateLimits;
  readonly retries?: Partial<RetryOptions>;
}

/**
 * A model with everything around it, in the one order that works: a reply from the cache costs nothing and is recorded;
 * each attempt of a retried request waits for its turn and passes the budget.
 * @throws KyhopError LLM_PRICE_UNKNOWN
 */
export function connectModel(options: ConnectOptions): ChatModel {
  const { model: name, price = priceOf(name), budget = new Budget(null), limits = {}, signal } = options;
  const paid = withBudget(traced(openAiModel({ ...options, price })), budget, price);
  const asked = withRetries(withRateLimits(paid, { signal, ...limits }), { signal, ...options.retries });
  return keepingReplies(asked, options);
}

/** The model with its cache and its records around it. */
export function keepingReplies(model: ChatModel, { cache, recordFolder }: KeepOptions): ChatModel {
  const cached = cache === undefined ? model : withReplyCache(model, cache);
  return recordFolder === undefined ? cached : recording(cached, recordFolder);
}

/** A model that is asked through batches, and what sends them. */
export interface BatchedModel {
  readonly model: ChatModel;
  readonly budget: Budget;
  readonly rounds: BatchRounds;
}

export interface ConnectBatchesOptions extends OpenAiModelOptions, KeepOptions {
  /** US dollars; `null` counts without limiting */
  readonly limitUsd: number | null;
  /** the file that tells which batches were sent */
  readonly stateFile: string;
}

/** @throws KyhopError LLM_BATCH_STATE */
export async function connectBatches(options: ConnectBatchesOptions): Promise<BatchedModel> {
  const { model: name, price = priceOf(name), baseUrl } = options;
  const budget = new Budget(options.limitUsd);
  const rounds = new BatchRounds({
    api: openAiBatches({ ...options, price }),
    model: name,
    server: baseUrl ?? openAiUrl,
    price: price && batchPriceOf(price),
    budget,
    state: await BatchState.open(options.stateFile),
    now: () => new Date(),
  });
  return { model: keepingReplies(rounds.model, options), budget, rounds };
}
