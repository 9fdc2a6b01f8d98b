import { createHash } from "node:crypto";
import { pipelines } from "../../pipelines/index.js";
import type { RawDocument } from "../documents/document.js";
import type { Engine } from "../engines/engine.js";
import type { BatchRounds } from "../engines/llm/model/batch-rounds.js";
import type { Purse } from "../engines/llm/model/budget.js";
import { rulesEngine } from "../engines/rules/index.js";
import { KyhopError } from "../errors.js";
import { extract, unproven } from "../pipeline.js";
import type { Record } from "../records/record.js";
import type { Context } from "./context.js";
import { type ModelOptions, modelOf, type Shared } from "./models.js";

/** What `--engine` takes. */
export const engineChoices = ["auto", "rules", "llm", "hybrid"] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** The engine of a run. */
export interface Chosen {
  readonly engine: Engine;
  /** the engine, its model and its prompts in one word: what this changes, records change */
  readonly id: string;
  /** the money of the run, where it costs any */
  readonly budget: Purse | null;
  /** what it has cost so far, where it costs anything */
  readonly spending: (() => string) | null;
  /** what sends the questions, where they are asked in batches */
  readonly rounds: BatchRounds | null;
  /** documents at a time that suit it: a model is waited for, the rules keep a core busy */
  readonly concurrency: number;
}

/**
 * The engine that was asked for; `auto` says on stderr which one it is.
 * @param shared what is in common with other processes, where there are any
 * @throws KyhopError ENGINE_UNAVAILABLE, LLM_PRICE_UNKNOWN
 */
export async function chooseEngine(
  choice: EngineChoice,
  options: ModelOptions,
  context: Context,
  shared?: Shared,
): Promise<Chosen> {
  const rules: Chosen = {
    engine: rulesEngine,
    id: "rules",
    budget: null,
    spending: null,
    rounds: null,
    concurrency: 1,
  };
  if (choice === "rules") {
    if (!options.batch) return rules;
    throw new KyhopError("ENGINE_UNAVAILABLE", { engine: choice, reason: "it asks nothing that --batch could send" });
  }
  const asked = modelOf(options, context.config, shared);
  if (choice === "auto") {
    const why = "missing" in asked ? "no model is configured, so the rules engine is used" : `asking ${asked.name}`;
    context.messages.tell(`auto: ${why}`);
    if ("missing" in asked) return rules;
  }
  if ("missing" in asked) throw new KyhopError("ENGINE_UNAVAILABLE", { engine: choice, reason: asked.missing });
  // LangChain alone takes a third of a second to load, so only a run that asks a model loads it
  const [{ llmEngine, readPrompts }, { hybridEngine }] = await Promise.all([
    import("../engines/llm/index.js"),
    import("../engines/hybrid/index.js"),
  ]);
  const { model, budget, rounds = null } = await asked.connect();
  const spending = () =>
    `${model.name}: ${budget.usage.input} tokens in (${budget.usage.cached} cached), ${budget.usage.output} out, ${budget.spentUsd.toFixed(4)} USD`;
  const prompts = readPrompts();
  const engine = choice === "hybrid" ? hybridEngine({ model, prompts, unproven }) : llmEngine({ model, prompts });
  const id = extractorId(engine.name, model.name, prompts);
  return { engine, id, budget, spending, rounds, concurrency: 8 };
}

/** An engine that asks a model, in one word: see `Chosen.id`. */
export function extractorId(
  engine: Engine["name"],
  model: string,
  prompts: ReadonlyMap<string, { readonly version: string }>,
): string {
  const versions = createHash("sha256").update([...prompts.values()].map(({ version }) => version).join("\n"));
  return `${engine}:${model}:${versions.digest("hex").slice(0, 12)}`;
}

/** One document → its record, through the pipelines of this installation. */
export function extractorOf(engine: Engine): (raw: RawDocument) => Promise<Record> {
  return (raw) => extract(raw, { engine, pipelines, now: () => new Date() });
}
