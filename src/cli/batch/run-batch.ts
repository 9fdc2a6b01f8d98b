import { randomUUID } from "node:crypto";
import type { FieldMap } from "../../documents/field-names.js";
import type { Entry } from "../../documents/sources/container.js";
import { KyhopError } from "../../errors.js";
import { documentWork } from "../../runs/document-work.js";
import { LocalQueue } from "../../runs/local-queue.js";
import { type Counts, Tally } from "../../runs/tally.js";
import type { Store } from "../../store/store.js";
import { type Chosen, extractorOf } from "../engines.js";
import type { Messages } from "../terminal/messages.js";
import { version } from "../version.js";
import { drainOnSignal } from "./drain-on-signal.js";
import { countOf, entriesOf } from "./entries.js";
import { moneyOf, Reporter } from "./reporter.js";

/** How often a document is tried at most, where its failure may pass. */
const attempts = 3;

/** What is worked on, and how. */
export interface Batch {
  readonly paths: readonly string[];
  /** the names of a crawler's fields */
  readonly map: FieldMap;
  readonly concurrency: number;
  readonly redo: { readonly done: boolean; readonly failed: boolean };
  /** documents that are worked on at most */
  readonly limit: number | null;
  /** leaves out files that were last changed before */
  readonly since: Date | null;
}

/** How it went; `stopped` says why documents are left. */
export type BatchOutcome = Counts & { readonly stopped: Pick<KyhopError, "code" | "message"> | null };

/** Takes many documents into a store, in this process. */
export async function runBatch(
  { paths, map, concurrency, redo, limit, since }: Batch,
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
  let admitted = 0;
  let total: number | null = null;

  const handle = documentWork<Entry>({
    store,
    extractor,
    version,
    runId,
    now,
    read: (entry) => entry.read(),
    extract: extractorOf(engine),
    redo,
    admit: () => {
      if (limit !== null && ++admitted >= limit) enough.abort();
      return limit === null || admitted <= limit;
    },
    tell: (ended) => {
      tally.add(ended);
      reporter.tell(ended, total);
    },
  });

  await store.beginRun({ id: runId, extractor, startedAt: now().toISOString() });
  const queue = new LocalQueue<Entry>();
  await queue.put(entriesOf(paths, map, since));
  const ended = new AbortController();
  // counting reads folders and archives once more, so it is done only where somebody waits; the work goes on meanwhile
  const counting =
    messages.isTerminal && limit === null
      ? countOf(entriesOf(paths, map, since), ended.signal).then((count) => (total = count))
      : null;
  const drain = AbortSignal.any([interrupted, enough.signal]);
  const failure = await queue.work(handle, { concurrency, attempts, drain }).then(() => null, known);
  ended.abort();
  await counting;
  const stopped = failure ?? (interrupted.aborted ? new KyhopError("RUN_INTERRUPTED", {}) : null);
  messages.clear();
  // where the store is gone there is nothing to write to
  if (stopped?.code !== "STORE_UNAVAILABLE") await store.endRun(runId, now().toISOString(), stopped?.code ?? null);
  const outcome = { ...tally.counts(total), stopped: stopped && { code: stopped.code, message: stopped.message } };
  if (!messages.isTerminal) reporter.log({ event: "ended", ...outcome, ...moneyOf(budget) });
  return outcome;
}

function known(error: unknown): KyhopError {
  if (error instanceof KyhopError) return error;
  throw error;
}
