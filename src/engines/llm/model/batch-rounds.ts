import { KyhopError } from "../../../errors.js";
import type { BatchApi, BatchProgress, BatchResults } from "./batch.js";
import type { BatchItem } from "./batch-lines.js";
import { affordable, type BatchSize, largestBatch, parted } from "./batch-parts.js";
import type { BatchState, SentBatch } from "./batch-state.js";
import type { Budget } from "./budget.js";
import type { ChatModel, ChatReply, ChatRequest } from "./model.js";
import type { Price } from "./prices.js";
import { parameters } from "./request-body.js";
import { requestKey } from "./request-key.js";

export interface RoundsOptions {
  readonly api: BatchApi;
  readonly model: string;
  /** the URL of the API */
  readonly server: string;
  /** what a token costs in a batch; `null` where it is not known */
  readonly price: Price | null;
  readonly budget: Budget;
  readonly state: BatchState;
  readonly now: () => Date;
  readonly largest?: BatchSize;
}

/** Whoever waits for the batches: what he is told, and how he stops waiting. */
export interface Watch {
  readonly sent: (batch: SentBatch) => void;
  readonly look: (id: string, progress: BatchProgress) => void;
  readonly stop: AbortSignal;
}

/** An answer is counted when it is first used, for only then it is known to which question it belongs. */
interface Brought {
  readonly results: BatchResults;
  isPaid: boolean;
}

/**
 * A model that is asked through batches. It does not wait: a question that it has no answer to is kept, and fails with
 * LLM_BATCH_WAITING. `send` takes all that were kept to the provider and comes back with the answers, so whoever asks
 * goes through his documents again, until a round leaves nothing to send. Nothing else has to outlive the process than
 * the names of the batches: the questions are found again by their content.
 */
export class BatchRounds {
  readonly model: ChatModel;
  readonly #open = new Map<string, ChatRequest>();
  readonly #answers = new Map<string, Brought | KyhopError>();
  /** batches whose results are known */
  readonly #read = new Set<string>();

  constructor(private readonly options: RoundsOptions) {
    this.model = { name: options.model, ask: (request) => this.#ask(request) };
  }

  /**
   * Waits for the batches of an earlier process. Of one that came to its end with them only the answers are taken, at no
   * cost: what failed is asked anew.
   * @throws KyhopError LLM_ABORTED, and those of the server
   */
  async resume(watch: Watch): Promise<void> {
    const { state, server, model } = this.options;
    for (const { id, told } of state.of(server, model)) {
      try {
        const results = await this.#await(id, watch);
        const ids = told ? results.answered : results.ids;
        for (const key of ids) this.#answers.set(key, { results, isPaid: told });
      } catch (error) {
        if (isGone(error)) await state.forget(id);
        else if (!isFailed(error)) throw error;
      }
    }
  }

  /**
   * Sends the open questions and waits for their answers.
   * @returns whether there were any
   * @throws KyhopError LLM_ABORTED
   */
  async send(watch: Watch): Promise<boolean> {
    const { budget, price, model, largest = largestBatch } = this.options;
    const open = [...this.#open].map(([id, request]) => ({ id, request }));
    this.#open.clear();
    const { items, worstUsd, refused } = affordable(open, price, budget, model);
    for (const [id, error] of refused) this.#answers.set(id, error);
    if (items.length > 0) {
      const settle = await budget.reserve(worstUsd, model);
      await this.#sendParts(parted(items, largest), watch);
      // what the answers cost is counted as they are used
      await settle(0);
    }
    return open.length > 0;
  }

  /** Says that all documents have ended, so that another run asks anew what failed in this one. */
  conclude(): Promise<void> {
    return this.options.state.conclude(this.#read);
  }

  async #ask(request: ChatRequest): Promise<ChatReply> {
    const { model, budget } = this.options;
    const id = requestKey(request, model, parameters);
    const brought = this.#answers.get(id);
    if (!brought) {
      this.#open.set(id, request);
      throw new KyhopError("LLM_BATCH_WAITING", { model });
    }
    const answer = brought instanceof KyhopError ? brought : await brought.results.of({ id, request });
    if (answer instanceof KyhopError) throw answer;
    if (!(brought instanceof KyhopError) && !brought.isPaid) {
      brought.isPaid = true;
      budget.pay(answer.costUsd, answer.usage);
    }
    return answer;
  }

  /** All parts are with the provider before the first is waited for. A part that fails is the end of its questions only. */
  async #sendParts(parts: readonly (readonly BatchItem[])[], watch: Watch): Promise<void> {
    const sent: (string | KyhopError)[] = [];
    for (const items of parts) sent.push(await this.#submit(items, watch).catch(known));
    for (const [index, items] of parts.entries()) {
      const batch = sent[index] ?? "";
      const results = batch instanceof KyhopError ? batch : await this.#await(batch, watch).catch(known);
      for (const { id } of items) {
        this.#answers.set(id, results instanceof KyhopError ? results : { results, isPaid: false });
      }
    }
  }

  async #submit(items: readonly BatchItem[], watch: Watch): Promise<string> {
    const { api, state, server, model, now } = this.options;
    const over = state.of(server, model).filter(({ told }) => told);
    const id = await api.submit(items, new Set(over.map((batch) => batch.id)));
    const batch = { id, server, model, requests: items.length, sentAt: now().toISOString(), told: false };
    await state.add(batch);
    watch.sent(batch);
    return id;
  }

  async #await(id: string, { look, stop }: Watch): Promise<BatchResults> {
    const { api } = this.options;
    const { status } = await api.wait(id, { stop, look: (progress) => look(id, progress) });
    // one that failed as a whole has no results, and there is no more to come of it
    if (status === "failed") this.#read.add(id);
    const results = await api.results(id);
    this.#read.add(id);
    return results;
  }
}

/** What an answer fails with; where the waiting was stopped there is none. */
function known(error: unknown): KyhopError {
  if (error instanceof KyhopError && error.code !== "LLM_ABORTED") return error;
  throw error;
}

const isFailed = (error: unknown): boolean => error instanceof KyhopError && error.code === "LLM_BATCH_FAILED";

/** The provider keeps batches and their files for some weeks. */
const isGone = (error: unknown): boolean => error instanceof KyhopError && error.details["status"] === 404;
