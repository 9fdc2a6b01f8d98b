import type { Command } from "commander";
import type { FieldMap } from "../documents/field-names.js";
import { fieldMap } from "./option-values.js";

/** How the documents that a command is given are to be read. */
export interface SourceOptions {
  readonly map?: FieldMap;
}

/** Adds the arguments and options of commands that read documents. */
export function withSources(command: Command): Command {
  return command
    .argument(
      "<path...>",
      "files, folders, archives (ZIP, WARC), dumps (JSON Lines, CSV), globs in quotes, or - for stdin",
    )
    .option("--map <fields>", "which fields of a dump are which: title=headline,text=body,publishedAt=date", fieldMap);
}
