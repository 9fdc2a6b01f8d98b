import type { RawDocument } from "../documents/document.js";
import type { Entry } from "../documents/sources/container.js";
import { documentsIn, type SourceOptions } from "../documents/sources/open.js";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
import { type ErrorCode, type KyhopError, toKyhopError } from "../errors.js";
import { inFlight } from "../runs/in-flight.js";
import type { Context } from "./context.js";
import { type ExitCode, exitCode } from "./exit-code.js";

/** How a run over documents went. */
export interface Tally {
  readonly delivered: number;
  readonly failed: number;
  /** whether it was stopped before its end */
  readonly interrupted: boolean;
}

/** How documents are found, and how many are worked on at a time. */
export interface DocumentOptions extends SourceOptions {
  readonly concurrency?: number;
  /** the documents, where they are not to be looked for in the paths */
  readonly entries?: () => AsyncIterable<Entry>;
  /** begins no further document when it is given; those under way are finished and delivered */
  readonly drain?: AbortSignal;
  /** what ends the run (see `runStoppers`), unless everything is known that is going to be asked */
  readonly stoppers?: ReadonlySet<ErrorCode>;
}

/**
 * Reads the documents of `paths`, works on so many at a time and delivers the results in the order of the input. A
 * document that fails is told on stderr and the rest goes on; a failing delivery ends the run. Where no further document
 * could do better (no quota, no budget), what has not begun fails for that reason without being tried.
 */
export async function forEachDocument<Result>(
  { messages }: Context,
  paths: readonly string[],
  work: (raw: RawDocument) => Result | Promise<Result>,
  deliver: (result: Result) => void | Promise<void>,
  { concurrency = 1, drain, stoppers = runStoppers, entries, ...sources }: DocumentOptions = {},
): Promise<Tally> {
  let begun = 0;
  let delivered = 0;
  let failed = 0;
  let stopped: KyhopError | null = null;
  const attemptOf = async (entry: Entry) => {
    messages.progress(`${++begun} ${entry.address}`);
    const outcome: Outcome<Result> = stopped ? { error: stopped } : await attempt(entry, work);
    if ("error" in outcome && stoppers.has(outcome.error.code)) stopped = outcome.error;
    return { address: entry.address, outcome };
  };
  const attempts = inFlight(entries?.() ?? documentsIn(paths, sources), concurrency, attemptOf, drain);
  for await (const { address, outcome } of attempts) {
    messages.clear();
    if ("result" in outcome) {
      await deliver(outcome.result);
      delivered++;
    } else {
      failed++;
      messages.tellFailure(address, outcome.error);
    }
  }
  return { delivered, failed, interrupted: drain?.aborted ?? false };
}

type Outcome<Result> = { readonly result: Result } | { readonly error: KyhopError };

async function attempt<Result>(
  { address, read }: Entry,
  work: (raw: RawDocument) => Result | Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    return { result: await work(await read()) };
  } catch (error) {
    return { error: toKyhopError(error, address) };
  }
}

export function exitCodeOf({ failed, interrupted }: Pick<Tally, "failed" | "interrupted">): ExitCode {
  return failed || interrupted ? exitCode.someFailed : exitCode.done;
}
