import type { RunnableConfig } from "@langchain/core/runnables";
import { KyhopError } from "../../errors.js";
import type { DraftRefusal } from "../draft.js";
import type { EngineInput, EngineOutput } from "../engine.js";
import { type Asking, askUntilValid, Spent } from "./asking.js";
import { answering } from "./chain.js";
import { mergeReplies, type SectionReply } from "./merge-replies.js";
import type { ChatModel } from "./model/model.js";
import { type LlmLimits, type Plan, usualLimits } from "./plan.js";
import type { Prompts } from "./prompts.js";
import type { Reply } from "./reply.js";
import { halves, type Section } from "./sections.js";

export interface LlmOptions {
  readonly model: ChatModel;
  readonly prompts: Prompts;
  readonly limits?: Partial<LlmLimits>;
  /** tracers and tags for LangChain */
  readonly trace?: RunnableConfig;
}

/** What a model answered about a plan's sections, as one reply. */
export interface DocumentReply {
  readonly reply: Reply;
  /** how answers were understood that a server did not hold to the schema */
  readonly leniency: readonly DraftRefusal[];
  /** the record's account of the asking */
  readonly cost: Omit<EngineOutput["provenance"], "engine">;
}

/**
 * Asks about every section of a plan at once.
 * @throws KyhopError LLM_TRUNCATED where the answer to one sentence is cut; those of `askUntilValid`
 */
export async function askDocument(
  { mentions }: Pick<EngineInput, "mentions">,
  plan: Plan,
  { model, limits: given, trace = {} }: LlmOptions,
): Promise<DocumentReply> {
  const limits = { ...usualLimits, ...given };
  const spent = new Spent();
  const chain = answering(plan.prompt, model, limits.outputTokens);
  const asking: Asking = { chain, model: model.name, spent, repairs: limits.repairs, trace };
  const answers = await allEnded(plan.sections.map((section) => askAbout(section, plan, asking)));
  return {
    reply: mergeReplies(answers.flat(), mentions),
    leniency: leniencyOf(spent),
    cost: {
      model: model.name,
      promptVersion: plan.prompt.version,
      tokens: spent.usage,
      costUsd: spent.costUsd,
    },
  };
}

/**
 * The answer to a section; where it was cut, those to its halves.
 * @param cut what was shown when the answer was cut: a half that shows as much, with what it carries, is not asked about
 */
async function askAbout(section: Section, plan: Plan, asking: Asking, cut = ""): Promise<readonly SectionReply[]> {
  const shown = plan.shown(section);
  const reply = shown === cut ? null : await askUntilValid(shown, asking);
  if (reply) return [{ section, reply }];
  const parts = halves(plan.outline, section);
  if (!parts) throw new KyhopError("LLM_TRUNCATED", { model: asking.model });
  const answers = await allEnded(parts.map((part) => askAbout(part, plan, asking, shown)));
  return answers.flat();
}

/**
 * What all of them give. Where one fails the others are still waited for: their answers are paid for, and a document
 * that has ended must not be asked about any more.
 */
async function allEnded<Result>(asked: readonly Promise<Result>[]): Promise<readonly Result[]> {
  await Promise.allSettled(asked);
  return Promise.all(asked);
}

/** A record says where its answers were not held to the schema by the server. */
function leniencyOf({ leniency }: Spent): readonly DraftRefusal[] {
  return leniency ? [{ path: "provenance", code: "REPLY_LENIENT", details: { leniency } }] : [];
}
