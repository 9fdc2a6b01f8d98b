import { type ErrorCode, KyhopError, systemCodeOf } from "../../../errors.js";
import { retryAfterOf } from "./retry-after.js";

/** Whom a failure is told of, and what must never be told. */
export interface FailureContext {
  readonly model: string;
  readonly secrets: readonly string[];
}

/** What a server said with an error status; compatible servers leave most of it out. */
export interface Rejection {
  readonly status: number;
  readonly message: string;
  readonly code: string;
  readonly param: string;
}

/** vLLM and llama.cpp say it in words only, and name the parameter that they would have shortened. */
const tooLong = /maximum context length|context (?:size|window|length)/i;

/** Reads the `error` object of a body; anything else becomes the message. */
export function rejectionOf(status: number, error: unknown): Rejection {
  const fields = (typeof error === "object" && error !== null ? error : { message: error }) as Record<string, unknown>;
  const word = (value: unknown) => (value === undefined || value === null ? "" : String(value));
  const message =
    typeof fields["message"] === "string" ? fields["message"] : JSON.stringify(error ?? "no reason given");
  const rejection = { status, message, code: word(fields["code"]), param: word(fields["param"]) };
  if (word(fields["type"]) === "insufficient_quota") return { ...rejection, code: "insufficient_quota" };
  const isTooLong = (status === 400 || status === 422) && tooLong.test(message.slice(0, 1_000));
  return isTooLong ? { ...rejection, code: "context_length_exceeded" } : rejection;
}

/** Error codes of the server that decide before its status does; from OpenAI's and Azure's lists of errors. */
const codes = new Map<string, ErrorCode>([
  ["insufficient_quota", "LLM_QUOTA"],
  ["billing_hard_limit_reached", "LLM_QUOTA"],
  ["credit_balance_exhausted", "LLM_QUOTA"],
  ["context_length_exceeded", "LLM_CONTEXT_EXCEEDED"],
  ["invalid_api_key", "LLM_UNAUTHORISED"],
]);

function codeOf({ status, code }: Rejection): ErrorCode {
  const known = codes.get(code);
  if (known) return known;
  if (status === 401 || status === 403) return "LLM_UNAUTHORISED";
  if (status === 402) return "LLM_QUOTA";
  if (status === 413) return "LLM_CONTEXT_EXCEEDED";
  if (status === 429) return "LLM_RATE_LIMITED";
  // 408 and 409 mean that the server did not get to the work.
  return status >= 500 || status === 408 || status === 409 ? "LLM_SERVER_ERROR" : "LLM_REQUEST_REJECTED";
}

/**
 * The failure behind an error status. `details.retryAfterMilliseconds` is there when the server asked for a wait.
 * @param now milliseconds, to read a Retry-After that is a date
 */
export function statusFailure(
  rejection: Rejection,
  context: FailureContext,
  headers: Headers | undefined,
  now: number,
): KyhopError {
  const wait = headers && retryAfterOf(headers, now);
  return new KyhopError(codeOf(rejection), {
    model: context.model,
    status: rejection.status,
    reason: printable(rejection.message, context.secrets),
    ...(wait === null || wait === undefined ? {} : { retryAfterMilliseconds: wait }),
  });
}

/** Faults of a connection that was never made, so that no request can have been billed (Node's and undici's codes). */
const neverSent: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The failure behind a connection that was not made or broke; told by its code, for messages may hold URLs. */
export function connectionFailure(error: unknown, { model }: FailureContext): KyhopError {
  return new KyhopError("LLM_UNREACHABLE", { model, reason: systemCodeOf(error) ?? "connection broken" });
}

/** Whether the provider may have billed for a request that brought no usage back. */
export function mayBeBilled(error: unknown): boolean {
  if (!(error instanceof KyhopError)) return true;
  if (error.code === "LLM_UNREACHABLE") return !neverSent.has(error.details["reason"]);
  return ["LLM_TIMEOUT", "LLM_ABORTED", "LLM_REPLY_UNREADABLE"].includes(error.code);
}

const longestReason = 300;

/** A server's words on one line, short, and without the key that it may have repeated. */
export function printable(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((secret) => secret !== "")
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  return known
    .slice(0, 4 * longestReason)
    .replace(/(?<![\p{L}\p{N}])(?:sk|pk|key)-[\w*-]{4,300}/gu, "***")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .slice(0, longestReason)
    .trim();
}
