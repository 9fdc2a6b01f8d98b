import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { SpanKind } from "@opentelemetry/api";
import { DelayedError, Queue, type Job as QueuedJob, UnrecoverableError, WaitingError, Worker } from "bullmq";
import type { Redis } from "ioredis";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
import { currentTrace, inSpan, inTrace, type TraceContext } from "../engines/tracing.js";
import { KyhopError, toKyhopError } from "../errors.js";
import { backoff, type Handler, type Job, type JobQueue, usualAttempts, type WorkOptions } from "./queue.js";

/** Jobs put in line by one command to Redis. */
const pageSize = 500;
/** Milliseconds between two looks at whether there are jobs left. */
const lookEvery = 500;
/** How many processes a job may end before it is given up. */
const mostStalls = 10;

export interface BullMqOptions {
  readonly attempts?: number;
  /** Milliseconds after which the job of a worker that is not heard of is another's. */
  readonly lockDuration?: number;
}

/** How many jobs are where. */
export interface QueueCounts {
  readonly waiting: number;
  readonly active: number;
  /** before their next attempt */
  readonly delayed: number;
  readonly failed: number;
}

/** A job as it stands in Redis. */
interface Queued extends Job {
  /** where its trace began; not there where whoever put it in line collects none, or is an older Kyhop */
  readonly trace?: TraceContext;
}

export interface FailedJob extends Job {
  readonly reason: string;
}

/** The queue that processes on many machines share: BullMQ on Redis. A job is done when it is gone from it. */
export class BullMqQueue implements JobQueue {
  readonly #queue: Queue<Queued>;
  readonly #attempts: number;
  readonly #lockDuration: number;

  /**
   * @param redis made with `maxRetriesPerRequest: null`, so that work goes on when Redis comes back
   * @param name of the queue; several may stand in one Redis
   */
  constructor(
    private readonly redis: Redis,
    private readonly name: string,
    { attempts = usualAttempts, lockDuration = 30_000 }: BullMqOptions = {},
  ) {
    this.#attempts = attempts;
    this.#lockDuration = lockDuration;
    this.#queue = new Queue(name, { connection: redis });
    // what is wrong with the connection is told by the calls that need it
    this.#queue.on("error", () => {});
  }

  /** A job that is in line already, or failed, is not put in line again. */
  async put(jobs: AsyncIterable<Job>): Promise<void> {
    let page: Job[] = [];
    for await (const job of jobs) {
      page.push(job);
      if (page.length < pageSize) continue;
      await this.#putPage(page);
      page = [];
    }
    await this.#putPage(page);
  }

  async #putPage(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    const options = { attempts: this.#attempts, backoff: { type: "custom" }, removeOnComplete: true };
    const queued = jobs.map(async ({ address }) => {
      const trace = await begunTrace(address);
      const data = { address, ...(trace && { trace }) };
      return { name: "document", data, opts: { ...options, jobId: idOf(address) } };
    });
    await this.#queue.addBulk(await Promise.all(queued));
  }

  async work(handler: Handler, { concurrency, drain, stay = false }: WorkOptions): Promise<void> {
    const stop = new AbortController();
    const ended = drain ? AbortSignal.any([drain, stop.signal]) : stop.signal;
    const worker = new Worker<Queued>(this.name, (job, token) => this.#process(job, token, handler, stop), {
      connection: this.redis,
      concurrency,
      lockDuration: this.#lockDuration,
      stalledInterval: this.#lockDuration / 2,
      maxStalledCount: mostStalls,
      settings: { backoffStrategy: (attemptsMade) => backoff(attemptsMade) },
    });
    worker.on("error", () => {});
    worker.on("failed", (job, error) => {
      if (job && error.message.includes("more than allowable limit")) {
        const abandoned = new KyhopError("JOB_ABANDONED", { path: job.data.address });
        handler.abandon(job.data, abandoned).catch((thrown) => stop.abort(thrown));
      }
    });
    while (!ended.aborted && (stay || !(await this.#isEmpty()))) {
      await setTimeout(lookEvery, undefined, { signal: ended }).catch(() => {});
    }
    await worker.close();
    if (stop.signal.aborted) throw stop.signal.reason;
  }

  async #process(job: QueuedJob<Queued>, token: string | undefined, handler: Handler, stop: AbortController) {
    try {
      const attempt = { last: job.attemptsMade + 1 >= this.#attempts };
      await inTrace(job.data.trace, () => handler.handle(job.data, attempt));
    } catch (thrown) {
      const error = toKyhopError(thrown, job.data.address);
      if (runStoppers.has(error.code)) {
        stop.abort(error);
        await job.moveToWait(token);
        throw new WaitingError();
      }
      if (error.code === "STORE_UNAVAILABLE") {
        // no fault of the document's, so it costs none of its attempts
        await job.moveToDelayed(Date.now() + backoff(1), token);
        throw new DelayedError();
      }
      const reason = `${error.code} ${error.message}`;
      throw error.retryable ? new Error(reason) : new UnrecoverableError(reason);
    }
  }

  async #isEmpty(): Promise<boolean> {
    const { waiting, active, delayed } = await this.counts();
    return waiting + active + delayed === 0;
  }

  async counts(): Promise<QueueCounts> {
    const counts = await this.#queue.getJobCounts("wait", "active", "delayed", "failed");
    const of = (state: string) => counts[state] ?? 0;
    return { waiting: of("wait"), active: of("active"), delayed: of("delayed"), failed: of("failed") };
  }

  /** Jobs that failed for good, the last ones first. */
  async failed(most: number): Promise<readonly FailedJob[]> {
    const jobs = await this.#queue.getFailed(0, most - 1);
    return jobs.map(({ data, failedReason }) => ({ address: data.address, reason: failedReason ?? "" }));
  }

  /** Puts what failed in line again. */
  async retryFailed(): Promise<void> {
    await this.#queue.retryJobs({ state: "failed" });
  }

  /** The connection stays open: it is whoever's that made it. */
  async close(): Promise<void> {
    await this.#queue.close();
  }
}

/** One address is one job, however often it is put in line. */
function idOf(address: string): string {
  return createHash("sha256").update(address).digest("hex").slice(0, 32);
}

/** Begins the trace of a document. Each has its own, so that a sampler keeps whole documents of an enormous folder. */
function begunTrace(address: string): Promise<TraceContext | undefined> {
  const producer = { kind: SpanKind.PRODUCER, root: true, attributes: { "kyhop.source": address } };
  return inSpan("enqueue", producer, async () => currentTrace());
}
