import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type ChatBody, errorBody, type GivenAnswer } from "./openai-server-bodies.js";
import { Random } from "./random.js";

interface StatusFault {
  readonly status: number;
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

const limitReached = errorBody("Rate limit reached for requests", "requests", "rate_limit_exceeded");
const overloaded = "The engine is currently overloaded, please try again later";

/** Answers with an error status, or with something that is no answer. */
const statusFaults = {
  rate_limited: { status: 429, body: limitReached },
  rate_limited_seconds: { status: 429, body: limitReached, headers: { "retry-after": "7" } },
  rate_limited_milliseconds: { status: 429, body: limitReached, headers: { "retry-after-ms": "250" } },
  quota_exhausted: {
    status: 429,
    body: errorBody("You exceeded your current quota", "insufficient_quota", "insufficient_quota"),
  },
  unauthorised: { status: 401, body: errorBody("Incorrect key: {key}", "invalid_request_error", "invalid_api_key") },
  forbidden: { status: 403, body: errorBody("Country not supported", "request_forbidden") },
  bad_request: { status: 400, body: errorBody("Unknown role", "invalid_request_error", null, "messages") },
  context_exceeded: {
    status: 400,
    body: errorBody("Too many tokens", "invalid_request_error", "context_length_exceeded", "messages"),
  },
  prompt_filtered: { status: 400, body: errorBody("The prompt was filtered", "", "content_filter", "prompt") },
  server_error: { status: 500, body: errorBody("The server had an error", "server_error") },
  bad_gateway: { status: 502, body: "<html><body>502 Bad Gateway</body></html>" },
  overloaded: { status: 503, body: errorBody(overloaded, "server_error") },
  not_json: {
    status: 200,
    body: '{"id":"chatcmpl-1","choices":[{"mess',
    headers: { "content-type": "application/json" },
  },
  web_page: { status: 200, body: "<html><body>Sign in to the Wi-Fi</body></html>" },
  no_choices: {
    status: 200,
    body: { id: "chatcmpl-1", object: "chat.completion", created: 1, model: "m", choices: [] },
  },
  error_in_body: { status: 200, body: { error: { code: 503, message: overloaded } } },
} as const satisfies Readonly<Record<string, StatusFault>>;

/** Answers that are whole and counted, but not what was wanted. */
const answerFaults = {
  truncated: (answer) => ({ content: (answer.content ?? "").slice(0, 10), finish: "length" }),
  refusal: () => ({ content: null, refusal: "I cannot help with that." }),
  content_filter: () => ({ content: "", finish: "content_filter" }),
  empty: () => ({ content: "" }),
  malformed: (answer) => ({ content: (answer.content ?? "").slice(0, -7) }),
  outside_schema: () => ({ content: '{"blocks":"none","note":"as you wish"}' }),
  unknown_ids: (answer) => ({ content: (answer.content ?? "").replace(/"n\d+/g, '"n9999') }),
} as const satisfies Readonly<Record<string, (answer: GivenAnswer) => GivenAnswer>>;

/** What happens to the connection; after a slow start, and in a trickle, the answer is a good one. */
const connectionFaults = ["hang", "cut_before", "cut_within", "stall_within", "slow", "trickle"] as const;

export type StatusFaultName = keyof typeof statusFaults;
export type AnswerFaultName = keyof typeof answerFaults;
export type ConnectionFaultName = (typeof connectionFaults)[number];
export type FaultName = StatusFaultName | AnswerFaultName | ConnectionFaultName;

export const isStatusFault = (fault: FaultName): fault is StatusFaultName => fault in statusFaults;
export const isAnswerFault = (fault: FaultName): fault is AnswerFaultName => fault in answerFaults;

/** @param key what the request was authorised with; servers have been seen to repeat it */
export function sendStatusFault(response: ServerResponse, fault: StatusFaultName, key: string): void {
  const { status, body, headers }: StatusFault = statusFaults[fault];
  const json = typeof body === "object";
  response.writeHead(status, { "content-type": json ? "application/json" : "text/html", ...headers });
  response.end((json ? JSON.stringify(body) : body).replace("{key}", key));
}

export function spoil(answer: GivenAnswer, fault: AnswerFaultName): GivenAnswer {
  return answerFaults[fault](answer);
}

/** Which fault the nth request meets (from 0); `null` for none. */
export type FaultPlan = (request: number, body: ChatBody) => FaultName | null;

/** The listed faults for the first requests, none after. */
export function faultsInOrder(...faults: readonly (FaultName | null)[]): FaultPlan {
  return (request) => faults[request] ?? null;
}

/** The same share of faults in the same places for the same seed. */
export function seededFaults(seed: number, share: number, faults: readonly FaultName[]): FaultPlan {
  return (request) => {
    if (Random.fractionAt(seed, 2 * request) >= share) return null;
    return faults[Math.floor(Random.fractionAt(seed, 2 * request + 1) * faults.length)] ?? null;
  };
}

/**
 * The same, whatever the order in which the requests come: what a request meets is settled by its words and by how often
 * they were said before.
 */
export function faultsByWords(seed: number, share: number, faults: readonly FaultName[]): FaultPlan {
  const said = new Map<string, number>();
  return (_, { messages }) => {
    const words = createHash("sha256").update(JSON.stringify(messages)).digest("hex");
    const times = said.get(words) ?? 0;
    said.set(words, times + 1);
    return seededFaults(seed ^ Number.parseInt(words.slice(0, 8), 16), share, faults)(times, { model: "", messages });
  };
}
