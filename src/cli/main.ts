#!/usr/bin/env node
import { CommanderError } from "commander";
import { toKyhopError } from "../errors.js";
import { readConfig } from "./config.js";
import type { Runner } from "./context.js";
import { exitCode } from "./exit-code.js";
import { program } from "./program.js";
import { Messages } from "./terminal/messages.js";

const messages = new Messages(process.stderr);

const run: Runner =
  (work) =>
  async (...given) => {
    process.exitCode = await work({ config: readConfig(process.env), messages }, ...given);
  };

// `kyhop … | head`: the reader has enough, which is no failure
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCode.done);
  messages.tell(`stdout: OUTPUT_UNWRITABLE ${error.message}`);
  process.exit(exitCode.wrongUse);
});
process.stderr.on("error", () => {});
// leaving by `exit` lets unfinished files be taken away; the codes are the shell's 128 + signal
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

try {
  await program(run).parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
  } else {
    const known = toKyhopError(error, "kyhop");
    messages.tell(`kyhop: ${known.code} ${known.message}`);
    process.exitCode = exitCode.wrongUse;
  }
}
