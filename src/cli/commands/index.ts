import type { Command } from "commander";
import type { Runner } from "../context.js";
import { cleanCommand } from "./clean.js";
import { duplicatesCommand } from "./duplicates.js";
import { enqueueCommand } from "./enqueue.js";
import { evalCommand } from "./eval.js";
import { exportCommand } from "./export.js";
import { extractCommand } from "./extract.js";
import { failuresCommand } from "./failures.js";
import { mentionsCommand } from "./mentions.js";
import { promptCommand } from "./prompt.js";
import { queueCommand } from "./queue.js";
import { runCommand } from "./run.js";
import { schemaCommand } from "./schema.js";
import { statusCommand } from "./status.js";
import { workerCommand } from "./worker.js";

/** Every command, in the order of the help. A new one is a file beside this one and a row here. */
export const commands: readonly ((run: Runner) => Command)[] = [
  extractCommand,
  runCommand,
  statusCommand,
  failuresCommand,
  enqueueCommand,
  workerCommand,
  queueCommand,
  exportCommand,
  mentionsCommand,
  cleanCommand,
  duplicatesCommand,
  promptCommand,
  schemaCommand,
  evalCommand,
];
