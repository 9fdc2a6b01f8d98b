import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, type UsageMetadata } from "@langchain/core/messages";
import { KyhopError } from "../../errors.js";
import { findJsonObject } from "./model/json-in-text.js";
import type { ChatModel, ChatReply, ChatRequest, Finish } from "./model/model.js";

/** As much of a foreign error as a message shows, in UTF-16 code units. */
const shown = 200;

/** How providers call the ends of an answer that is not whole, by LangChain's `response_metadata`. */
const finishes: Readonly<Record<string, Finish>> = {
  length: "length",
  max_tokens: "length",
  MAX_TOKENS: "length",
  content_filter: "content_filter",
  SAFETY: "content_filter",
  refusal: "refusal",
};

/**
 * Any chat model of LangChain behind Kyhop's own interface. One that can bind tools is asked for structured output, of
 * any other the JSON is read out of its text. Its bound on the answer's length and its price are its own business, so
 * the cost is 0.
 */
export function fromLangChain(model: BaseChatModel, name = model.getName()): ChatModel {
  return {
    name,
    async ask(request) {
      try {
        return await askLangChain(model, request);
      } catch (cause) {
        const reason = (cause instanceof Error ? cause.message : String(cause)).slice(0, shown);
        throw new KyhopError("LLM_UNREACHABLE", { model: name, reason }, { cause });
      }
    },
  };
}

async function askLangChain(model: BaseChatModel, { system, user, schema }: ChatRequest): Promise<ChatReply> {
  const messages = [new SystemMessage(system), new HumanMessage(user)];
  if (!model.bindTools) return replyOf(await model.invoke(messages), "tolerant");
  const structured = model.withStructuredOutput<Readonly<Record<string, unknown>>>(
    { ...schema.json },
    {
      name: schema.name,
      includeRaw: true,
    },
  );
  const answer = await structured.invoke(messages);
  // some models give the parsed answer alone, whatever they are asked for
  const raw = "raw" in answer ? answer.raw : new AIMessage(JSON.stringify(answer));
  return replyOf(raw, "strict");
}

function replyOf(message: BaseMessage, leniency: "strict" | "tolerant"): ChatReply {
  const told = AIMessage.isInstance(message) ? (message as AIMessage) : null;
  const usage = told?.usage_metadata as UsageMetadata | undefined;
  const call = told?.tool_calls?.[0];
  const text = call ? JSON.stringify(call.args) : leniency === "strict" ? message.text : jsonIn(message.text);
  const { finish_reason: reason, stop_reason: stop } = message.response_metadata;
  return {
    text,
    usage: {
      input: usage?.input_tokens ?? 0,
      output: usage?.output_tokens ?? 0,
      cached: usage?.input_token_details?.cache_read ?? 0,
    },
    costUsd: 0,
    finish: finishes[String(reason ?? stop)] ?? (text === "" ? "empty" : "stop"),
    leniency,
  };
}

const jsonIn = (text: string): string => findJsonObject(text) ?? text;
