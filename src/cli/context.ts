import type { Config } from "./config.js";
import type { ExitCode } from "./exit-code.js";
import type { Messages } from "./terminal/messages.js";

/** What a command is given to work with. */
export interface Context {
  readonly config: Config;
  readonly messages: Messages;
}

/** Turns a command's work into commander's action: reads the configuration first and keeps the exit code. */
export type Runner = <Arguments extends unknown[]>(
  work: (context: Context, ...given: Arguments) => Promise<ExitCode>,
) => (...given: Arguments) => Promise<void>;
