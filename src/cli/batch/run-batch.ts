import type { FieldMap } from "../../documents/field-names.js";
import type { Entry } from "../../documents/sources/container.js";
import type { BatchRounds } from "../../engines/llm/model/batch-rounds.js";
import { KyhopError } from "../../errors.js";
import { endedBefore, fingerprintOf, type Known } from "../../runs/document-work.js";
import { LocalQueue } from "../../runs/local-queue.js";
import { Tally } from "../../runs/tally.js";
import type { Store } from "../../store/store.js";
import { askInRounds, rereadable } from "../batched.js";
import { type Chosen, extractorOf } from "../engines.js";
import type { Messages } from "../terminal/messages.js";
import { version } from "../version.js";
import { drainOnSignal } from "./drain-on-signal.js";
import { countOf, entriesOf } from "./entries.js";
import { type Batch, type BatchOutcome, workThrough } from "./work-through.js";

/** What is worked on, and how. */
export interface LocalBatch extends Pick<Batch<Entry>, "concurrency" | "redo" | "limit" | "metrics"> {
  readonly paths: readonly string[];
  /** the names of a crawler's fields */
  readonly map: FieldMap;
  /** leaves out files that were last changed before */
  readonly since: Date | null;
}

/** Takes many documents into a store, in this process. */
export async function runBatch(
  { paths, map, since, ...how }: LocalBatch,
  chosen: Chosen,
  store: Store,
  messages: Messages,
): Promise<BatchOutcome> {
  const open = (some: readonly string[]) => entriesOf(some, map, since);
  const entries = chosen.rounds ? rereadable(paths, open) : () => open(paths);
  const known = { store, extractor: chosen.id, redo: how.redo };
  if (chosen.rounds && !(await askAbout(entries, known, chosen, chosen.rounds, { ...how, messages }))) {
    const { code, message } = new KyhopError("RUN_INTERRUPTED", {});
    return { ...new Tally(Date.now).counts(), stopped: { code, message } };
  }
  // what has been answered is kept, also where the budget did not last for all; another try would find no other answer
  const queue = chosen.rounds ? new LocalQueue<Entry>(1, true) : new LocalQueue<Entry>();
  await queue.put(entries());
  const ended = new AbortController();
  let total: number | null = null;
  // counting reads folders and archives once more, so it is done only where somebody waits; the work goes on meanwhile
  const counting =
    messages.isTerminal && how.limit === null
      ? countOf(entries(), ended.signal).then((count) => (total = count))
      : null;
  const batch = { ...how, queue, read: (entry: Entry) => entry.read(), stay: false, total: () => total };
  const outcome = await workThrough(batch, chosen, store, messages);
  ended.abort();
  await counting;
  if (!outcome.stopped) await chosen.rounds?.conclude();
  return outcome;
}

/** Asks in batches about all documents that are not left alone. */
function askAbout(
  entries: () => AsyncIterable<Entry>,
  known: Known,
  { engine }: Chosen,
  rounds: BatchRounds,
  { messages, concurrency }: { readonly messages: Messages; readonly concurrency: number },
): Promise<boolean> {
  const extractRecord = extractorOf(engine);
  const ask = async ({ address, read }: Entry) => {
    const raw = await read();
    if (!(await endedBefore(address, fingerprintOf(raw, version), known))) await extractRecord(raw);
  };
  return askInRounds(rounds, entries, ask, { messages, concurrency, drain: drainOnSignal(messages) });
}
