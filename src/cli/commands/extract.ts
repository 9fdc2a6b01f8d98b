import { Command, Option } from "commander";
import type { Entry } from "../../documents/sources/container.js";
import { documentsIn } from "../../documents/sources/open.js";
import { type ErrorCode, KyhopError } from "../../errors.js";
import type { Record } from "../../records/record.js";
import { drainOnSignal } from "../batch/drain-on-signal.js";
import { askInRounds, rereadable, withBatchOptions } from "../batched.js";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument, type Tally } from "../documents.js";
import { dryRun } from "../dry-run.js";
import { chooseEngine, type EngineChoice, engineChoices, extractorOf } from "../engines.js";
import { type ExitCode, exitCode } from "../exit-code.js";
import { type ModelOptions, withModelOptions } from "../models.js";
import { wholeNumber } from "../option-values.js";
import { openOutput } from "../output.js";
import { type SourceOptions, withSources } from "../source-options.js";
import { summaryOf } from "../summary/record.js";
import { Totals } from "../summary/totals.js";
import { jsonLine } from "../terminal/printable.js";
import { styleFor } from "../terminal/style.js";
import { examples } from "./examples.js";

interface Options extends ModelOptions, SourceOptions {
  readonly engine: EngineChoice;
  readonly out: string;
  readonly pretty?: boolean;
  readonly concurrency?: number;
  readonly dryRun?: boolean;
}

/** Documents → records. */
export const extractCommand = (run: Runner): Command =>
  withBatchOptions(withModelOptions(withSources(new Command("extract"))))
    .summary("documents to records")
    .description("Extracts one record a document: JSON Lines, or on a terminal a summary with the evidence underlined.")
    .addOption(new Option("--engine <engine>", "what says what numbers mean").choices(engineChoices).default("auto"))
    .option("--concurrency <n>", "documents at a time (default: 8 where a model is asked, else 1)", wholeNumber)
    .option("--dry-run", "tell what the llm engine would take, and send nothing")
    .option("--out <file>", "where the records go; - is standard output", "-")
    .option("--pretty", "write the summary for people, wherever it goes")
    .option("--no-pretty", "write JSON Lines, even to a terminal")
    .addHelpText(
      "after",
      examples(
        "kyhop extract news/ --engine rules --out records.jsonl",
        "kyhop extract news/ --engine llm --model gpt-4.1-mini --budget 2 --out records.jsonl",
        "kyhop extract news/ --engine llm --model gpt-4.1-mini --dry-run",
        "kyhop extract news/ --engine llm --model gpt-4.1-mini --batch --budget 2 --out records.jsonl",
        "kyhop extract 'pages/**/*.html' | jq .achievements",
        "kyhop extract crawl.jsonl.gz --map title=headline,text=body --out records.jsonl",
        "kyhop extract pages.warc.gz --out records.jsonl",
        "curl -s https://… | kyhop extract - --pretty",
      ),
    )
    .action(run(extract));

async function extract(context: Context, paths: string[], options: Options): Promise<ExitCode> {
  const output = await openOutput(options.out);
  const style = styleFor(context.config, output.isTerminal);
  const pretty = options.pretty ?? output.isTerminal;
  const map = options.map && { map: options.map };
  if (options.dryRun) {
    const model = options.model ?? context.config.KYHOP_MODEL ?? null;
    const batch = options.batch ?? false;
    return dryRun(context, paths, options.engine, { name: model, batch }, { output, pretty, ...map });
  }
  const drain = drainOnSignal(context.messages);
  const { engine, spending, rounds, ...suiting } = await chooseEngine(options.engine, options, context);
  const extractRecord = extractorOf(engine);
  const concurrency = options.concurrency ?? suiting.concurrency;
  const open = (some: readonly string[]) => documentsIn(some, { ...map });
  const entries = rounds ? rereadable(paths, open) : () => open(paths);
  const going = { messages: context.messages, drain, concurrency };
  const ask = async ({ read }: Entry) => extractRecord(await read());
  if (rounds && !(await askInRounds(rounds, entries, ask, going))) {
    context.messages.tellFailure("kyhop", new KyhopError("RUN_INTERRUPTED", {}));
    return exitCode.someFailed;
  }
  const totals = new Totals();
  const deliver = async (record: Record) => {
    totals.add(record);
    await output.write(pretty ? summaryOf(record, style) : jsonLine(record));
  };
  const how = { concurrency, entries, drain, ...(rounds && { stoppers: new Set<ErrorCode>() }) };
  const tally = await forEachDocument(context, paths, extractRecord, deliver, how);
  if (pretty) await output.write(`${totals.line(tally.failed)}\n`);
  if (spending) context.messages.tell(spending());
  // what a run that brought nothing would replace is worth more
  if (tally.delivered > 0 || !tally.interrupted) await output.commit();
  if (tally.interrupted) context.messages.tellFailure("kyhop", interrupted(tally));
  else await rounds?.conclude();
  return exitCodeOf(tally);
}

const interrupted = ({ delivered }: Tally): KyhopError => new KyhopError("EXTRACT_INTERRUPTED", { delivered });
