import { createHash } from "node:crypto";
import type OpenAI from "openai";
import { toFile } from "openai";
import { KyhopError } from "../../../errors.js";
import { type BatchItem, batchLine, isAnswered, readResult, readResultLines } from "./batch-lines.js";
import { type Clock, systemClock } from "./clock.js";
import { printable } from "./failures.js";
import type { ChatReply } from "./model.js";
import { callServer, contextOf, openAiClient } from "./openai-client.js";
import type { OpenAiModelOptions } from "./openai-model.js";
import { batchPriceOf, priceOf } from "./prices.js";
import { type RetryOptions, retrying } from "./retries.js";

export interface BatchOptions extends OpenAiModelOptions {
  readonly retries?: Partial<RetryOptions>;
}

/** How far a batch is. `ended` says that there is nothing to wait for; what it brought is in its results. */
export interface BatchProgress {
  readonly status: OpenAI.Batch["status"];
  readonly ended: boolean;
  readonly total: number;
  readonly completed: number;
  readonly failed: number;
}

/**
 * Requests made through the provider's Batch API: at half the price, within a day. A batch outlives this process; who
 * knows its id, or submits the same requests again, goes on with it.
 */
export interface BatchApi {
  /**
   * Uploads the requests and starts the batch, or finds the one that was started with them.
   * @param items at most 50 000, each with an id of its own
   * @param over batches that are not meant, though they may be of the same requests
   */
  submit(items: readonly BatchItem[], over?: ReadonlySet<string>): Promise<string>;
  progress(batch: string): Promise<BatchProgress>;
  /** @throws KyhopError LLM_ABORTED where it is stopped */
  wait(batch: string, how?: Partial<Waiting>): Promise<BatchProgress>;
  /** @throws KyhopError LLM_BATCH_FAILED when the batch as a whole was refused or has not ended */
  results(batch: string): Promise<BatchResults>;
}

/** How the end of a batch is waited for: looked at often in the beginning, for small ones are soon done. */
export interface Waiting {
  /** the first pause between two looks in milliseconds; each is half as long again as the last */
  readonly pause: number;
  readonly longestPause: number;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  readonly look: (progress: BatchProgress) => void;
}

/** What a batch brought. */
export interface BatchResults {
  /** the ids of the requests that it tells of */
  readonly ids: readonly string[];
  /** those of them that were answered */
  readonly answered: ReadonlySet<string>;
  /** What became of a request, found by its id: the reply, or the error that it ended with. */
  of(item: BatchItem): Promise<ChatReply | KyhopError>;
}

const ended: ReadonlySet<OpenAI.Batch["status"]> = new Set(["completed", "failed", "expired", "cancelled"]);

/** Under this name a batch carries the hash of its requests. */
const label = "kyhop_requests";

export function openAiBatches(options: BatchOptions): BatchApi {
  const { model, price = priceOf(model), signal } = options;
  const client = openAiClient(options);
  const context = contextOf(options);
  const call = <Result>(make: (stop: { signal: AbortSignal }) => Promise<Result>): Promise<Result> =>
    retrying(() => callServer(options, (stop) => make({ signal: stop })), { signal, ...options.retries });

  /** A batch with these requests that is under way or done, among the newest hundred. */
  async function find(hash: string, over: ReadonlySet<string>): Promise<string | null> {
    const page = await call((stop) => client.batches.list({ limit: 100 }, stop));
    const same = page.data.find(
      ({ id, metadata, status }) =>
        metadata?.[label] === hash && !over.has(id) && (!ended.has(status) || status === "completed"),
    );
    return same?.id ?? null;
  }

  /** The API leaves the id out, or gives null, where there is nothing to read. */
  async function read(file: string | null | undefined): Promise<string> {
    return !file ? "" : call(async (stop) => (await client.files.content(file, stop)).text());
  }

  async function progress(batch: string): Promise<BatchProgress> {
    const { status, request_counts: counts } = await call((stop) => client.batches.retrieve(batch, stop));
    const { total = 0, completed = 0, failed = 0 } = counts ?? {};
    return { status, ended: ended.has(status), total, completed, failed };
  }

  return {
    progress,

    async submit(items, over = new Set()) {
      if (new Set(items.map(({ id }) => id)).size < items.length) throw new RangeError("Two items have the same id.");
      const lines = items.map((item) => batchLine(model, item)).join("\n");
      const hash = createHash("sha256").update(lines).digest("hex");
      const known = await find(hash, over);
      if (known !== null) return known;
      const upload = await call(async (stop) => {
        const file = await toFile(Buffer.from(lines), `${hash}.jsonl`, { type: "application/jsonl" });
        return client.files.create({ file, purpose: "batch" }, stop);
      });
      const create = { input_file_id: upload.id, endpoint: "/v1/chat/completions", completion_window: "24h" } as const;
      // A batch may have been started although the answer was lost, so each attempt looks for it first.
      return retrying(
        async () =>
          (await find(hash, over)) ??
          callServer(options, async (stop) => {
            const { id } = await client.batches.create({ ...create, metadata: { [label]: hash } }, { signal: stop });
            return id;
          }),
        { signal, ...options.retries },
      );
    },

    async wait(batch, how = {}) {
      const { pause = 1_000, longestPause = 30_000, clock = systemClock, stop = signal, look } = how;
      for (let next = pause; ; next = Math.min(longestPause, next * 1.5)) {
        const now = await progress(batch);
        look?.(now);
        if (now.ended) return now;
        await clock.sleep(next, stop);
        if (stop?.aborted) throw new KyhopError("LLM_ABORTED", { model });
      }
    },

    async results(batch) {
      const state = await call((stop) => client.batches.retrieve(batch, stop));
      const failure = (reason: string) =>
        new KyhopError("LLM_BATCH_FAILED", { model, batch, status: state.status, reason });
      if (state.status === "failed" || !ended.has(state.status)) {
        const told = state.errors?.data?.[0]?.message ?? "it has not ended";
        throw failure(printable(told, context.secrets));
      }
      const contents = await Promise.all([read(state.error_file_id), read(state.output_file_id)]);
      const lines = new Map(contents.flatMap(readResultLines).map((line) => [line.custom_id, line]));
      const paid = price && batchPriceOf(price);
      return {
        ids: [...lines.keys()],
        answered: new Set([...lines.values()].filter(isAnswered).map((line) => line.custom_id)),
        async of({ id, request }) {
          const line = lines.get(id);
          return line ? readResult(line, request, { ...context, batch }, paid) : failure("no result for this request");
        },
      };
    },
  };
}
