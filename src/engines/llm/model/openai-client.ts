import OpenAI, { APIError } from "openai";
import { KyhopError, systemCodeOf } from "../../../errors.js";
import { connectionFailure, type FailureContext, rejectionOf, statusFailure } from "./failures.js";

/** Where a model is and how long to wait for it. */
export interface OpenAiServer {
  readonly model: string;
  /** `null` for servers that ask for none */
  readonly apiKey: string | null;
  /** ends in `/v1` as a rule; OpenAI's own where it is `null` */
  readonly baseUrl?: string | null;
  /**
   * milliseconds for one request, from its start to the last byte of its answer. Node gives up a connection that is
   * not made within 10 s and an answer whose headers do not come within 300 s, whatever is said here.
   */
  readonly timeout?: number;
  /** stops all requests */
  readonly signal?: AbortSignal | undefined;
}

export const openAiUrl = "https://api.openai.com/v1";
const usualTimeout = 120_000;

/**
 * The SDK without its own retries (ours know which failures pass), its own log (it may hold documents) and its own look
 * into the environment.
 * @throws KyhopError CONFIG_INVALID where the key is none
 */
export function openAiClient({ apiKey, baseUrl, timeout = usualTimeout }: OpenAiServer): OpenAI {
  // The error of `fetch` for such a key would repeat it.
  if (apiKey !== null && !/^[\x21-\x7e]{1,4096}$/.test(apiKey)) {
    throw new KyhopError("CONFIG_INVALID", { name: "OPENAI_API_KEY", reason: "a key has no spaces or accents" });
  }
  return new OpenAI({
    apiKey: apiKey ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: baseUrl ?? openAiUrl,
    maxRetries: 0,
    timeout,
    logLevel: "off",
    fetch: fetchWithPlainErrors,
  });
}

/** The SDK reads only `error` of an error's body; some servers (vLLM, FastAPI) say what is wrong at its top. */
async function fetchWithPlainErrors(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (response.ok || !response.headers.get("content-type")?.includes("json")) return response;
  const text = await response.text();
  const body = parseObject(text);
  const told = body && !("error" in body) ? JSON.stringify({ error: { message: text, ...body } }) : text;
  return new Response(told, { status: response.status, headers: response.headers });
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

export function contextOf({ model, apiKey }: OpenAiServer): FailureContext {
  return { model, secrets: apiKey ? [apiKey] : [] };
}

/**
 * One call of the SDK within the time allowed.
 * @throws KyhopError LLM_TIMEOUT, LLM_ABORTED, LLM_UNREACHABLE, LLM_REPLY_UNREADABLE, or what the error status means.
 *   The SDK's own error is not kept as the cause: it may repeat the key.
 */
export async function callServer<Result>(
  server: OpenAiServer,
  call: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { model, signal, timeout = usualTimeout } = server;
  const stop = new AbortController();
  const abort = () => stop.abort();
  if (signal?.aborted) throw new KyhopError("LLM_ABORTED", { model });
  signal?.addEventListener("abort", abort);
  // The SDK's timeout ends at the headers; this one also ends a body that never comes to its end.
  const timer = setTimeout(abort, timeout);
  try {
    return await call(stop.signal);
  } catch (error) {
    if (signal?.aborted) throw new KyhopError("LLM_ABORTED", { model });
    if (stop.signal.aborted || isTimeout(error)) throw new KyhopError("LLM_TIMEOUT", { model, milliseconds: timeout });
    throw failureOf(error, contextOf(server)) ?? error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

function isTimeout(error: unknown): boolean {
  const code = systemCodeOf(error);
  const isNodes = code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT";
  return isNodes || error instanceof OpenAI.APIConnectionTimeoutError;
}

/** `null` for a fault that is neither the server's nor the network's. */
function failureOf(error: unknown, context: FailureContext): KyhopError | null {
  if (error instanceof KyhopError) return error;
  if (error instanceof APIError && error.status !== undefined) {
    const rejection = rejectionOf(error.status, error.error ?? error.message);
    return statusFailure(rejection, context, error.headers, Date.now());
  }
  if (error instanceof SyntaxError) return unreadable(context, "its JSON is broken");
  // `fetch` throws a TypeError with a cause when a body breaks off.
  const broken = error instanceof APIError || (error instanceof TypeError && error.cause !== undefined);
  return broken ? connectionFailure(error, context) : null;
}

export function unreadable({ model }: FailureContext, reason: string): KyhopError {
  return new KyhopError("LLM_REPLY_UNREADABLE", { model, reason });
}
