import PQueue from "p-queue";
import { type Clock, systemClock } from "./clock.js";
import type { ChatModel } from "./model.js";
import { SlidingWindow, type Turnstile } from "./sliding-window.js";
import { countInputTokens } from "./tokens.js";

/** What a provider allows an account; what is left out is not limited. */
export interface RateLimits {
  readonly requestsPerMinute?: number | undefined;
  /** input and output together, as OpenAI counts them */
  readonly tokensPerMinute?: number | undefined;
  /** requests at one time */
  readonly concurrency?: number | undefined;
  /** where turns are waited for; in this process alone where it is left out */
  readonly turnstile?: ((name: "requests" | "tokens", limit: number, span: number) => Turnstile) | undefined;
  /** ends the waiting */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Milliseconds in which no more than a minute's worth is let in. The provider counts requests when they reach it, where
 * one that was slow on its way stands nearer to a quick one after it. The second beyond the minute is for that: as long
 * as ways differ by less, no minute of the provider's sees more than the limit. It costs a sixtieth of the limit.
 */
const span = 61_000;

/**
 * The model, asked no faster than the limits allow; callers wait their turn. Tokens are reserved by an estimate (the
 * input counted, the output at its bound) and corrected when the answer says how many they were.
 */
export function withRateLimits(model: ChatModel, limits: RateLimits, clock: Clock = systemClock): ChatModel {
  const { requestsPerMinute, tokensPerMinute, concurrency = Number.POSITIVE_INFINITY, turnstile, signal } = limits;
  const queue = new PQueue({ concurrency });
  const turnstileOf = (name: "requests" | "tokens", limit: number | undefined) =>
    limit === undefined ? null : (turnstile?.(name, limit, span) ?? new SlidingWindow(limit, span, clock, signal));
  const requests = turnstileOf("requests", requestsPerMinute);
  const tokens = turnstileOf("tokens", tokensPerMinute);

  const ask: ChatModel["ask"] = async (request) => {
    const settle = await tokens?.enter((await countInputTokens(request)) + request.maxOutputTokens);
    await requests?.enter(1);
    const reply = await model.ask(request);
    await settle?.(reply.usage.input + reply.usage.output);
    return reply;
  };
  return { name: model.name, ask: (request) => queue.add(() => ask(request)) };
}
