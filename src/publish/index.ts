import { csv } from "./csv.js";
import type { Format } from "./format.js";
import { jsonl } from "./jsonl.js";

/** Every form in which records are published, by its name on the command line. A new one is a file and a row here. */
export const formats: Readonly<{ [name: string]: Format }> = { jsonl, csv };
