import { onTestFinished } from "vitest";
import type { Clock } from "../../../../src/engines/llm/model/clock.js";
import type { ChatModel, ChatReply, ChatRequest } from "../../../../src/engines/llm/model/model.js";
import { KyhopError } from "../../../../src/errors.js";
import { type OpenAiServerOptions, startOpenAiServer } from "../../../support/openai-server.js";

export const key = "sk-test-0123456789abcdefghij";

const schema = {
  name: "draft",
  json: {
    type: "object",
    properties: { ids: { type: "array", items: { type: "string" } } },
    required: ["ids"],
    additionalProperties: false,
  },
};

export function requestAbout(user: string): ChatRequest {
  return { system: "Name the ids of the figures.", user, schema, maxOutputTokens: 100 };
}

/** A test server that is closed with its test, and how to reach it. */
export async function serverFor(options: OpenAiServerOptions = {}) {
  const server = await startOpenAiServer(options);
  onTestFinished(() => server.close());
  return { server, at: { model: "gpt-4.1-mini", apiKey: key, baseUrl: server.url } };
}

/** A clock whose sleeps take no time and are written down. */
export function quickClock(): Clock & { readonly sleeps: number[] } {
  const sleeps: number[] = [];
  let now = Date.parse("2026-03-02T08:00:00Z");
  return {
    sleeps,
    now: () => now,
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      // What others can do without waiting, they do before time passes.
      await new Promise(setImmediate);
      now += milliseconds;
    },
  };
}

/** A model that answers at once, or fails, as the function says for its nth question. */
export function scripted(answer: (index: number, request: ChatRequest) => Partial<ChatReply> | KyhopError) {
  const asked: ChatRequest[] = [];
  const model: ChatModel = {
    name: "scripted",
    ask: async (request) => {
      const given = answer(asked.length, request);
      asked.push(request);
      if (given instanceof KyhopError) throw given;
      const usage = { input: 10, output: 5, cached: 0 };
      return { text: "{}", usage, costUsd: 0, finish: "stop", leniency: "strict", ...given };
    },
  };
  return { model, asked };
}

/** The error that a promise ends with. */
export async function failureOf(promise: Promise<unknown>): Promise<KyhopError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (reason: unknown) => reason,
  );
  if (error instanceof KyhopError) return error;
  throw error;
}
