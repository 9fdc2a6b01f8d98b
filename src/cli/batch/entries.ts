import { stat } from "node:fs/promises";
import type { FieldMap } from "../../documents/field-names.js";
import { expandPaths } from "../../documents/read.js";
import type { Entry } from "../../documents/sources/container.js";
import { documentsIn } from "../../documents/sources/open.js";

/**
 * The documents below `paths`, found as they are asked for.
 * @param since leaves out files that were last changed before
 */
export async function* entriesOf(
  paths: readonly string[],
  map: FieldMap,
  since: Date | null,
): AsyncGenerator<Entry, void, void> {
  for await (const path of expandPaths(paths)) {
    if (since === null || (await isChangedSince(path, since))) yield* documentsIn([path], { map });
  }
}

/** What is not there is let through: reading it says why. */
async function isChangedSince(path: string, since: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found === null || found.mtime >= since;
}

/** How many there are; `null` where the signal is given before they are counted. */
export async function countOf(entries: AsyncIterable<Entry>, stop: AbortSignal): Promise<number | null> {
  let count = 0;
  for await (const _ of entries) {
    if (stop.aborted) return null;
    count++;
  }
  return count;
}
