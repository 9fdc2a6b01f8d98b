import type { Engine, EngineInput, EngineOutput } from "../engine.js";
import { askDocument, type LlmOptions } from "./ask-document.js";
import { interpret } from "./interpret/index.js";
import { planOf, usualLimits } from "./plan.js";

/**
 * Says what mentions mean by asking a language model, which answers with their ids and with words of the text. Nothing
 * that it writes becomes a value: see `interpret`.
 */
export function llmEngine(options: LlmOptions): Engine {
  const limits = { ...usualLimits, ...options.limits };
  return {
    name: "llm",
    async draft(input: EngineInput): Promise<EngineOutput> {
      const plan = await planOf(input, options.prompts, limits);
      const { reply, leniency, cost } = await askDocument(input, plan, options);
      const draft = interpret(reply, input);
      return {
        draft: { ...draft, refusals: [...(draft.refusals ?? []), ...leniency] },
        provenance: { engine: "llm", ...cost },
      };
    },
  };
}
