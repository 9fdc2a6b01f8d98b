import { z } from "zod";
import { findJsonObject, isJson } from "./json-in-text.js";
import type { ChatReply, ChatRequest, Finish, Usage } from "./model.js";
import { costOf, type Price } from "./prices.js";
import { estimateUsage } from "./tokens.js";

const tokens = z.number().int().nonnegative().nullish().catch(null);

/** What is read of OpenAI's CreateChatCompletionResponse; compatible servers leave out much of the rest. */
const Completion = z.object({
  choices: z.tuple(
    [
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    ],
    z.unknown(),
  ),
  usage: z
    .object({
      prompt_tokens: z.number().int().nonnegative(),
      completion_tokens: z.number().int().nonnegative(),
      prompt_tokens_details: z.object({ cached_tokens: tokens, cache_write_tokens: tokens }).nullish(),
    })
    .nullish()
    .catch(null),
});

/** An answer as the server gave it. `usage` is `null` where the server does not count. */
export interface Answer extends Pick<ChatReply, "text" | "finish" | "leniency"> {
  readonly usage: Usage | null;
  readonly cacheWrites: number;
}

/**
 * Reads the body of a chat completion.
 * @param asked how the JSON was asked for; the answer is `tolerant` wherever the JSON had to be searched for
 * @returns `null` where the body is no chat completion
 */
export function readCompletion(body: unknown, asked: ChatReply["leniency"]): Answer | null {
  const parsed = Completion.safeParse(body);
  if (!parsed.success) return null;
  const [{ finish_reason: reason, message }] = parsed.data.choices;
  const refusal = message.refusal ?? "";
  const content = message.content ?? "";
  const finish = finishOf(reason ?? "stop", content, refusal);
  const { text, leniency } =
    finish === "stop" ? readJson(content, asked) : { text: content || refusal, leniency: asked };
  return { text, finish, leniency, ...readUsage(parsed.data.usage ?? null) };
}

function finishOf(reason: string, content: string, refusal: string): Finish {
  if (refusal !== "") return "refusal";
  if (reason === "content_filter" || reason === "length") return reason;
  return content.trim() === "" ? "empty" : "stop";
}

/** Some servers accept a response format and do not keep to it. */
function readJson(content: string, asked: ChatReply["leniency"]): Pick<ChatReply, "text" | "leniency"> {
  if (isJson(content)) return { text: content, leniency: asked };
  const found = findJsonObject(content);
  return found === null ? { text: content, leniency: asked } : { text: found, leniency: "tolerant" };
}

function readUsage(usage: z.infer<typeof Completion>["usage"] | null): Pick<Answer, "usage" | "cacheWrites"> {
  if (!usage) return { usage: null, cacheWrites: 0 };
  const details = usage.prompt_tokens_details;
  const cached = Math.min(details?.cached_tokens ?? 0, usage.prompt_tokens);
  return {
    usage: { input: usage.prompt_tokens, output: usage.completion_tokens, cached },
    cacheWrites: Math.min(details?.cache_write_tokens ?? 0, usage.prompt_tokens - cached),
  };
}

/**
 * The answer with what it cost; the tokens of one that the server did not count are counted here.
 * @param price `null` for a model that costs nothing or whose price is not known
 */
export async function paidReply(answer: Answer, request: ChatRequest, price: Price | null): Promise<ChatReply> {
  const { usage: counted, cacheWrites, ...reply } = answer;
  const usage = counted ?? (await estimateUsage(request, reply.text));
  return { ...reply, usage, costUsd: price ? costOf(usage, price, cacheWrites) : 0 };
}
