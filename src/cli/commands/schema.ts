import { Command } from "commander";
import { recordJsonSchema } from "../../records/record.js";
import type { Context, Runner } from "../context.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { examples } from "./examples.js";

/** Prints the record's JSON Schema. */
export const schemaCommand = (run: Runner): Command =>
  new Command("schema")
    .summary("the record's JSON Schema")
    .description(
      "Prints the JSON Schema (draft 2020-12) of a record, derived from the schemas that every record passes.",
    )
    .addHelpText("after", examples("kyhop schema > record.schema.json"))
    .action(run(show));

async function show(_context: Context): Promise<ExitCode> {
  const output = await openOutput("-");
  await output.write(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`);
  return exitCode.done;
}
