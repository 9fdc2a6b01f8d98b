import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isListening } from "../support/listening.js";
import type { Arrival } from "./answering-server.js";
import { runFleet } from "./fleet.js";

const workers = 4;
const minute = 60_000;
/** Requests a minute; the tokens a minute are those of as many. */
const rate = 480;

/** Prints how near the requests and tokens of several workers come to their limits over real minutes, as a server sees it. */
export async function benchLimits(): Promise<void> {
  console.log(`limits: ${workers} workers for two minutes each, as the server sees them (goal: within 5 %)`);
  if (!(await isListening("127.0.0.1", 6379))) return console.log("  Redis does not answer on port 6379");
  const folder = mkdtempSync(join(tmpdir(), "kyhop-bench-"));
  try {
    const requests = await twoMinutes(folder, "--requests-per-minute", rate);
    report("requests", requests, () => 1, rate);
    const each = requests.reduce((sum, { tokens }) => sum + tokens, 0) / requests.length;
    const limit = Math.round(rate * each);
    report("tokens", await twoMinutes(folder, "--tokens-per-minute", limit), ({ tokens }) => tokens, limit);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What reaches the model in two minutes and some seconds. */
function twoMinutes(folder: string, option: string, limit: number): Promise<readonly Arrival[]> {
  const fleet = { folder, documents: rate * 3.5, workers, latency: [0, 0] as const, given: [option, `${limit}`] };
  return runFleet(fleet, async (arrivals) => {
    while (arrivals.length === 0) await setTimeout(100);
    await setTimeout(2 * minute + 10_000);
  });
}

function report(name: string, arrivals: readonly Arrival[], weigh: (one: Arrival) => number, limit: number): void {
  const within = (start: number, span: number) =>
    arrivals.reduce((sum, one) => (one.at >= start && one.at < start + span ? sum + weigh(one) : sum), 0);
  const most = Math.max(...arrivals.map(({ at }) => within(at, minute)));
  const mean = within(arrivals[0]?.at ?? 0, 2 * minute) / 2;
  const share = (amount: number) => `${((100 * amount) / limit).toFixed(1)} %`;
  console.log(
    `  ${name.padEnd(8)} limit ${limit} a minute: ${share(most)} of it in the fullest minute, ${share(mean)} in the mean`,
  );
}
