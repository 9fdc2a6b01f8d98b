import { SpanKind } from "@opentelemetry/api";
import { inSpan } from "../../tracing.js";
import type { ChatModel } from "./model.js";

/** The model, each request to it a span in OpenTelemetry's words for generative AI; no words of prompts or answers. */
export function traced(model: ChatModel): ChatModel {
  const attributes = { "gen_ai.operation.name": "chat", "gen_ai.request.model": model.name };
  return {
    name: model.name,
    ask: (request) =>
      inSpan(`chat ${model.name}`, { kind: SpanKind.CLIENT, attributes }, async (span) => {
        const reply = await model.ask(request);
        span.setAttributes({
          "gen_ai.usage.input_tokens": reply.usage.input,
          "gen_ai.usage.output_tokens": reply.usage.output,
          "gen_ai.response.finish_reasons": [reply.finish],
          "kyhop.cost_usd": reply.costUsd,
        });
        return reply;
      }),
  };
}
