import { stat } from "node:fs/promises";
import { expandPaths } from "../../documents/read.js";
import type { Job } from "../../runs/queue.js";

/**
 * The documents below `paths`, found as they are asked for.
 * @param since leaves out files that were last changed before
 */
export async function* jobsOf(paths: readonly string[], since: Date | null = null): AsyncGenerator<Job> {
  for await (const source of expandPaths(paths)) {
    if (since === null || (await isChangedSince(source, since))) yield { source };
  }
}

/** What is not there is let through: reading it says why. */
async function isChangedSince(path: string, since: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found === null || found.mtime >= since;
}

/** How many there are. */
export async function countOf(jobs: AsyncIterable<Job>): Promise<number> {
  let count = 0;
  for await (const _ of jobs) count++;
  return count;
}
