import { Command } from "commander";
import type { FailureGroup } from "../../store/store.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type StoreOptions, withStore, withStoreOption } from "../store.js";
import { jsonLine, printable } from "../terminal/printable.js";
import { examples } from "./examples.js";

interface Options extends StoreOptions {
  readonly json?: boolean;
}

/** Why documents of a store failed. */
export const failuresCommand = (run: Runner): Command =>
  withStoreOption(new Command("failures"))
    .summary("why documents failed, and how to mend it")
    .description("Tells the reasons why documents of a store failed, the most frequent first, with what to do.")
    .option("--json", "write one JSON object a reason")
    .addHelpText("after", examples("kyhop failures --store news.sqlite", "kyhop failures --json | jq -r .code"))
    .action(run(show));

async function show(context: Context, options: Options): Promise<ExitCode> {
  const groups = await withStore(options, context, { create: false }, (store) => store.failures());
  const output = await openOutput("-");
  for (const group of groups) await output.write(options.json ? jsonLine(group) : described(group));
  if (groups.length === 0 && !options.json) await output.write("no document failed\n");
  return exitCode.done;
}

function described({ code, count, reason, retryable, sources }: FailureGroup): string {
  const more = count - sources.length;
  const next = retryable
    ? "It may pass by itself: kyhop run … --retry-failed"
    : "When it is mended: kyhop run … --retry-failed";
  return [
    `${code}  ${count} ${count === 1 ? "document" : "documents"}`,
    `  ${printable(reason)}`,
    ...sources.map((source) => `    ${printable(source)}`),
    ...(more > 0 ? [`    … and ${more} more`] : []),
    `  ${next}`,
    "",
    "",
  ].join("\n");
}
