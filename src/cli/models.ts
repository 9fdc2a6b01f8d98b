import { join } from "node:path";
import type { Command } from "commander";
import type { BatchRounds } from "../engines/llm/model/batch-rounds.js";
import type { Purse } from "../engines/llm/model/budget.js";
import type { ChatModel } from "../engines/llm/model/model.js";
import type { RateLimits } from "../engines/llm/model/rate-limits.js";
import type { ReplyShelf } from "../engines/llm/model/reply-cache.js";
import { KyhopError } from "../errors.js";
import type { Config } from "./config.js";
import { dollars, seconds, wholeNumber } from "./option-values.js";

/** What says which model is asked and what it may cost. */
export interface ModelOptions {
  readonly model?: string;
  /** US dollars; `false` is `--no-budget` */
  readonly budget?: number | false;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  /** seconds */
  readonly timeout?: number;
  readonly cache?: string;
  readonly record?: string;
  readonly replay?: string;
  /** asked through the provider's batches */
  readonly batch?: boolean;
  readonly batchState?: string;
}

/** Where it is kept which batches were sent. */
export const batchStateOf = ({ batchState, cache }: Pick<ModelOptions, "batchState" | "cache">): string =>
  batchState ?? (cache === undefined ? "kyhop-batches.json" : join(cache, "batches.json"));

/** Adds the options of a model to a command. */
export const withModelOptions = (command: Command): Command =>
  command
    .option("--model <name>", "the model that the llm engine asks (default: KYHOP_MODEL)")
    .option("--budget <usd>", "what the run may cost at most; it is never passed", dollars)
    .option("--no-budget", "ask also a model whose price is not known")
    .option("--requests-per-minute <n>", "what the provider allows the account", wholeNumber)
    .option("--tokens-per-minute <n>", "the same for tokens, those of the answers included", wholeNumber)
    .option("--timeout <seconds>", "how long one answer may take (default: 120)", seconds)
    .option("--cache <folder>", "keep replies here, and ask nothing that it holds")
    .option("--record <folder>", "keep every reply, to replay it")
    .option("--replay <folder>", "answer from kept replies: no key, no network, no cost");

/** A model to be asked, or what is missing to ask one. */
export type Asked =
  | { readonly missing: string }
  | { readonly name: string; readonly connect: () => Promise<Connected> };

export interface Connected {
  readonly model: ChatModel;
  readonly budget: Purse;
  /** what sends the batches, where the model is asked through them */
  readonly rounds?: BatchRounds;
}

/** What several processes that ask one model may have in common: the money, the turns, and the replies. */
export interface Shared {
  readonly budget?: (limitUsd: number | null) => Purse;
  readonly turnstile?: NonNullable<RateLimits["turnstile"]>;
  readonly replies?: ReplyShelf;
}

/** The model of the options and the environment. Its modules are loaded when it is connected. */
export function modelOf(options: ModelOptions, config: Config, shared?: Shared): Asked {
  const name = options.model ?? config.KYHOP_MODEL;
  const { replay } = options;
  if (replay !== undefined) {
    const known = name ?? "replay";
    return { name: known, connect: () => connectReplay(replay, known) };
  }
  const apiKey = config.OPENAI_API_KEY;
  const baseUrl = config.OPENAI_BASE_URL;
  if (name === undefined) return { missing: "no model is named; set KYHOP_MODEL or give --model, or use --replay" };
  // a server of one's own may want no key
  if (apiKey === undefined && baseUrl === undefined) {
    return { missing: "there is no key; set OPENAI_API_KEY, or OPENAI_BASE_URL for a server that needs none" };
  }
  return { name, connect: () => connectServer(name, apiKey ?? null, baseUrl, options, shared) };
}

async function connectReplay(folder: string, name: string): Promise<Connected> {
  const [{ replaying }, { Budget, withBudget }] = await Promise.all([
    import("../engines/llm/model/record-replay.js"),
    import("../engines/llm/model/budget.js"),
  ]);
  const budget = new Budget(null);
  return { model: withBudget(replaying(folder, name), budget, null), budget };
}

async function connectServer(
  name: string,
  apiKey: string | null,
  baseUrl: string | undefined,
  options: ModelOptions,
  shared?: Shared,
): Promise<Connected> {
  const [{ connectBatches, connectModel }, { folderShelf }, { Budget }, { priceOf }] = await Promise.all([
    import("../engines/llm/model/connect.js"),
    import("../engines/llm/model/reply-cache.js"),
    import("../engines/llm/model/budget.js"),
    import("../engines/llm/model/prices.js"),
  ]);
  if (options.budget !== false && priceOf(name) === null) throw new KyhopError("LLM_PRICE_UNKNOWN", { model: name });
  const limitUsd = options.budget || null;
  const server = {
    model: name,
    apiKey,
    baseUrl: baseUrl ?? null,
    ...(options.timeout && { timeout: options.timeout * 1000 }),
    cache: options.cache === undefined ? shared?.replies : folderShelf(options.cache),
    recordFolder: options.record,
  };
  if (options.batch) return connectBatches({ ...server, limitUsd, stateFile: batchStateOf(options) });
  const budget = shared?.budget?.(limitUsd) ?? new Budget(limitUsd);
  const limits = {
    requestsPerMinute: options.requestsPerMinute,
    tokensPerMinute: options.tokensPerMinute,
    turnstile: shared?.turnstile,
  };
  return { model: connectModel({ ...server, budget, limits }), budget };
}
