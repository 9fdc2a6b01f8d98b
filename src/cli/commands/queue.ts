import { Command } from "commander";
import type { FailedJob, QueueCounts } from "../../runs/bullmq-queue.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type QueueOptions, withQueue, withQueueOptions } from "../redis.js";
import { alignRows } from "../terminal/layout.js";
import { jsonLine, printable } from "../terminal/printable.js";
import { examples } from "./examples.js";

interface Options extends QueueOptions {
  readonly retryFailed?: boolean;
  readonly json?: boolean;
}

/** How many failed jobs are shown. */
const shown = 10;

/** Where the shared queue stands. */
export const queueCommand = (run: Runner): Command =>
  withQueueOptions(new Command("queue"))
    .summary("what waits in the workers' queue, and what failed there")
    .description(
      "Tells how many documents wait, are worked on and failed; --retry-failed puts what failed in line again.",
    )
    .option("--retry-failed", "put what failed in line again")
    .option("--json", "write one JSON object")
    .addHelpText("after", examples("kyhop queue --redis redis://queue.example:6379", "kyhop queue --retry-failed"))
    .action(run(show));

async function show(context: Context, options: Options): Promise<ExitCode> {
  const { counts, failed } = await withQueue(options, context, {}, async (queue) => {
    if (options.retryFailed) await queue.retryFailed();
    return { counts: await queue.counts(), failed: await queue.failed(shown) };
  });
  const output = await openOutput("-");
  await output.write(options.json ? jsonLine({ ...counts, last: failed }) : described(counts, failed));
  return exitCode.done;
}

function described(counts: QueueCounts, failed: readonly FailedJob[]): string {
  const rows = Object.entries(counts).map(([state, count]) => [state, String(count)]);
  const reasons = failed.map(({ address, reason }) => `  ${printable(address)}: ${printable(reason)}`);
  return [...alignRows(rows), ...reasons, ""].join("\n");
}
