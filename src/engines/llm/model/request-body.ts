import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions";
import type { Dialect } from "./dialect.js";
import type { ChatRequest } from "./model.js";

/** The most reproducible answer that the API offers; still a best effort of the provider. */
export const parameters = { temperature: 0, seed: 7 } as const;

/** A chat request as the body of `POST /chat/completions`, in the words that the server understands. */
export function requestBody(
  model: string,
  request: ChatRequest,
  dialect: Dialect,
): ChatCompletionCreateParamsNonStreaming {
  return {
    model,
    messages: [
      { role: "system", content: request.system + schemaInWords(request, dialect) },
      { role: "user", content: request.user },
    ],
    ...responseFormat(request, dialect),
    [dialect.limit]: request.maxOutputTokens,
    ...(dialect.temperature ? { temperature: parameters.temperature } : {}),
    ...(dialect.seed ? { seed: parameters.seed } : {}),
  };
}

function responseFormat({ schema }: ChatRequest, { format }: Dialect): object {
  if (format === "tolerant") return {};
  if (format === "json") return { response_format: { type: "json_object" } };
  const json_schema = { name: schema.name, strict: true, schema: schema.json };
  return { response_format: { type: "json_schema", json_schema } };
}

/** JSON mode does not show the model the schema, and OpenAI's demands the word JSON in a message. */
function schemaInWords({ schema }: ChatRequest, { format }: Dialect): string {
  if (format === "strict") return "";
  return `\n\nAnswer with one JSON object and nothing else. Its JSON Schema:\n${JSON.stringify(schema.json)}`;
}
