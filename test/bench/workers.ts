import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isListening } from "../support/listening.js";
import { runFleet } from "./fleet.js";

const documents = 400;
const latency = 200;
const rounds = 2;

/** Prints how much faster two workers are than one, where a model takes its time; the fastest of each in turn. */
export async function benchWorkers(): Promise<void> {
  console.log(`workers: ${documents} documents, a model that takes ${latency} ms, 8 at a time each (goal 1.9 times)`);
  if (!(await isListening("127.0.0.1", 6379))) return console.log("  Redis does not answer on port 6379");
  const folder = mkdtempSync(join(tmpdir(), "kyhop-bench-"));
  try {
    let [one, two] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      one = Math.max(one, await perSecond(folder, 1));
      two = Math.max(two, await perSecond(folder, 2));
    }
    // eight at a time of 200 ms each are 40 a second, whatever the machine
    console.log(
      `  one ${one.toFixed(1)} documents a second, two ${two.toFixed(1)}: ${(two / one).toFixed(2)} times; the model alone allows ${((8 * 1000) / latency).toFixed(0)} and ${((16 * 1000) / latency).toFixed(0)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without the start of the processes and the end: from a quarter of the documents to the last but a quarter. */
async function perSecond(folder: string, workers: number): Promise<number> {
  const fleet = { folder, documents, workers, latency, given: ["--concurrency", "8"] };
  const arrivals = await runFleet(fleet, async (seen) => {
    while (seen.length < documents) await setTimeout(100);
  });
  const quarter = documents / 4;
  const [first, last] = [arrivals[quarter]?.at ?? 0, arrivals[documents - quarter]?.at ?? 0];
  return ((documents - 2 * quarter) * 1000) / (last - first);
}
