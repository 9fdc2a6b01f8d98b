import type { Usage } from "./model.js";
import table from "./prices.json" with { type: "json" };

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
  /** what a token costs that the provider writes into its prompt cache, where that is not the price of input */
  readonly cacheWrite?: number;
  /** what the Batch API asks of it; half where it is left out */
  readonly batchFactor?: number;
}

/** Each row of prices.json says on which day it was checked, and where. */
const models = new Map<string, Price>(Object.entries(table.models));

/** Snapshots ("gpt-4.1-mini-2025-04-14") cost what their model costs. */
const snapshot = /-\d{4}-\d{2}-\d{2}$/;

/** The price of a well-known OpenAI model or one of its snapshots; `null` for any other model. */
export function priceOf(model: string): Price | null {
  return models.get(model) ?? models.get(model.replace(snapshot, "")) ?? null;
}

/**
 * US dollars. `cached` and `cacheWrites` are parts of `usage.input`, so each token is counted once.
 * @param cacheWrites tokens that the provider wrote into its prompt cache
 */
export function costOf(usage: Usage, price: Price, cacheWrites = 0): number {
  const plain = usage.input - usage.cached - cacheWrites;
  const cacheWrite = price.cacheWrite ?? price.input;
  const millionths =
    plain * price.input + usage.cached * price.cachedInput + cacheWrites * cacheWrite + usage.output * price.output;
  return millionths / 1_000_000;
}

/** The same price through the Batch API. */
export function batchPriceOf(price: Price): Price {
  const share = price.batchFactor ?? 0.5;
  return {
    input: price.input * share,
    cachedInput: price.cachedInput * share,
    output: price.output * share,
    cacheWrite: (price.cacheWrite ?? price.input) * share,
  };
}
