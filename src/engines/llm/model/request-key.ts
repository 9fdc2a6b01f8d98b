import { createHash } from "node:crypto";
import type { ChatRequest } from "./model.js";

/**
 * The name of a request by its content: SHA-256 (hex) of the messages, the schema and the bound on the answer, and of
 * whatever else must be the same for two answers to be the same.
 */
export function requestKey(request: ChatRequest, ...alsoSame: readonly (string | object)[]): string {
  const { system, user, schema, maxOutputTokens } = request;
  const content = [system, user, schema.name, schema.json, maxOutputTokens, ...alsoSame];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
