import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { defaultLimits } from "../../documents/limits.js";
import { readSource } from "../../documents/read.js";
import { rulesEngine } from "../../engines/rules/index.js";
import { KyhopError } from "../../errors.js";
import { evaluate, type NamedGold } from "../../evaluate/evaluate.js";
import { parseGold, parseRecords } from "../../evaluate/parse.js";
import { scoreSummary, scoreTable } from "../../evaluate/report.js";
import type { Record } from "../../records/record.js";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument } from "../documents.js";
import { extractorOf } from "../engines.js";
import type { ExitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { jsonLine, printableLines } from "../terminal/printable.js";
import { examples } from "./examples.js";

interface Options {
  readonly json?: boolean;
  readonly diff?: boolean;
}

/** Scores records against gold. */
export const evalCommand = (run: Runner): Command =>
  new Command("eval")
    .summary("precision, recall and F1 against gold")
    .description(
      "Scores records against gold records, part by part; documents are first extracted with the rules engine.",
    )
    .argument("<gold>", "a folder of gold records, one JSON file a document")
    .argument("<path...>", "records (.jsonl, or - for standard input), or documents")
    .option("--json", "write the scores as one JSON object")
    .option("--diff", "tell each difference first")
    .addHelpText(
      "after",
      examples("kyhop eval gold/ records.jsonl", "kyhop eval fixtures/gold fixtures/documents --diff"),
    )
    .action(run(score));

async function score(context: Context, goldFolder: string, paths: string[], options: Options): Promise<ExitCode> {
  const golds = await readGolds(goldFolder);
  const records: Record[] = [];
  for (const path of paths.filter(holdsRecords)) records.push(...(await readRecords(path)));
  const documents = paths.filter((path) => !holdsRecords(path));
  const extractRecord = extractorOf(rulesEngine);
  const tally = await forEachDocument(context, documents, extractRecord, (record) => void records.push(record));

  const sheet = evaluate(golds, records);
  const output = await openOutput("-");
  const differences = options.diff ? sheet.notes : [];
  if (options.json) await output.write(jsonLine({ ...scoreSummary(sheet), ...(options.diff && { differences }) }));
  else await output.write(printableLines([...differences, scoreTable(sheet), ""].join("\n")));
  return exitCodeOf(tally);
}

function holdsRecords(path: string): boolean {
  return path === "-" || /\.(?:jsonl|ndjson)$/i.test(path);
}

async function readRecords(path: string): Promise<readonly Record[]> {
  const { bytes } = await readSource(path, { ...defaultLimits, maxBytes: Number.POSITIVE_INFINITY });
  return parseRecords(path, new TextDecoder().decode(bytes));
}

/** In order of file name. */
async function readGolds(folder: string): Promise<readonly NamedGold[]> {
  const names = await readdir(folder).catch((cause) => {
    throw new KyhopError("SOURCE_NOT_FOUND", { path: folder }, { cause });
  });
  const files = names.filter((name) => name.endsWith(".json")).sort();
  if (!files.length) throw new KyhopError("SOURCE_NOT_FOUND", { path: join(folder, "*.json") });
  return Promise.all(
    files.map(async (name) => ({ name, gold: parseGold(name, await readFile(join(folder, name), "utf8")) })),
  );
}
