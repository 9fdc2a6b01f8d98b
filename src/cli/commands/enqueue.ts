import { Command } from "commander";
import type { Job } from "../../runs/queue.js";
import { entriesOf } from "../batch/entries.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { moment } from "../option-values.js";
import { openOutput } from "../output.js";
import { type QueueOptions, withQueue, withQueueOptions } from "../redis.js";
import { type SourceOptions, withSources } from "../source-options.js";
import { withTraces } from "../telemetry/traces.js";
import { examples } from "./examples.js";

interface Options extends QueueOptions, SourceOptions {
  readonly since?: Date;
}

/** Documents into the queue that workers share. */
export const enqueueCommand = (run: Runner): Command =>
  withQueueOptions(withSources(new Command("enqueue")))
    .summary("put documents in line for workers")
    .description(
      "Puts the addresses of documents in line for `kyhop worker`. Workers read the documents themselves, so each must find them at the same path.",
    )
    .option("--since <time>", "leave out files that were last changed before", moment)
    .addHelpText("after", examples("kyhop enqueue /shared/news --redis redis://queue.example:6379"))
    .action(run(enqueue));

async function enqueue(context: Context, paths: string[], options: Options): Promise<ExitCode> {
  let count = 0;
  async function* jobs(): AsyncGenerator<Job> {
    for await (const { address } of entriesOf(paths, options.map ?? {}, options.since ?? null)) {
      context.messages.progress(`${++count} ${address}`);
      yield { address };
    }
  }
  await withTraces(context, () => withQueue(options, context, {}, (queue) => queue.put(jobs())));
  context.messages.clear();
  const output = await openOutput("-");
  await output.write(`${count} documents in line\n`);
  return exitCode.done;
}
