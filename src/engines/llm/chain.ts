import { type Runnable, RunnableLambda } from "@langchain/core/runnables";
import type { z } from "zod";
import type { ChatModel, ChatReply } from "./model/model.js";
import { chatRequest, type PromptVariables, promptTemplate } from "./prompt.js";
import type { Prompt } from "./prompts.js";
import { Reply } from "./reply.js";

/** What came back, and what it says; `issues` tells what is wrong where it says nothing that can be used. */
export interface Answer {
  readonly chat: ChatReply;
  readonly reply: Reply | null;
  readonly issues: string;
}

/** The first faults say enough; a model that misses the schema altogether has hundreds. */
const mostIssues = 10;

/** Prompt → model → parser, as LangChain's Runnables: one step each in a tracer. */
export function answering(
  prompt: Prompt,
  model: ChatModel,
  maxOutputTokens: number,
): Runnable<PromptVariables & Record<string, string>, Answer> {
  const ask = RunnableLambda.from((value: { toChatMessages(): { readonly text: string }[] }) =>
    model.ask(chatRequest(value.toChatMessages(), maxOutputTokens)),
  );
  return promptTemplate(prompt)
    .pipe(ask.withConfig({ runName: model.name }))
    .pipe(RunnableLambda.from(parseAnswer));
}

/** The answer's JSON held against the schema. */
export function parseAnswer(chat: ChatReply): Answer {
  let json: unknown;
  try {
    json = JSON.parse(chat.text);
  } catch {
    return { chat, reply: null, issues: "- It is not valid JSON." };
  }
  const parsed = Reply.safeParse(json);
  if (parsed.success) return { chat, reply: parsed.data, issues: "" };
  return { chat, reply: null, issues: parsed.error.issues.slice(0, mostIssues).map(issueLine).join("\n") };
}

const issueLine = ({ path, message }: z.core.$ZodIssue): string => `- ${path.join(".") || "answer"}: ${message}`;
