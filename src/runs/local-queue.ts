import { setTimeout } from "node:timers/promises";
import PQueue from "p-queue";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
import { toKyhopError } from "../errors.js";
import { backoff, type Handler, type Job, type JobQueue, usualAttempts, type WorkOptions } from "./queue.js";

/** Jobs taken from their source ahead of those under way, in multiples of the concurrency. */
const ahead = 2;

/** The queue of one process. Jobs are read from their source as they are worked on, so it may be as long as it likes. */
export class LocalQueue<Given extends Job> implements JobQueue<Given> {
  readonly #sources: AsyncIterator<Given>[] = [];
  /** taken from their source, but not worked on */
  #left: Given[] = [];

  constructor(private readonly attempts = usualAttempts) {}

  async put(jobs: AsyncIterable<Given>): Promise<void> {
    this.#sources.push(jobs[Symbol.asyncIterator]());
  }

  async work(handler: Handler<Given>, { concurrency, drain }: WorkOptions): Promise<void> {
    const queue = new PQueue({ concurrency });
    const stop = new AbortController();
    const ended = drain ? AbortSignal.any([drain, stop.signal]) : stop.signal;
    const work = async (job: Given) => {
      const isDone = !ended.aborted && (await untilItEnds(handler, job, this.attempts, ended).catch(stopWith(stop)));
      if (!isDone) this.#left.push(job);
    };
    while (!ended.aborted) {
      const job = await this.#next();
      if (!job) break;
      queue.add(() => work(job));
      if (queue.size > concurrency * ahead) await queue.onSizeLessThan(concurrency);
    }
    await queue.onIdle();
    if (stop.signal.aborted) throw stop.signal.reason;
  }

  async #next(): Promise<Given | undefined> {
    for (;;) {
      const left = this.#left.shift();
      const source = this.#sources[0];
      if (left || !source) return left;
      const next = await source.next();
      if (!next.done) return next.value;
      this.#sources.shift();
    }
  }

  async close(): Promise<void> {}
}

const stopWith = (stop: AbortController) => (error: unknown) => {
  stop.abort(error);
  return false;
};

/**
 * @returns whether the job has ended, well or not
 * @throws KyhopError of a failure that no job would get past
 */
async function untilItEnds<Given extends Job>(
  handler: Handler<Given>,
  job: Given,
  attempts: number,
  ended: AbortSignal,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await handler.handle(job, { last: attempt >= attempts });
      return true;
    } catch (thrown) {
      const error = toKyhopError(thrown, job.address);
      if (runStoppers.has(error.code)) throw error;
      if (!error.retryable || attempt >= attempts) {
        // nobody could keep the reason: what goes on would be lost as well
        if (error.code === "STORE_UNAVAILABLE") throw error;
        return true;
      }
      await setTimeout(backoff(attempt), undefined, { signal: ended }).catch(() => {});
      if (ended.aborted) return false;
    }
  }
}
