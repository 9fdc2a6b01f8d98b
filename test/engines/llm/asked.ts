import type { EngineInput } from "../../../src/engines/engine.js";
import { interpret } from "../../../src/engines/llm/interpret/index.js";
import type { ChatModel, ChatReply, ChatRequest } from "../../../src/engines/llm/model/model.js";
import type { Reply } from "../../../src/engines/llm/reply.js";
import { ground } from "../../../src/grounding/ground.js";
import type { Record } from "../../../src/records/record.js";
import { provenance } from "../../grounding/extracted-documents.js";

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

/** A text with one result, and the answer that tells it. */
export const toldText =
  "Ngày 3/1/2024, UBND xã Lâm Đông tổ chức hội nghị tổng kết. Năm 2023, xã thu ngân sách 5,5 tỷ đồng, bằng 110% kế hoạch.";
export const toldReply = {
  session: { name: "hội nghị tổng kết", body: "UBND xã Lâm Đông", dates: ["d1"], place: null, purpose: null },
  attendees: [],
  resolutions: [],
  blocks: [
    {
      class: "achievement",
      period: "t1",
      figures: [{ n: "n1", what: "thu ngân sách", vs: ["n2p"] }],
      statuses: [],
    },
  ],
};

/** The answer that finds nothing. */
export const emptyReply: Reply = { session: null, attendees: [], resolutions: [], blocks: [] };

/** The record that an answer becomes. */
export function groundReply(reply: Reply, input: EngineInput): Record {
  const { document, mentions, pipeline } = input;
  return ground({ document, kind: pipeline.kind, mentions, draft: interpret(reply, input), provenance });
}
