import { Command, Option } from "commander";
import { dryBatch } from "../batch/dry-batch.js";
import { runBatch } from "../batch/run-batch.js";
import { concludeBatch } from "../batch/summary.js";
import { leastAtOnce } from "../batch/work-through.js";
import { withBatchOptions } from "../batched.js";
import type { Context, Runner } from "../context.js";
import { chooseEngine, type EngineChoice, engineChoices } from "../engines.js";
import type { ExitCode } from "../exit-code.js";
import { type ModelOptions, withModelOptions } from "../models.js";
import { moment, wholeNumber } from "../option-values.js";
import { type SourceOptions, withSources } from "../source-options.js";
import {
  type ReplyOptions,
  repliesIn,
  type StoreOptions,
  withReplyOption,
  withStore,
  withStoreOption,
} from "../store.js";
import { type TelemetryOptions, withTelemetry, withTelemetryOptions } from "../telemetry/telemetry.js";
import { examples } from "./examples.js";

interface Options extends ModelOptions, StoreOptions, ReplyOptions, SourceOptions, TelemetryOptions {
  readonly engine: EngineChoice;
  readonly concurrency?: number;
  readonly retryFailed?: boolean;
  readonly again?: boolean;
  readonly limit?: number;
  readonly since?: Date;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** Many documents into a store. */
export const runCommand = (run: Runner): Command =>
  withTelemetryOptions(
    withReplyOption(withBatchOptions(withModelOptions(withStoreOption(withSources(new Command("run")))))),
  )
    .summary("many documents into a store, resumed at any time")
    .description(
      "Extracts documents into a store. What is done there is skipped, so a run that was stopped or killed goes on where it was. A document that has changed is worked on anew, and after an upgrade every document.",
    )
    .addOption(new Option("--engine <engine>", "what says what numbers mean").choices(engineChoices).default("auto"))
    .option("--concurrency <n>", "documents at a time (default: 8 where a model is asked, else 4)", wholeNumber)
    .option("--retry-failed", "work also on documents that failed before")
    .option("--again", "work also on documents that are done")
    .addOption(new Option("--limit <n>", "work on so many documents at most").argParser(wholeNumber).conflicts("batch"))
    .option("--since <time>", "leave out files that were last changed before", moment)
    .option("--dry-run", "tell what the llm engine would take for what is not done yet, and send nothing")
    .option("--json", "write the outcome as one JSON object")
    .addHelpText(
      "after",
      examples(
        "kyhop run news/ --store news.sqlite --engine rules",
        "kyhop run news/ --store news.sqlite --retry-failed",
        "kyhop run news/ --store news.sqlite --engine llm --model gpt-4.1-mini --batch --budget 5",
        "kyhop run news/ --store postgres://localhost/news --engine llm --model gpt-4.1-mini --budget 5",
        "kyhop run news/ --store news.sqlite --engine llm --model gpt-4.1-mini --dry-run",
      ),
    )
    .action(run(batch));

async function batch(context: Context, paths: string[], options: Options): Promise<ExitCode> {
  if (options.dryRun) return dryBatch(context, paths, { ...options, redo: redoOf(options) });
  const asked = {
    paths,
    map: options.map ?? {},
    redo: redoOf(options),
    limit: options.limit ?? null,
    since: options.since ?? null,
  };
  const outcome = await withTelemetry(options, context, (metrics) =>
    withStore(options, context, { create: true }, async (store) => {
      const chosen = await chooseEngine(options.engine, options, context, repliesIn(store, options));
      const concurrency = options.concurrency ?? Math.max(chosen.concurrency, leastAtOnce);
      return runBatch({ ...asked, concurrency, metrics }, chosen, store, context.messages);
    }),
  );
  return concludeBatch(outcome, options.json ?? false, context);
}

function redoOf({ again = false, retryFailed = false }: Options) {
  return { done: again, failed: retryFailed };
}
