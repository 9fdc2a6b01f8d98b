/**
 * Every failure that a user can meet, in one table: what happened and what to do.
 * `retry` says whether the same work may succeed later; runs and queues decide by it.
 */
const table = {
  USAGE: { retry: false, message: "{reason}" },
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
    message: "{path} is not valid UTF-8 (at byte {offset}). Convert it to UTF-8 first.",
  },
  DOCUMENT_TOO_COMPLEX: { retry: false, message: "{path}: {reason}. The limit guards the run; simplify the document." },
  DOCUMENT_LISTING: {
    retry: false,
    message: "{path} is a list of articles, not an article. Give the pages that it links to.",
  },
  ENGINE_UNAVAILABLE: { retry: false, message: "The engine '{engine}' cannot run: {reason}." },
  RECORD_INVALID: { retry: false, message: "{path} is not a record: {reason}." },
  GOLD_INVALID: { retry: false, message: "{path} is not a gold record: {reason}." },
  OUTPUT_UNWRITABLE: {
    retry: true,
    message: "{path} cannot be written ({reason}). Check the folder and its permissions.",
  },
  INTERNAL: {
    retry: false,
    message: "{path}: an unexpected fault ({reason}). This is a defect of Kyhop; please report it.",
  },
} as const satisfies Record<string, { readonly retry: boolean; readonly message: string }>;

export type ErrorCode = keyof typeof table;

/** All codes, for documentation and tests. */
export const errorCodes = Object.keys(table) as readonly ErrorCode[];

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
