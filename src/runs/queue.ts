import type { KyhopError } from "../errors.js";

/** A document to be worked on: where it is, never the document itself. */
export interface Job {
  /** the same for every machine that works */
  readonly address: string;
}

/** What becomes of jobs. */
export interface Handler<Given extends Job = Job> {
  /** Works on a job. `last` says that a failure will not be tried again, so its reason must be kept now. */
  handle(job: Given, attempt: { readonly last: boolean }): Promise<void>;
  /** Keeps the reason of a job that ended the processes that worked on it, so that none could. */
  abandon(job: Job, error: KyhopError): Promise<void>;
}

export interface WorkOptions {
  /** jobs at one time */
  readonly concurrency: number;
  /** begins no further job when it is given; those under way are finished */
  readonly drain?: AbortSignal;
  /** waits for what others put in line, where there are none left */
  readonly stay?: boolean;
}

/** Where jobs wait for workers. */
export interface JobQueue<Given extends Job = Job> {
  /** Puts jobs in line. */
  put(jobs: AsyncIterable<Given>): Promise<void>;
  /**
   * Hands jobs over until there are none left or `drain` is given. A job that fails with what may pass is tried again
   * after a while; what cannot succeed is not.
   * @throws KyhopError the failure that no job would get past (see `runStoppers`); its job stays in line
   */
  work(handler: Handler<Given>, options: WorkOptions): Promise<void>;
  close(): Promise<void>;
}

/** How often a job is tried, where its failure may pass. */
export const usualAttempts = 3;

/** Milliseconds before the n-th new attempt: twice as long each time, and not the same for all who failed together. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const longest = 60_000;
  return Math.min(longest, 1000 * 2 ** (attempt - 1)) * (0.5 + random() / 2);
}
