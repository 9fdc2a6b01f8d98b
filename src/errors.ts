/**
 * Every failure that a user can meet, in one table: what happened and what to do.
 * `retry` says whether the same work may succeed later; runs and queues decide by it.
 */
const table = {
  CONFIG_INVALID: {
    retry: false,
    message: "The environment variable {name} is not usable: {reason}. See .env.example.",
  },
  SOURCE_NOT_FOUND: { retry: false, message: "Nothing to read at {path}. Check the path, or quote the glob." },
  SOURCE_UNREADABLE: { retry: true, message: "{path} cannot be read ({reason}). Check its permissions." },
  DOCUMENT_EMPTY: { retry: false, message: "{path} holds no text after cleaning. Look at the original page." },
  DOCUMENT_BINARY: { retry: false, message: "{path} is not a text or HTML document ({reason}). Convert it first." },
  DOCUMENT_TOO_LARGE: {
    retry: false,
    message: "{path} has {size} bytes; the limit is {limit}. Split it, or raise the limit.",
  },
  DOCUMENT_ENCODING: {
    retry: false,
    message:
      "{path} is not valid UTF-8 (at byte {offset}), nor surely Vietnamese in an older encoding. Convert it to UTF-8.",
  },
  DOCUMENT_FIELDS: {
    retry: false,
    message: "{path} has no field that holds the text (its fields: {fields}). Name it with --map text=FIELD.",
  },
  DOCUMENT_DAMAGED: { retry: false, message: "{path} is damaged or cut short ({reason}). Fetch it again." },
  DOCUMENT_SCANNED: {
    retry: false,
    message:
      "{path} is scanned: its pages are pictures without text ({reason}). To read them: npm install tesseract.js @tesseract.js-data/vie.",
  },
  CONTAINER_DAMAGED: {
    retry: false,
    message: "{path} is damaged or cut short ({reason}). What stands before the fault was read; fetch the rest again.",
  },
  CONTAINER_LIMIT: {
    retry: false,
    message: "{path} goes past a limit ({reason}). What stands before it was read; open the archive by hand.",
  },
  DOCUMENT_TOO_COMPLEX: { retry: false, message: "{path}: {reason}. The limit guards the run; simplify the document." },
  DOCUMENT_LISTING: {
    retry: false,
    message: "{path} is a list of articles, not an article. Give the pages that it links to: {links}",
  },
  ENGINE_UNAVAILABLE: { retry: false, message: "The engine '{engine}' cannot run: {reason}." },
  LLM_UNAUTHORISED: {
    retry: false,
    message: "{model}: the server refuses the key (HTTP {status}: {reason}). Check OPENAI_API_KEY and what it may use.",
  },
  LLM_QUOTA: {
    retry: true,
    message: "{model}: the account has no quota left ({reason}). Top it up or wait, then go on with the same command.",
  },
  LLM_REQUEST_REJECTED: {
    retry: false,
    message: "{model}: the server rejects the request (HTTP {status}: {reason}). Check the model's name and abilities.",
  },
  LLM_CONTEXT_EXCEEDED: {
    retry: false,
    message: "{model}: the request is longer than the model's context ({reason}). Split the document.",
  },
  LLM_RATE_LIMITED: {
    retry: true,
    message: "{model}: too many requests (HTTP {status}: {reason}). Lower the rate limits, or try again later.",
  },
  LLM_SERVER_ERROR: { retry: true, message: "{model}: the server failed (HTTP {status}: {reason}). Try again later." },
  LLM_UNREACHABLE: {
    retry: true,
    message: "{model}: no answer from the server ({reason}). Check OPENAI_BASE_URL and the network.",
  },
  LLM_TIMEOUT: {
    retry: true,
    message: "{model}: no answer within {milliseconds} ms. Try again later, or allow more time.",
  },
  LLM_ABORTED: { retry: true, message: "{model}: the run was stopped before the answer came." },
  LLM_REPLY_UNREADABLE: {
    retry: true,
    message: "{model}: what came back is not a chat completion ({reason}). Check that OPENAI_BASE_URL is such an API.",
  },
  LLM_BUDGET_SPENT: {
    retry: false,
    message:
      "{model}: the next request may cost {worst} USD, but {left} of {limit} USD are left. Raise --budget to go on.",
  },
  LLM_PRICE_UNKNOWN: {
    retry: false,
    message: "The price of {model} is not known, so a budget cannot be kept. Give its price, or use --no-budget.",
  },
  LLM_REPLAY_MISSING: {
    retry: false,
    message: "No recorded reply at {path}. The prompt, the schema or the text has changed: record it again.",
  },
  LLM_REPLAY_INVALID: { retry: false, message: "{path} is not a recorded reply: {reason}. Record it again." },
  LLM_BATCH_FAILED: {
    retry: false,
    message: "{model}: the batch {batch} ended as '{status}' ({reason}). Send what is missing again.",
  },
  LLM_BATCH_WAITING: {
    retry: true,
    message: "{model}: the batch in which this is asked has not ended. Give the same command again to go on.",
  },
  LLM_BATCH_STATE: {
    retry: false,
    message: "{path} does not tell which batches were sent: {reason}. Name another file with --batch-state.",
  },
  PROMPT_INVALID: { retry: false, message: "{path} is not a prompt: {reason}." },
  LLM_REFUSED: {
    retry: false,
    message: "{model} declined to answer ({reason}). Read the document, or ask another model.",
  },
  LLM_FILTERED: {
    retry: false,
    message: "{model}: the provider's content filter held the answer back. Read the document, or ask another model.",
  },
  LLM_EMPTY: { retry: true, message: "{model} gave an empty answer, and again when asked once more. Try again later." },
  LLM_REPLY_INVALID: {
    retry: false,
    message: "{model}: no answer of {attempts} kept to the schema ({reason}). Use a model with strict output.",
  },
  LLM_TRUNCATED: {
    retry: false,
    message: "{model}: the answer about a single sentence was cut. Allow longer answers.",
  },
  RECORD_INVALID: { retry: false, message: "{path} is not a record: {reason}." },
  GOLD_INVALID: { retry: false, message: "{path} is not a gold record: {reason}." },
  OUTPUT_UNWRITABLE: {
    retry: true,
    message: "{path} cannot be written ({reason}). Check the folder and its permissions.",
  },
  RUN_INTERRUPTED: {
    retry: true,
    message: "The run was stopped before all documents were done. The same command goes on where it was.",
  },
  EXTRACT_INTERRUPTED: {
    retry: true,
    message:
      "Stopped before all documents were done; {delivered} are delivered. kyhop run goes on where it was, extract begins anew.",
  },
  JOB_ABANDONED: {
    retry: true,
    message: "{path} was taken up again and again by workers that ended before it did. Look at it with kyhop extract.",
  },
  QUEUE_UNAVAILABLE: {
    retry: true,
    message: "The queue cannot be used ({reason}). Check --redis or KYHOP_REDIS_URL, and that Redis runs.",
  },
  PORT_UNAVAILABLE: {
    retry: true,
    message: "Nothing can be served at {address} ({reason}). Choose another port.",
  },
  STORE_UNAVAILABLE: {
    retry: true,
    message: "The store {store} cannot be used ({reason}). Check --store or KYHOP_DATABASE_URL, and that it runs.",
  },
  INTERNAL: {
    retry: false,
    message: "{path}: an unexpected fault ({reason}). This is a defect of Kyhop; please report it.",
  },
} as const satisfies Record<string, { readonly retry: boolean; readonly message: string }>;

export type ErrorCode = keyof typeof table;

/** A failure with a code; its message says what happened and what to do. */
export class KyhopError extends Error {
  override readonly name = "KyhopError";
  readonly retryable: boolean;

  constructor(
    readonly code: ErrorCode,
    readonly details: Readonly<Record<string, string | number>>,
    options?: { readonly cause?: unknown },
  ) {
    super(
      table[code].message.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? `{${key}}`)),
      options,
    );
    this.retryable = table[code].retry;
  }
}

/** Any fault as one with a code: what has none is a defect of ours, met at `path`. */
export function toKyhopError(error: unknown, path: string): KyhopError {
  if (error instanceof KyhopError) return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new KyhopError("INTERNAL", { path, reason }, { cause: error });
}

/** The system's code at the root of a fault ("ENOENT", "ECONNRESET"), however often it is wrapped (`fetch` does, and so do SDKs). */
export function systemCodeOf(error: unknown): string | null {
  let code: string | null = null;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") code = cause.code;
  }
  return code;
}
