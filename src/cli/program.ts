import { Command } from "commander";
import { commands } from "./commands/index.js";
import type { Runner } from "./context.js";
import { version } from "./version.js";

/** The whole command line. Commander throws instead of leaving the process, so that `main` decides the exit code. */
export function program(run: Runner): Command {
  const root = new Command("kyhop")
    .description(
      "Turns Vietnamese government news and resolutions into records in which every figure is proven by its words.",
    )
    .version(version)
    .showSuggestionAfterError()
    .exitOverride();
  for (const command of commands) root.addCommand(command(run).copyInheritedSettings(root));
  return root.addHelpText(
    "after",
    "\nExample:\n  $ kyhop extract news/ --out records.jsonl\n\nExit: 0 all done, 1 some documents failed, 2 wrong use.",
  );
}
