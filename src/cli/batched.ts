import type { Command } from "commander";
import { standardInput } from "../documents/read.js";
import { type Entry, entryOf, failedEntry } from "../documents/sources/container.js";
import type { BatchProgress } from "../engines/llm/model/batch.js";
import type { BatchRounds, Watch } from "../engines/llm/model/batch-rounds.js";
import type { SentBatch } from "../engines/llm/model/batch-state.js";
import { KyhopError } from "../errors.js";
import { inFlight } from "../runs/in-flight.js";
import type { Messages } from "./terminal/messages.js";

/** Adds the options of batches to a command that can go through its documents more than once. */
export const withBatchOptions = (command: Command): Command =>
  command
    .option("--batch", "ask through the provider's batches: at half the price, within a day")
    .option(
      "--batch-state <file>",
      "keeps which batches were sent (default: batches.json in the --cache folder, else kyhop-batches.json)",
    );

/** How the documents are gone through. */
export interface RoundsOptions {
  readonly messages: Messages;
  readonly drain: AbortSignal;
  readonly concurrency: number;
}

/**
 * Goes through the documents until all that is to be asked about them is answered. What becomes of each is not looked at:
 * it is worked on once more to be delivered, and then nothing has to be asked.
 * @returns `false` where it was stopped; the batches go on
 */
export async function askInRounds(
  rounds: BatchRounds,
  entries: () => AsyncIterable<Entry>,
  work: (entry: Entry) => Promise<unknown>,
  { messages, drain, concurrency }: RoundsOptions,
): Promise<boolean> {
  const watch = watching(messages, drain);
  const attempt = (entry: Entry) => work(entry).catch(() => null);
  try {
    await rounds.resume(watch);
    do {
      for await (const _ of inFlight(entries(), concurrency, attempt, drain));
    } while (!drain.aborted && (await rounds.send(watch)));
  } catch (error) {
    if (!(error instanceof KyhopError && error.code === "LLM_ABORTED")) throw error;
  }
  messages.clear();
  return !drain.aborted;
}

/** The documents that `open` finds, as often as they are asked for: what comes by standard input is kept. */
export function rereadable(
  paths: readonly string[],
  open: (paths: readonly string[]) => AsyncIterable<Entry>,
): () => AsyncIterable<Entry> {
  let kept: Promise<readonly Entry[]> | null = null;
  return async function* () {
    for (const path of paths) {
      if (path !== standardInput) yield* open([path]);
      else {
        kept ??= keptEntries(open([path]));
        yield* await kept;
      }
    }
  };
}

async function keptEntries(entries: AsyncIterable<Entry>): Promise<readonly Entry[]> {
  const kept: Entry[] = [];
  for await (const { address, read } of entries) {
    kept.push(await read().then(entryOf, (error) => failedEntry(address, error)));
  }
  return kept;
}

/** Tells where the batches stand: on a terminal at each look, in a log where something has changed. */
function watching(messages: Messages, stop: AbortSignal): Watch {
  const told = new Map<string, string>();
  return {
    stop,
    sent: ({ id, requests, model }: SentBatch) => messages.tell(`batch ${id}: ${requests} requests to ${model}`),
    look: (id: string, { status, total, completed, failed }: BatchProgress) => {
      const line = `batch ${id}: ${status}, ${completed + failed} of ${total}`;
      if (told.get(id) !== status && !messages.isTerminal) messages.tell(line);
      else messages.progress(line);
      told.set(id, status);
    },
  };
}
