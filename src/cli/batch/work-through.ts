import { randomUUID } from "node:crypto";
import type { RawDocument } from "../../documents/document.js";
import { KyhopError } from "../../errors.js";
import { documentWork, storing } from "../../runs/document-work.js";
import type { Job, JobQueue } from "../../runs/queue.js";
import { type Counts, Tally } from "../../runs/tally.js";
import type { Store } from "../../store/store.js";
import { type Chosen, extractorOf } from "../engines.js";
import type { Metrics } from "../telemetry/metrics.js";
import type { Messages } from "../terminal/messages.js";
import { version } from "../version.js";
import { drainOnSignal } from "./drain-on-signal.js";
import { type Money, moneyOf, Reporter } from "./reporter.js";

/** How a queue is worked through. */
export interface Batch<Given extends Job> {
  readonly queue: JobQueue<Given>;
  readonly read: (job: Given) => Promise<RawDocument>;
  readonly concurrency: number;
  readonly redo: { readonly done: boolean; readonly failed: boolean };
  /** documents that are worked on at most */
  readonly limit: number | null;
  /** waits for further jobs where there are none left */
  readonly stay: boolean;
  /** how many documents there are, as soon as it is known */
  readonly total: () => number | null;
  /** where they are asked for */
  readonly metrics: Metrics | null;
}

/** Documents at a time at least: while some are read and saved, another keeps the core busy. */
export const leastAtOnce = 4;

/** How it went; `stopped` says why documents are left. */
export type BatchOutcome = Counts & Money & { readonly stopped: Pick<KyhopError, "code" | "message"> | null };

/** Takes the documents of a queue into a store, tells how it goes, and stops when the user says so. */
export async function workThrough<Given extends Job>(
  { queue, read, concurrency, redo, limit, stay, total, metrics }: Batch<Given>,
  { engine, id: extractor, budget }: Chosen,
  store: Store,
  messages: Messages,
): Promise<BatchOutcome> {
  const now = () => new Date();
  const runId = randomUUID();
  const tally = new Tally(Date.now);
  const reporter = new Reporter(messages, tally, budget, Date.now);
  const interrupted = drainOnSignal(messages);
  const enough = new AbortController();
  const extract = extractorOf(engine);
  let admitted = 0;
  if (budget) metrics?.watchMoney(budget);

  const handler = documentWork<Given>({
    store,
    extractor,
    version,
    runId,
    now,
    read,
    extract: metrics?.timed(extract) ?? extract,
    redo,
    admit: () => {
      if (limit !== null && ++admitted >= limit) enough.abort();
      return limit === null || admitted <= limit;
    },
    tell: (ended) => {
      tally.add(ended);
      metrics?.tell(ended);
      reporter.tell(ended, total());
    },
  });

  await storing(() => store.beginRun({ id: runId, extractor, startedAt: now().toISOString() }));
  const drain = AbortSignal.any([interrupted, enough.signal]);
  const failure = await queue.work(handler, { concurrency, drain, stay }).then(() => null, known);
  const stopped = failure ?? (interrupted.aborted ? new KyhopError("RUN_INTERRUPTED", {}) : null);
  messages.clear();
  // where the store is gone there is nothing to write to
  if (stopped?.code !== "STORE_UNAVAILABLE") {
    await storing(() => store.endRun(runId, now().toISOString(), stopped?.code ?? null));
  }
  const why = stopped && { code: stopped.code, message: stopped.message };
  const outcome = { ...tally.counts(total()), ...moneyOf(budget), stopped: why };
  if (!messages.isTerminal) reporter.log({ event: "ended", ...outcome });
  return outcome;
}

function known(error: unknown): KyhopError {
  if (error instanceof KyhopError) return error;
  throw error;
}
