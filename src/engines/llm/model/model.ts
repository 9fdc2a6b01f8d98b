/** A question to a chat model: two messages, the JSON Schema that the answer must meet, and a bound on its length. */
export interface ChatRequest {
  readonly system: string;
  readonly user: string;
  /** `name` matches `[a-zA-Z0-9_-]{1,64}`; `json` keeps to the provider's strict subset of JSON Schema */
  readonly schema: { readonly name: string; readonly json: object };
  readonly maxOutputTokens: number;
}

/**
 * How an answer ended: `stop` whole, `length` cut at the bound, `refusal` declined by the model, `content_filter` held
 * back by the provider, `empty` ended without a text.
 */
export type Finish = "stop" | "length" | "refusal" | "content_filter" | "empty";

/** Tokens as the provider counted them; `cached` is the part of `input` that came from its prompt cache. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly cached: number;
}

/**
 * An answer. `text` is JSON that may still be wrong (the caller validates it), or the words of a refusal. `leniency`
 * says how the JSON was got: `strict` under the schema, `json` in JSON mode, `tolerant` found in free text.
 */
export interface ChatReply {
  readonly text: string;
  readonly usage: Usage;
  /** US dollars; 0 for a model without a price. A reply from a cache or a recording keeps what it once cost. */
  readonly costUsd: number;
  readonly finish: Finish;
  readonly leniency: "strict" | "json" | "tolerant";
}

/** A model that answers one question at a time; a failure is a `KyhopError`, and how an answer ended is in `finish`. */
export interface ChatModel {
  readonly name: string;
  ask(request: ChatRequest): Promise<ChatReply>;
}
