import { KyhopError } from "../../../errors.js";
import { mayBeBilled } from "./failures.js";
import type { ChatModel, ChatRequest, Usage } from "./model.js";
import type { Price } from "./prices.js";

/**
 * The money of a run, in US dollars. What a request may cost at worst is reserved before it is made and settled after,
 * so `spentUsd` never passes the limit, however many callers there are. A caller whose request would fit if the others
 * turn out cheaper waits for them.
 */
export class Budget {
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

  /** What was paid, with requests that were lost on the way (a broken connection) taken at their worst. */
  get spentUsd(): number {
    return this.#spent;
  }

  /** The tokens of all answers that came back. */
  get usage(): Usage {
    return this.#usage;
  }

  /** @throws KyhopError LLM_BUDGET_SPENT when the sum does not fit any more */
  async reserve(worstUsd: number, model: string): Promise<void> {
    const limit = this.limitUsd ?? Number.POSITIVE_INFINITY;
    while (this.#spent + this.#reserved + worstUsd > limit) {
      if (this.#spent + worstUsd > limit) {
        const [worst, left] = [worstUsd, limit - this.#spent].map((usd) => usd.toFixed(6));
        throw new KyhopError("LLM_BUDGET_SPENT", { model, worst: String(worst), left: String(left), limit });
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#reserved += worstUsd;
    this.#reservations += 1;
  }

  /** Ends a reservation with what was really paid. */
  settle(worstUsd: number, paidUsd: number, usage?: Usage): void {
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
export function withBudget(model: ChatModel, budget: Budget, price: Price | null): ChatModel {
  if (budget.limitUsd !== null && !price) throw new KyhopError("LLM_PRICE_UNKNOWN", { model: model.name });
  return {
    name: model.name,
    ask: async (request) => {
      const worst = price ? worstCost(request, price) : 0;
      await budget.reserve(worst, model.name);
      try {
        const reply = await model.ask(request);
        budget.settle(worst, reply.costUsd, reply.usage);
        return reply;
      } catch (error) {
        budget.settle(worst, mayBeBilled(error) ? worst : 0);
        throw error;
      }
    },
  };
}
