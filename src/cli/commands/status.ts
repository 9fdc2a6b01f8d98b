import { Command } from "commander";
import type { Status } from "../../store/store.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type StoreOptions, withStore, withStoreOption } from "../store.js";
import { alignRows } from "../terminal/layout.js";
import { jsonLine, printable } from "../terminal/printable.js";
import { examples } from "./examples.js";

interface Options extends StoreOptions {
  readonly json?: boolean;
}

/** Where a store stands. */
export const statusCommand = (run: Runner): Command =>
  withStoreOption(new Command("status"))
    .summary("where a batch stands")
    .description("Tells how many documents of a store are done and how many failed, what they gave, and the last run.")
    .option("--json", "write one JSON object")
    .addHelpText("after", examples("kyhop status --store news.sqlite"))
    .action(run(show));

async function show(context: Context, options: Options): Promise<ExitCode> {
  const status = await withStore(options, context, { create: false }, (store) => store.status());
  const output = await openOutput("-");
  await output.write(options.json ? jsonLine(status) : `${described(status).join("\n")}\n`);
  return exitCode.done;
}

function described({ done, failed, records, targets, achievements, costUsd, run }: Status): readonly string[] {
  return alignRows([
    ["documents", `${done} done, ${failed} failed`],
    ["records", `${records} with ${targets} targets and ${achievements} achievements`],
    ["cost", `${costUsd.toFixed(4)} USD`],
    ["last run", run ? printable(`${run.startedAt} ${run.extractor}, ${endOf(run)}`) : "none"],
  ]);
}

function endOf({ endedAt, stopped }: NonNullable<Status["run"]>): string {
  if (endedAt === null) return "goes on or was killed";
  return stopped === null ? `ended ${endedAt}` : `stopped ${endedAt} (${stopped})`;
}
