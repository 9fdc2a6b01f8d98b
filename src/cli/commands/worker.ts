import { Command, Option } from "commander";
import type { Redis } from "ioredis";
import { documentAt } from "../../documents/sources/open.js";
import type { Job } from "../../runs/queue.js";
import { SharedBudget } from "../../runs/shared-budget.js";
import { SharedWindow } from "../../runs/shared-window.js";
import { concludeBatch } from "../batch/summary.js";
import { type BatchOutcome, leastAtOnce, workThrough } from "../batch/work-through.js";
import type { Context, Runner } from "../context.js";
import { chooseEngine, type EngineChoice, engineChoices } from "../engines.js";
import type { ExitCode } from "../exit-code.js";
import { type ModelOptions, type Shared, withModelOptions } from "../models.js";
import { fieldMap, wholeNumber } from "../option-values.js";
import { type QueueOptions, withQueue, withQueueOptions } from "../redis.js";
import type { SourceOptions } from "../source-options.js";
import {
  type ReplyOptions,
  repliesIn,
  type StoreOptions,
  withReplyOption,
  withStore,
  withStoreOption,
} from "../store.js";
import type { Metrics } from "../telemetry/metrics.js";
import { type TelemetryOptions, withTelemetry, withTelemetryOptions } from "../telemetry/telemetry.js";
import { examples } from "./examples.js";

interface Options extends ModelOptions, StoreOptions, ReplyOptions, QueueOptions, SourceOptions, TelemetryOptions {
  readonly engine: EngineChoice;
  readonly concurrency?: number;
  readonly again?: boolean;
  readonly untilEmpty?: boolean;
  readonly takeover: number;
  readonly json?: boolean;
}

/** One of the processes, on one or many machines, that work on the queue. */
export const workerCommand = (run: Runner): Command =>
  withTelemetryOptions(withReplyOption(withModelOptions(withStoreOption(withQueueOptions(new Command("worker"))))))
    .summary("work on the queue, beside others on other machines")
    .description(
      "Takes documents from the queue into the store until it is stopped. Start as many as there are cores; what one leaves when it is killed, another takes over.",
    )
    .addOption(new Option("--engine <engine>", "what says what numbers mean").choices(engineChoices).default("auto"))
    .option("--map <fields>", "which fields of a dump are which: title=headline,text=body,publishedAt=date", fieldMap)
    .option("--concurrency <n>", "documents at a time (default: 8 where a model is asked, else 4)", wholeNumber)
    .option("--again", "work also on documents that are done")
    .option("--takeover <seconds>", "after how long the documents of a dead worker are another's", wholeNumber, 30)
    .option("--until-empty", "end when the queue is empty")
    .option("--json", "write the outcome as one JSON object")
    .addHelpText(
      "after",
      examples(
        "kyhop worker --redis redis://queue.example:6379 --store postgres://db.example/news --engine rules",
        "kyhop worker --engine llm --model gpt-4.1-mini --budget 50 --until-empty",
      ),
    )
    .action(run(work));

async function work(context: Context, options: Options): Promise<ExitCode> {
  const outcome = await withTelemetry(options, context, (metrics) => workWith(metrics, context, options));
  return concludeBatch(outcome, options.json ?? false, context);
}

function workWith(metrics: Metrics | null, context: Context, options: Options): Promise<BatchOutcome> {
  const tuning = { lockDuration: options.takeover * 1000 };
  return withStore(options, context, { create: true }, (store) =>
    withQueue(options, context, tuning, async (queue, redis) => {
      const shared = { ...sharedThrough(redis, options.queue), ...repliesIn(store, options) };
      const chosen = await chooseEngine(options.engine, options, context, shared);
      metrics?.watchQueue(() => queue.counts());
      const batch = {
        queue,
        read: ({ address }: Job) => documentAt(address, { map: options.map ?? {} }),
        concurrency: options.concurrency ?? Math.max(chosen.concurrency, leastAtOnce),
        // whoever puts what failed in line again wants it worked on
        redo: { done: options.again ?? false, failed: true },
        limit: null,
        stay: !options.untilEmpty,
        total: () => null,
        metrics,
      };
      return workThrough(batch, chosen, store, context.messages);
    }),
  );
}

/** The limits of a model count for all workers of a queue together. */
function sharedThrough(redis: Redis, queue: string): Shared {
  return {
    budget: (limitUsd) => new SharedBudget(redis, queue, limitUsd),
    turnstile: (name, limit, span) => new SharedWindow(redis, `${queue}:${name}`, limit, span),
  };
}
