import { pipelines } from "../../pipelines/index.js";
import type { RawDocument } from "../documents/document.js";
import type { Engine } from "../engines/engine.js";
import { rulesEngine } from "../engines/rules/index.js";
import { KyhopError } from "../errors.js";
import { extract } from "../pipeline.js";
import type { Record } from "../records/record.js";
import type { Context } from "./context.js";

/** What `--engine` takes. */
export const engineChoices = ["auto", "rules", "llm"] as const;
export type EngineChoice = (typeof engineChoices)[number];

/**
 * The engine that was asked for; `auto` says on stderr which one it is.
 * @throws KyhopError ENGINE_UNAVAILABLE
 */
export function chooseEngine(choice: EngineChoice, { config, messages }: Context): Engine {
  if (choice === "llm") {
    const reason = "this version has no language-model engine; use --engine rules";
    throw new KyhopError("ENGINE_UNAVAILABLE", { engine: choice, reason });
  }
  if (choice === "auto") {
    const why = config.OPENAI_API_KEY ? "this version has no language-model engine" : "no model is configured";
    messages.tell(`auto: ${why}, so the rules engine is used`);
  }
  return rulesEngine;
}

/** One document → its record, through the pipelines of this installation. */
export function extractorOf(engine: Engine): (raw: RawDocument) => Promise<Record> {
  return (raw) => extract(raw, { engine, pipelines, now: () => new Date() });
}
