import { Command } from "commander";
import type { FailedJob, QueueCounts } from "../../runs/bullmq-queue.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { portNumber } from "../option-values.js";
import { openOutput } from "../output.js";
import { type QueueOptions, withQueue, withQueueOptions } from "../redis.js";
import { alignRows } from "../terminal/layout.js";
import { jsonLine, printable } from "../terminal/printable.js";
import { examples } from "./examples.js";

interface Options extends QueueOptions {
  readonly retryFailed?: boolean;
  readonly json?: boolean;
  readonly board?: number;
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
    .option("--board <port>", "show the Bull Board, to browsers on this machine, until it is stopped", portNumber)
    .addHelpText(
      "after",
      examples(
        "kyhop queue --redis redis://queue.example:6379",
        "kyhop queue --retry-failed",
        "kyhop queue --board 3000",
      ),
    )
    .action(run(show));

async function show(context: Context, options: Options): Promise<ExitCode> {
  if (options.board !== undefined) return showBoard(options.board, context, options);
  const { counts, failed } = await withQueue(options, context, {}, async (queue) => {
    if (options.retryFailed) await queue.retryFailed();
    return { counts: await queue.counts(), failed: await queue.failed(shown) };
  });
  const output = await openOutput("-");
  await output.write(options.json ? jsonLine({ ...counts, last: failed }) : described(counts, failed));
  return exitCode.done;
}

async function showBoard(port: number, context: Context, options: Options): Promise<ExitCode> {
  const { serveBoard } = await import("../board.js");
  await withQueue(options, context, {}, async (_, redis) => {
    const { url, close } = await serveBoard(redis, options.queue, port);
    context.messages.tell(`board: ${url} (Ctrl-C ends it)`);
    await interrupted();
    await close();
  });
  return exitCode.done;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) {
      process.removeAllListeners(name);
      process.once(name, () => resolve());
    }
  });
}

function described(counts: QueueCounts, failed: readonly FailedJob[]): string {
  const rows = Object.entries(counts).map(([state, count]) => [state, String(count)]);
  const reasons = failed.map(({ address, reason }) => `  ${printable(address)}: ${printable(reason)}`);
  return [...alignRows(rows), ...reasons, ""].join("\n");
}
