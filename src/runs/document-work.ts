import { createHash } from "node:crypto";
import { SpanKind } from "@opentelemetry/api";
import type { RawDocument } from "../documents/document.js";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
import { inSpan } from "../engines/tracing.js";
import { KyhopError, systemCodeOf, toKyhopError } from "../errors.js";
import type { Record } from "../records/record.js";
import type { Attempt, Saved, Store } from "../store/store.js";
import type { Handler, Job } from "./queue.js";

/** How a document's turn ended. */
export type Ended = { readonly source: string } & (
  | { readonly state: "done"; readonly saved: Saved; readonly record: Record }
  | { readonly state: "failed"; readonly error: KyhopError }
  /** it had ended so before, and nothing that it depends on has changed */
  | { readonly state: "done before" | "failed before" }
);

export interface DocumentWork<Given extends Job> {
  readonly store: Store;
  /** see `Attempt.extractor` */
  readonly extractor: string;
  /** of Kyhop: another one works on everything anew */
  readonly version: string;
  readonly runId: string;
  readonly now: () => Date;
  readonly read: (job: Given) => Promise<RawDocument>;
  readonly extract: (raw: RawDocument) => Promise<Record>;
  /** documents in these states are worked on although nothing has changed */
  readonly redo: { readonly done: boolean; readonly failed: boolean };
  /** asked before a document is worked on; `false` leaves it as it is */
  readonly admit: () => boolean;
  readonly tell: (ended: Ended) => void;
}

/**
 * Takes documents from their sources into the store, as records or as the reasons why there are none. What the store has
 * under the same extractor, bytes and version is left alone. Where no document could do better (no budget, no quota) a
 * document is left as it was.
 */
export function documentWork<Given extends Job>(work: DocumentWork<Given>): Handler<Given> {
  const { store, extractor, runId, tell } = work;
  const attemptAt = (source: string, fingerprint: string | null): Attempt => {
    return { source, fingerprint, extractor, runId, at: work.now().toISOString() };
  };

  async function fail(attempt: Attempt, error: KyhopError): Promise<void> {
    const failure = { code: error.code, reason: error.message, retryable: error.retryable };
    await storing(() => store.save([{ ...attempt, failure }]));
    tell({ source: attempt.source, state: "failed", error });
  }

  async function take(job: Given, last: boolean): Promise<Ended | null> {
    const source = job.address;
    let fingerprint: string | null = null;
    try {
      const raw = await inSpan("read", {}, () => work.read(job));
      fingerprint = fingerprintOf(raw, work.version);
      const before = await endedBefore(source, fingerprint, work);
      if (before) return { source, state: `${before} before` };
      if (!work.admit()) return null;
      const record = await inSpan("extract", {}, () => work.extract(raw));
      const outcome = { ...attemptAt(source, fingerprint), record };
      const [saved = "unchanged"] = await inSpan("save", {}, () => storing(() => store.save([outcome])));
      return { source, state: "done", saved, record };
    } catch (thrown) {
      const error = toKyhopError(thrown, source);
      const left = runStoppers.has(error.code) || error.code === "STORE_UNAVAILABLE" || (error.retryable && !last);
      if (!left) await fail(attemptAt(source, fingerprint), error);
      throw error;
    }
  }

  return {
    handle: (job, { last }) =>
      inSpan("document", { kind: SpanKind.CONSUMER, attributes: { "kyhop.source": job.address } }, async (span) => {
        const ended = await take(job, last);
        span.setAttribute("kyhop.state", ended?.state ?? "left");
        if (ended) tell(ended);
      }),
    abandon: (job, error) => fail(attemptAt(job.address, null), error),
  };
}

/** What decides whether a document is left alone. */
export type Known = Pick<DocumentWork<Job>, "store" | "extractor" | "redo">;

/** How a document has ended that is not to be worked on again; `null` for one that is. */
export async function endedBefore(
  source: string,
  fingerprint: string,
  { store, extractor, redo }: Known,
): Promise<"done" | "failed" | null> {
  const known = await storing(() => store.find(source, extractor));
  return known?.fingerprint === fingerprint && !redo[known.state] ? known.state : null;
}

/** SHA-256 (hex) of what the outcome depends on beside the extractor. */
export function fingerprintOf({ bytes, facts, charset }: RawDocument, version: string): string {
  const beside = JSON.stringify([version, facts ?? null, charset ?? null]);
  return createHash("sha256").update(`${beside}\n`).update(bytes).digest("hex");
}

/**
 * A call to the store of a run.
 * @throws KyhopError STORE_UNAVAILABLE whatever the database says
 */
export async function storing<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const reason = systemCodeOf(error) ?? String(error);
    throw new KyhopError("STORE_UNAVAILABLE", { store: "of the run", reason }, { cause: error });
  }
}
