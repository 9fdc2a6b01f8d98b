import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clean } from "../../src/documents/clean.js";
import { documentsIn } from "../../src/documents/sources/open.js";
import { KyhopError } from "../../src/errors.js";
import { mutated, randomOf } from "../support/mutate.js";
import { samples } from "./samples.js";

/** What a round over all readers came to. */
export interface FuzzReport {
  readonly inputs: number;
  readonly documents: number;
  readonly refusals: number;
  /** inputs that ended neither as documents nor as refusals with a code */
  readonly faults: readonly string[];
  readonly slowestMs: number;
  readonly mostMegabytes: number;
}

/**
 * Reads so many damaged inputs, the samples in turn. The same seed damages them in the same way.
 * @param inputs how many
 */
export async function fuzz(inputs: number, seed: number): Promise<FuzzReport> {
  const folder = await mkdtemp(join(tmpdir(), "kyhop-fuzz-"));
  const random = randomOf(seed);
  const names = Object.keys(samples);
  let [documents, refusals, slowestMs, most] = [0, 0, 0, 0];
  const faults: string[] = [];
  try {
    for (let input = 0; input < inputs; input++) {
      const name = names[input % names.length] ?? "";
      const path = join(folder, name);
      await writeFile(path, mutated(samples[name] ?? new Uint8Array(), random));
      const began = performance.now();
      for await (const { read } of documentsIn([path])) {
        try {
          await clean(await read());
          documents++;
        } catch (error) {
          if (error instanceof KyhopError) refusals++;
          else faults.push(`${name}, input ${input}: ${error instanceof Error ? error.stack : String(error)}`);
        }
      }
      slowestMs = Math.max(slowestMs, performance.now() - began);
      if (input % 100 === 0) most = Math.max(most, process.memoryUsage().rss);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { inputs, documents, refusals, faults, slowestMs, mostMegabytes: most / 1024 / 1024 };
}
