import { ChatPromptTemplate } from "@langchain/core/prompts";
import type { ChatRequest } from "./model/model.js";
import type { Prompt } from "./prompts.js";
import { replySchema } from "./reply.js";

/** What a prompt is filled with. */
export interface PromptVariables {
  /** the document with its marks, which is the whole user message: nothing in it can pose as anything else */
  readonly document: string;
  /** what was wrong with the answer before; empty in the first request */
  readonly corrections: string;
}

const templates = new WeakMap<Prompt, ReturnType<typeof templateOf>>();

/** The prompt as LangChain's template, made once; what is filled in is not read as a template again. */
export function promptTemplate(prompt: Prompt) {
  const template = templates.get(prompt) ?? templateOf(prompt);
  templates.set(prompt, template);
  return template;
}

function templateOf({ system }: Prompt) {
  return ChatPromptTemplate.fromMessages<PromptVariables & Record<string, string>>(
    [
      ["system", `${system}{{{corrections}}}`],
      ["human", "{{{document}}}"],
    ],
    { templateFormat: "mustache" },
  );
}

/** The request that a prompt makes of its variables. */
export async function requestOf(
  prompt: Prompt,
  variables: PromptVariables,
  maxOutputTokens: number,
): Promise<ChatRequest> {
  const messages = await promptTemplate(prompt).formatMessages({ ...variables });
  return chatRequest(messages, maxOutputTokens);
}

/** Two messages, the schema of the answer and its bound. */
export function chatRequest(
  [system, user]: readonly { readonly text: string }[],
  maxOutputTokens: number,
): ChatRequest {
  return { system: system?.text ?? "", user: user?.text ?? "", schema: replySchema, maxOutputTokens };
}

/** What is wrong with an answer, as the next request tells it. */
export function correctionsOf(issues: string): string {
  return issues === ""
    ? ""
    : `\n\n# Your last answer was refused\n${issues}\nAnswer again, whole and within the schema.`;
}
