import type { KyhopError } from "../errors.js";

/** A document to be worked on: where it is, never the document itself. */
export interface Job {
  /** the same for every machine that works */
  readonly address: string;
}

/** Works on one job. `last` says that a failure will not be tried again. */
export type Handler<Given extends Job = Job> = (job: Given, attempt: { readonly last: boolean }) => Promise<void>;

export interface WorkOptions {
  /** jobs at one time */
  readonly concurrency: number;
  /** how often a job is tried at most, where its failure may pass */
  readonly attempts: number;
  /** begins no further job when it is given; those under way are finished */
  readonly drain?: AbortSignal;
}

/** Where jobs wait for workers. */
export interface JobQueue<Given extends Job = Job> {
  /** Puts jobs in line, read no faster than they are taken up. One that waits already is not put again. */
  put(jobs: AsyncIterable<Given>): Promise<void>;
  /**
   * Hands jobs to `handle` until there are none left or `drain` is given. A job that fails with what may pass is tried
   * again after a while; what cannot succeed is not.
   * @throws KyhopError the failure that no job would get past (see `runStoppers`); its job stays in line
   */
  work(handle: Handler<Given>, options: WorkOptions): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds before the n-th new attempt: twice as long each time, and nobody at the same moment as the others. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const longest = 60_000;
  return Math.min(longest, 1000 * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}

/** Whether a failed job is worth another attempt. */
export function mayPass(error: KyhopError, attempt: number, attempts: number): boolean {
  return error.retryable && attempt < attempts;
}
