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
  /** by milliseconds of CPU time: the clock counts what else the machine does */
  readonly slowest: Extreme;
  /** after which input the process held most memory, in megabytes */
  readonly largest: Extreme;
}

/** The input that took most. */
export interface Extreme {
  readonly input: string;
  readonly amount: number;
}

/**
 * Reads so many damaged inputs, the samples in turn. The same seed damages them in the same way.
 * @param inputs how many
 */
export async function fuzz(inputs: number, seed: number): Promise<FuzzReport> {
  const folder = await mkdtemp(join(tmpdir(), "kyhop-fuzz-"));
  const random = randomOf(seed);
  const names = Object.keys(samples);
  let [documents, refusals] = [0, 0];
  let [slowest, largest]: [Extreme, Extreme] = [none, none];
  const faults: string[] = [];
  try {
    for (let input = 0; input < inputs; input++) {
      const name = names[input % names.length] ?? "";
      const path = join(folder, name);
      await writeFile(path, mutated(samples[name] ?? new Uint8Array(), random));
      const began = process.cpuUsage();
      for await (const { read } of documentsIn([path])) {
        try {
          await clean(await read());
          documents++;
        } catch (error) {
          if (error instanceof KyhopError) refusals++;
          else faults.push(`${name}, input ${input}: ${error instanceof Error ? error.stack : String(error)}`);
        }
      }
      slowest = more(slowest, { input: `${name}, input ${input}`, amount: spent(began) });
      largest = more(largest, { input: `${name}, input ${input}`, amount: process.memoryUsage.rss() / 1024 / 1024 });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return { inputs, documents, refusals, faults, slowest, largest };
}

function spent(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const none: Extreme = { input: "", amount: 0 };
const more = (before: Extreme, now: Extreme): Extreme => (now.amount > before.amount ? now : before);
