import { setTimeout } from "node:timers/promises";
import PQueue from "p-queue";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
import { toKyhopError } from "../errors.js";
import { backoff, type Handler, type Job, type JobQueue, mayPass, type WorkOptions } from "./queue.js";

/** Jobs taken from the source ahead of those under way, in multiples of the concurrency. */
const ahead = 2;

/** The queue of one process. Jobs are read from their source as they are worked on, so it may be as long as it likes. */
export class LocalQueue<Given extends Job> implements JobQueue<Given> {
  readonly #sources: AsyncIterable<Given>[] = [];

  async put(jobs: AsyncIterable<Given>): Promise<void> {
    this.#sources.push(jobs);
  }

  async work(handle: Handler<Given>, { concurrency, attempts, drain }: WorkOptions): Promise<void> {
    const queue = new PQueue({ concurrency });
    const stop = new AbortController();
    const ended = drain ? AbortSignal.any([drain, stop.signal]) : stop.signal;
    const work = async (job: Given) => {
      if (ended.aborted) return;
      await untilItEnds(handle, job, attempts, ended).catch((error) => stop.abort(error));
    };
    for (let jobs = this.#sources.shift(); jobs; jobs = this.#sources.shift()) {
      for await (const job of jobs) {
        if (ended.aborted) break;
        queue.add(() => work(job));
        if (queue.size > concurrency * ahead) await queue.onSizeLessThan(concurrency);
      }
    }
    await queue.onIdle();
    if (stop.signal.aborted) throw stop.signal.reason;
  }

  async close(): Promise<void> {}
}

/** @throws KyhopError of a failure that no job would get past */
async function untilItEnds<Given extends Job>(
  handle: Handler<Given>,
  job: Given,
  attempts: number,
  ended: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await handle(job, { last: attempt >= attempts });
    } catch (thrown) {
      const error = toKyhopError(thrown, job.address);
      if (runStoppers.has(error.code)) throw error;
      if (!mayPass(error, attempt, attempts)) {
        // nobody could keep the reason: what goes on would be lost as well
        if (error.code === "STORE_UNAVAILABLE") throw error;
        return;
      }
      if (ended.aborted) return;
      // a run that ends does not wait: the job was not done, and the next run takes it up
      await setTimeout(backoff(attempt), undefined, { signal: ended }).catch(() => {});
    }
  }
}
