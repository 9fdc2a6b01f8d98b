import type { Runnable, RunnableConfig } from "@langchain/core/runnables";
import { type ErrorCode, KyhopError } from "../../errors.js";
import type { Answer } from "./chain.js";
import { addUsage } from "./model/budget.js";
import type { ChatReply, Usage } from "./model/model.js";
import { correctionsOf, type PromptVariables } from "./prompt.js";
import type { Reply } from "./reply.js";

/** What all requests of a document took, whether their answers could be used or not. */
export class Spent {
  usage: Usage = { input: 0, output: 0, cached: 0 };
  costUsd = 0;
  /** how JSON was asked for where a server did not know strict schemas; `null` where all did */
  leniency: "json" | "tolerant" | null = null;

  add({ usage, costUsd, leniency }: ChatReply): void {
    this.usage = addUsage(this.usage, usage);
    this.costUsd += costUsd;
    if (leniency !== "strict") this.leniency = leniency;
  }
}

/** What is asked, and of whom. */
export interface Asking {
  readonly chain: Runnable<PromptVariables & Record<string, string>, Answer>;
  readonly model: string;
  readonly spent: Spent;
  /** how often an answer outside the schema is asked for again */
  readonly repairs: number;
  /** tracers and tags for LangChain */
  readonly trace: RunnableConfig;
}

/** As much of a model's own words as a message shows, in UTF-16 code units. */
const shown = 200;

const failures: Readonly<Partial<Record<ChatReply["finish"], ErrorCode>>> = {
  refusal: "LLM_REFUSED",
  content_filter: "LLM_FILTERED",
};

/**
 * Asks about one stretch of a document until an answer keeps to the schema. An answer outside it, or none, is asked for
 * again with what was wrong, until the same fault comes back or the repairs are used up.
 * @returns `null` where the answer was cut at its bound
 * @throws KyhopError LLM_REFUSED, LLM_FILTERED, LLM_EMPTY, LLM_REPLY_INVALID, and those of the model
 */
export async function askUntilValid(document: string, asking: Asking): Promise<Reply | null> {
  const { chain, model, spent, repairs, trace } = asking;
  let issues = "";
  for (let attempt = 0; ; attempt++) {
    const answer = await chain.invoke({ document, corrections: correctionsOf(issues) }, trace);
    spent.add(answer.chat);
    if (answer.chat.finish === "length") return null;
    const failure = failures[answer.chat.finish];
    if (failure)
      throw new KyhopError(failure, { model, reason: answer.chat.text.slice(0, shown) || "no reason given" });
    const empty = answer.chat.finish === "empty" || answer.chat.text.trim() === "";
    if (answer.reply && !empty) return answer.reply;
    const found = empty ? "- It was empty." : answer.issues;
    if (attempt >= repairs || found === issues) {
      if (empty) throw new KyhopError("LLM_EMPTY", { model });
      throw new KyhopError("LLM_REPLY_INVALID", { model, attempts: attempt + 1, reason: found.replaceAll("\n", " ") });
    }
    issues = found;
  }
}
