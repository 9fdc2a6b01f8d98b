import { APIError } from "openai";
import { type Answer, paidReply, readCompletion } from "./completion.js";
import { concede, type Dialect, openAiDialect } from "./dialect.js";
import { rejectionOf, statusFailure } from "./failures.js";
import type { ChatModel, ChatRequest } from "./model.js";
import { callServer, contextOf, type OpenAiServer, openAiClient, unreadable } from "./openai-client.js";
import { type Price, priceOf } from "./prices.js";
import { requestBody } from "./request-body.js";

export interface OpenAiModelOptions extends OpenAiServer {
  /** the table's price where it is left out; `null` for a model that costs nothing or whose price is not known */
  readonly price?: Price | null;
}

/**
 * A model of OpenAI or of a server that speaks its protocol (vLLM, llama.cpp, Ollama, OpenRouter). It asks under the
 * strict schema; a server that refuses a parameter is asked without it, and that is remembered as long as the model is.
 * One `ask` is one request, but for those: there are no retries in here.
 */
export function openAiModel(options: OpenAiModelOptions): ChatModel {
  const { model, price = priceOf(model) } = options;
  const client = openAiClient(options);
  const context = contextOf(options);
  let dialect: Dialect = openAiDialect(model);

  async function complete(request: ChatRequest): Promise<Answer> {
    for (;;) {
      const asked = dialect;
      const answer = await callServer(options, async (signal) => {
        try {
          const body = await client.chat.completions.create(requestBody(model, request, asked), { signal });
          return readAnswer(body, asked);
        } catch (error) {
          return answerToRejection(error, asked);
        }
      });
      if (answer) return answer;
    }
  }

  function readAnswer(body: unknown, asked: Dialect): Answer {
    const answer = readCompletion(body, asked.format);
    if (answer) return answer;
    // OpenRouter passes an error of the provider behind it on in a body with status 200.
    const error: unknown = typeof body === "object" && body !== null && "error" in body ? body.error : null;
    if (typeof error !== "object" || error === null) throw unreadable(context, "it has no choices");
    const status = "code" in error && typeof error.code === "number" ? error.code : 502;
    throw statusFailure(rejectionOf(status, error), context, undefined, 0);
  }

  /** `null` where the request is worth making again in another dialect. */
  function answerToRejection(error: unknown, asked: Dialect): Answer | null {
    if (!(error instanceof APIError) || error.status === undefined) throw error;
    const rejection = rejectionOf(error.status, error.error ?? error.message);
    // Azure refuses a prompt that its filter catches with an error, OpenAI ends an answer with the same name.
    if (rejection.code === "content_filter") return filtered;
    const next = concede(asked, rejection);
    if (!next) throw error;
    if (dialect === asked) dialect = next;
    return null;
  }

  return {
    name: model,
    ask: async (request) => paidReply(await complete(request), request, price),
  };
}

const filtered: Answer = {
  text: "",
  finish: "content_filter",
  leniency: "strict",
  usage: { input: 0, output: 0, cached: 0 },
  cacheWrites: 0,
};
