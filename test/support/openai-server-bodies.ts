import { randomUUID } from "node:crypto";

/** The part of a chat request that the server looks at. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly name: string; readonly schema: object };
  };
  readonly max_completion_tokens?: number;
  readonly max_tokens?: number;
  readonly temperature?: number;
  readonly seed?: number;
}

/** An answer as a test gives it. */
export interface GivenAnswer {
  readonly content?: string | null;
  readonly refusal?: string | null;
  readonly finish?: "stop" | "length" | "content_filter";
  readonly cachedTokens?: number;
}

export interface CountedUsage {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
}

/** Four characters a token, near enough to test sums with. */
const tokensIn = (text: string) => Math.ceil(text.length / 4);

export function usageOf(body: ChatBody, answer: GivenAnswer): CountedUsage {
  const input = tokensIn(JSON.stringify([body.messages, body.response_format ?? null]));
  const output = tokensIn(`${answer.content ?? ""}${answer.refusal ?? ""}`);
  return { input, output, cached: Math.min(answer.cachedTokens ?? 0, input) };
}

/** A CreateChatCompletionResponse. */
export function completionBody(body: ChatBody, answer: GivenAnswer): object {
  const { input, output, cached } = usageOf(body, answer);
  const message = { role: "assistant", content: answer.content ?? null, refusal: answer.refusal ?? null };
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1_000),
    model: body.model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: answer.finish ?? "stop" }],
    usage: {
      prompt_tokens: input,
      completion_tokens: output,
      total_tokens: input + output,
      prompt_tokens_details: { cached_tokens: cached },
    },
  };
}

/** OpenAI's shape of an error. */
export function errorBody(message: string, type: string, code: string | null = null, param: string | null = null) {
  return { error: { message, type, param, code } };
}
