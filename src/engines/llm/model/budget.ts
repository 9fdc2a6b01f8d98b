import { KyhopError } from "../../../errors.js";
import { mayBeBilled } from "./failures.js";
import type { ChatModel, ChatRequest, Usage } from "./model.js";
import type { Price } from "./prices.js";

/** Ends a reservation with what was really paid. */
export type Settlement = (paidUsd: number, usage?: Usage) => void | Promise<void>;

/** Whoever keeps the money of a run: `Budget` in one process, `SharedBudget` for many. */
export interface Purse {
  /** US dollars; `null` counts without limiting */
  readonly limitUsd: number | null;
  /** What was paid, with requests that were lost on the way (a broken connection) taken at their worst. */
  readonly spentUsd: number;
  /** The tokens of all answers that came back. */
  readonly usage: Usage;
  /** @throws KyhopError LLM_BUDGET_SPENT when the sum does not fit any more */
  reserve(worstUsd: number, model: string): Promise<Settlement>;
}

/**
 * The money of a run, in US dollars. What a request may cost at worst is reserved before it is made and settled after,
 * so `spentUsd` never passes the limit, however many callers there are. A caller whose request would fit if the others
 * turn out cheaper waits for them.
 */
export class Budget implements Purse {
  readonly limitUsd: number | null;
  #spent = 0;
  #reserved = 0;
  #reservations = 0;
  #usage: Usage = { input: 0, output: 0, cached: 0 };
  #waiting: (() => void)[] = [];

  /** @param limitUsd `null` counts without limiting */
  constructor(limitUsd: number | null) {
    this.limitUsd = limitUsd;
  }

  get spentUsd(): number {
    return this.#spent;
  }

  get usage(): Usage {
    return this.#usage;
  }

  async reserve(worstUsd: number, model: string): Promise<Settlement> {
    const limit = this.limitUsd ?? Number.POSITIVE_INFINITY;
    while (this.#spent + this.#reserved + worstUsd > limit) {
      if (this.#spent + worstUsd > limit) throw budgetSpent(model, worstUsd, this.#spent, limit);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#reserved += worstUsd;
    this.#reservations += 1;
    return (paidUsd, usage) => this.#settle(worstUsd, paidUsd, usage);
  }

  /** Counts what is paid already, whether it fits or not. */
  pay(paidUsd: number, usage: Usage): void {
    this.#spent += paidUsd;
    this.#usage = addUsage(this.#usage, usage);
  }

  #settle(worstUsd: number, paidUsd: number, usage?: Usage): void {
    this.#reservations -= 1;
    // Floating sums leave a trace, and a trace of a reservation would let a caller wait for nobody.
    this.#reserved = this.#reservations === 0 ? 0 : this.#reserved - worstUsd;
    this.#spent += paidUsd;
    if (usage) this.#usage = addUsage(this.#usage, usage);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }
}

/** LLM_BUDGET_SPENT with the amounts, in US dollars. */
export function budgetSpent(model: string, worstUsd: number, spentUsd: number, limit: number): KyhopError {
  const [worst = "", left = ""] = [worstUsd, limit - spentUsd].map((usd) => usd.toFixed(6));
  return new KyhopError("LLM_BUDGET_SPENT", { model, worst, left, limit });
}

export function addUsage(one: Usage, other: Usage): Usage {
  return {
    input: one.input + other.input,
    output: one.output + other.output,
    cached: one.cached + other.cached,
  };
}

/** What a provider adds around the messages and the schema, in tokens; generous. */
const framing = 256;

/**
 * The most that a request can cost. A token of any byte-level vocabulary covers at least one byte, so the bytes of the
 * input bound its tokens whatever the model.
 */
export function worstCost(request: ChatRequest, price: Price): number {
  const parts = [request.system, request.user, JSON.stringify(request.schema.json)];
  // The schema may go in twice: as the constraint and, where a server needs it, as words.
  const bytes = parts.reduce((sum, part, index) => sum + Buffer.byteLength(part) * (index === 2 ? 2 : 1), framing);
  const input = Math.max(price.input, price.cacheWrite ?? 0);
  return (bytes * input + request.maxOutputTokens * price.output) / 1_000_000;
}

/**
 * The model, asked only while the budget lasts. Every attempt must pass through here: put retries around it.
 * @param price `null` only with a budget that has no limit
 * @throws KyhopError LLM_PRICE_UNKNOWN
 */
export function withBudget(model: ChatModel, budget: Purse, price: Price | null): ChatModel {
  if (budget.limitUsd !== null && !price) throw new KyhopError("LLM_PRICE_UNKNOWN", { model: model.name });
  return {
    name: model.name,
    ask: async (request) => {
      const worst = price ? worstCost(request, price) : 0;
      const settle = await budget.reserve(worst, model.name);
      try {
        const reply = await model.ask(request);
        await settle(reply.costUsd, reply.usage);
        return reply;
      } catch (error) {
        await settle(mayBeBilled(error) ? worst : 0);
        throw error;
      }
    },
  };
}
