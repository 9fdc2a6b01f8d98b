import type { CleanDocument } from "../../../src/documents/document.js";
import type { ChatModel, ChatReply, ChatRequest } from "../../../src/engines/llm/model/model.js";
import { documentId } from "../../../src/records/document-id.js";

/** A document of the test's own text. */
export function documentOf(text: string, publishedAt: string | null = null): CleanDocument {
  return { id: documentId(text), source: "test.txt", title: null, author: null, publisher: null, publishedAt, text };
}

/** An answer that came whole. */
export function answered(reply: unknown, more: Partial<ChatReply> = {}): ChatReply {
  const text = typeof reply === "string" ? reply : JSON.stringify(reply);
  const usage = { input: 100, output: 10, cached: 0 };
  return { text, usage, costUsd: 0.001, finish: "stop", leniency: "strict", ...more };
}

/** Stands in for a model behind the network: gives what `answer` says and keeps what it was asked. */
export class ScriptedModel implements ChatModel {
  readonly name = "scripted";
  readonly asked: ChatRequest[] = [];

  constructor(private readonly answer: (request: ChatRequest, turn: number) => ChatReply) {}

  async ask(request: ChatRequest): Promise<ChatReply> {
    this.asked.push(request);
    return this.answer(request, this.asked.length - 1);
  }
}
