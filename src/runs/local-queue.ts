import { setTimeout } from "node:timers/promises";
import PQueue from "p-queue";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
import { type KyhopError, toKyhopError } from "../errors.js";
import { backoff, type Handler, type Job, type JobQueue, usualAttempts, type WorkOptions } from "./queue.js";

/** Jobs taken from their source ahead of those under way, in multiples of the concurrency. */
const ahead = 8;

/** The queue of one process. Jobs are read from their source as they are worked on, so it may be as long as it likes. */
export class LocalQueue<Given extends Job> implements JobQueue<Given> {
  readonly #sources: AsyncIterator<Given>[] = [];
  /** taken from their source, but not worked on */
  #left: Given[] = [];

  /** @param goesOn works on the other jobs also where one meets what no job would get past, and throws it in the end */
  constructor(
    private readonly attempts = usualAttempts,
    private readonly goesOn = false,
  ) {}

  async put(jobs: AsyncIterable<Given>): Promise<void> {
    this.#sources.push(jobs[Symbol.asyncIterator]());
  }

  async work(handler: Handler<Given>, { concurrency, drain }: WorkOptions): Promise<void> {
    const queue = new PQueue({ concurrency });
    const ending = new Ending(drain);
    const add = (job: Given) => void queue.add(() => this.#workOn(job, handler, ending));
    for (const job of this.#left.splice(0)) add(job);
    for (let source = this.#sources[0]; source && !ending.hasCome; source = this.#sources[0]) {
      const next = await source.next();
      if (next.done) this.#sources.shift();
      else add(next.value);
      if (queue.size > concurrency * ahead) await queue.onSizeLessThan(concurrency);
    }
    await queue.onIdle();
    if (ending.reason) throw ending.reason;
  }

  /** Its first attempt is the usual end of it, so nothing is set up for others before they are needed. */
  #workOn(job: Given, handler: Handler<Given>, ending: Ending, attempt = 1): Promise<void> {
    if (ending.hasCome) {
      this.#left.push(job);
      return Promise.resolve();
    }
    const last = attempt >= this.attempts;
    return handler.handle(job, { last }).catch(async (thrown) => {
      const error = toKyhopError(thrown, job.address);
      if (this.goesOn && runStoppers.has(error.code)) {
        ending.reason ??= error;
        this.#left.push(job);
        return;
      }
      if (stopsAll(error, last)) ending.come(error);
      else if (last || !error.retryable) return;
      else await setTimeout(backoff(attempt), undefined, { signal: ending.signal }).catch(() => {});
      await this.#workOn(job, handler, ending, attempt + 1);
    });
  }

  async close(): Promise<void> {}
}

/** The end of the work before its time. `hasCome` is asked for each job, and asking a signal takes as long as a job may. */
class Ending {
  readonly #stop = new AbortController();
  readonly signal: AbortSignal;
  hasCome = false;
  reason: KyhopError | null = null;

  constructor(drain: AbortSignal | undefined) {
    this.signal = drain ? AbortSignal.any([drain, this.#stop.signal]) : this.#stop.signal;
    this.hasCome = this.signal.aborted;
    this.signal.addEventListener("abort", () => {
      this.hasCome = true;
    });
  }

  come(reason: KyhopError): void {
    this.reason = reason;
    this.#stop.abort();
  }
}

/** A store that is away for good stops all as well: nobody could keep the reason, and what goes on would be lost. */
function stopsAll({ code }: KyhopError, last: boolean): boolean {
  return runStoppers.has(code) || (last && code === "STORE_UNAVAILABLE");
}
