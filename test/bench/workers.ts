import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isListening } from "../support/listening.js";
import { runFleet } from "./fleet.js";

/** Of each worker. */
const share = 320;
/** Answers that take the same time let all documents march in step: then all wait for the processor, or none does. */
const latency = [100, 300] as const;
const mean = (latency[0] + latency[1]) / 2;
const rounds = 4;

/** Prints how much faster two workers are than one, where a model takes its time; the fastest of each in turn. */
export async function benchWorkers(): Promise<void> {
  console.log(
    `workers: ${share} documents each, a model that takes ${latency.join(" to ")} ms, 8 at a time each (goal 1.9 times)`,
  );
  if (!(await isListening("127.0.0.1", 6379))) return console.log("  Redis does not answer on port 6379");
  const folder = mkdtempSync(join(tmpdir(), "kyhop-bench-"));
  try {
    let [one, two] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      one = Math.max(one, await perSecond(folder, 1));
      two = Math.max(two, await perSecond(folder, 2));
    }
    // eight at a time of 200 ms each in the mean are 40 a second, whatever the machine
    console.log(
      `  one ${one.toFixed(1)} documents a second, two ${two.toFixed(1)}: ${(two / one).toFixed(2)} times; the model alone allows ${((8 * 1000) / mean).toFixed(0)} and ${((16 * 1000) / mean).toFixed(0)}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Without what comes before the processes are warm and after the first has no more: the second and third quarter. */
async function perSecond(folder: string, workers: number): Promise<number> {
  const documents = workers * share;
  const fleet = { folder, documents, workers, latency, given: ["--concurrency", "8"] };
  const arrivals = await runFleet(fleet, async (seen) => {
    while (seen.length < documents) await setTimeout(100);
  });
  const quarter = documents / 4;
  const [first, last] = [arrivals[quarter]?.at ?? 0, arrivals[documents - quarter]?.at ?? 0];
  return ((documents - 2 * quarter) * 1000) / (last - first);
}
