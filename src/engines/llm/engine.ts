import type { RunnableConfig } from "@langchain/core/runnables";
import { KyhopError } from "../../errors.js";
import type { DraftRefusal } from "../draft.js";
import type { Engine, EngineInput, EngineOutput } from "../engine.js";
import { type Asking, askUntilValid, Spent } from "./asking.js";
import { answering } from "./chain.js";
import { interpret } from "./interpret.js";
import { mergeReplies, type SectionReply } from "./merge-replies.js";
import type { ChatModel } from "./model/model.js";
import { type LlmLimits, type Plan, planOf, usualLimits } from "./plan.js";
import type { Prompts } from "./prompts.js";
import { halves, type Section } from "./sections.js";

export interface LlmOptions {
  readonly model: ChatModel;
  readonly prompts: Prompts;
  readonly limits?: Partial<LlmLimits>;
  /** tracers and tags for LangChain */
  readonly trace?: RunnableConfig;
}

/**
 * Says what mentions mean by asking a language model, which answers with their ids and with words of the text. Nothing
 * that it writes becomes a value: see `interpret`.
 */
export function llmEngine({ model, prompts, limits: given, trace = {} }: LlmOptions): Engine {
  const limits = { ...usualLimits, ...given };
  return {
    name: "llm",
    async draft(input: EngineInput): Promise<EngineOutput> {
      const plan = await planOf(input, prompts, limits);
      const spent = new Spent();
      const chain = answering(plan.prompt, model, limits.outputTokens);
      const asking: Asking = { chain, model: model.name, spent, repairs: limits.repairs, trace };
      const answers = await Promise.all(plan.sections.map((section) => askAbout(section, plan, asking)));
      const draft = interpret(mergeReplies(answers.flat(), input.mentions), input);
      return {
        draft: { ...draft, refusals: [...(draft.refusals ?? []), ...leniencyOf(spent)] },
        provenance: {
          engine: "llm",
          model: model.name,
          promptVersion: plan.prompt.version,
          tokens: spent.usage,
          costUsd: spent.costUsd,
        },
      };
    },
  };
}

/** The answer to a section; where it was cut, those to its halves. */
async function askAbout(section: Section, plan: Plan, asking: Asking): Promise<readonly SectionReply[]> {
  const reply = await askUntilValid(plan.shown(section), asking);
  if (reply) return [{ section, reply }];
  const parts = halves(plan.outline, section);
  if (!parts) throw new KyhopError("LLM_TRUNCATED", { model: asking.model });
  const answers = await Promise.all(parts.map((part) => askAbout(part, plan, asking)));
  return answers.flat();
}

/** A record says where its answers were not held to the schema by the server. */
function leniencyOf({ leniency }: Spent): readonly DraftRefusal[] {
  return leniency ? [{ path: "provenance", code: "REPLY_LENIENT", details: { leniency } }] : [];
}
