import type { FieldMap } from "../../documents/field-names.js";
import type { Entry } from "../../documents/sources/container.js";
import { LocalQueue } from "../../runs/local-queue.js";
import type { Store } from "../../store/store.js";
import type { Chosen } from "../engines.js";
import type { Messages } from "../terminal/messages.js";
import { countOf, entriesOf } from "./entries.js";
import { type Batch, type BatchOutcome, workThrough } from "./work-through.js";

/** What is worked on, and how. */
export interface LocalBatch extends Pick<Batch<Entry>, "concurrency" | "redo" | "limit"> {
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
  const queue = new LocalQueue<Entry>();
  await queue.put(entriesOf(paths, map, since));
  const ended = new AbortController();
  let total: number | null = null;
  // counting reads folders and archives once more, so it is done only where somebody waits; the work goes on meanwhile
  const counting =
    messages.isTerminal && how.limit === null
      ? countOf(entriesOf(paths, map, since), ended.signal).then((count) => (total = count))
      : null;
  const batch = { ...how, queue, read: (entry: Entry) => entry.read(), stay: false, total: () => total };
  const outcome = await workThrough(batch, chosen, store, messages);
  ended.abort();
  await counting;
  return outcome;
}
