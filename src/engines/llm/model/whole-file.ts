import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { KyhopError, systemCodeOf } from "../../../errors.js";

/**
 * Writes a file of JSON. Whoever reads it sees all of it or what was there before, also when this process dies.
 * @throws KyhopError OUTPUT_UNWRITABLE
 */
export async function writeWhole(path: string, content: object): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, `${JSON.stringify(content, null, 2)}\n`);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new KyhopError("OUTPUT_UNWRITABLE", { path, reason: systemCodeOf(error) ?? String(error) });
  }
}
