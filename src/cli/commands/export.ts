import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Command, Option } from "commander";
import { KyhopError, systemCodeOf } from "../../errors.js";
import { formats } from "../../publish/index.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { type Output, openOutput } from "../output.js";
import { type StoreOptions, withStore, withStoreOption } from "../store.js";
import { examples } from "./examples.js";

interface Options extends StoreOptions {
  readonly format: string;
  readonly out?: string;
}

/** A store's records as files. */
export const exportCommand = (run: Runner): Command =>
  withStoreOption(new Command("export"))
    .summary("a store's records as files")
    .description("Writes the records of a store in order of their sources, as JSON Lines or as a folder of CSV files.")
    .addOption(new Option("--format <format>", "what is written").choices(Object.keys(formats)).default("jsonl"))
    .option("--out <path>", "a file, or a folder for what is several files (jsonl: default -, standard output)")
    .addHelpText(
      "after",
      examples(
        "kyhop export --store news.sqlite --format jsonl --out records.jsonl",
        "kyhop export --store news.sqlite --format csv --out tables/",
      ),
    )
    .action(run(write));

async function write(context: Context, { format: name, out, ...options }: Options): Promise<ExitCode> {
  const format = formats[name];
  if (!format) throw new KyhopError("INTERNAL", { path: name, reason: "no such format" });
  const outputs: Output[] = [];
  await withStore(options, context, { create: false }, (store) =>
    format.write(store.records(), async (file) => {
      const output = await openOutput(format.files ? await placeIn(out, name, file) : (out ?? "-"));
      outputs.push(output);
      return output;
    }),
  );
  for (const output of outputs) await output.commit();
  return exitCode.done;
}

/** Where a file of a folder stands; the folder is made. */
async function placeIn(folder: string | undefined, format: string, file: string): Promise<string> {
  if (folder === undefined || folder === "-") {
    throw new KyhopError("OUTPUT_UNWRITABLE", { path: "-", reason: `${format} is several files: give --out FOLDER` });
  }
  await mkdir(folder, { recursive: true }).catch((cause) => {
    const reason = systemCodeOf(cause) ?? String(cause);
    throw new KyhopError("OUTPUT_UNWRITABLE", { path: folder, reason }, { cause });
  });
  return join(folder, file);
}
