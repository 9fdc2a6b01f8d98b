import { createHash } from "node:crypto";
import type { RawDocument } from "../documents/document.js";
import { runStoppers } from "../engines/llm/model/run-stoppers.js";
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
 * Takes a document from its source into the store, as a record or as the reason why there is none. What the store has
 * under the same extractor, bytes and version is left alone. Where no document could do better (no budget, no quota) the
 * document is left as it was.
 */
export function documentWork<Given extends Job>(work: DocumentWork<Given>): Handler<Given> {
  return async (job, { last }) => {
    const source = job.address;
    const { store, extractor, runId, tell } = work;
    const attempt = (fingerprint: string | null): Attempt => ({
      source,
      fingerprint,
      extractor,
      runId,
      at: work.now().toISOString(),
    });
    let fingerprint: string | null = null;
    try {
      const raw = await work.read(job);
      fingerprint = fingerprintOf(raw, work.version);
      const known = await storing(() => store.find(source, extractor));
      if (known?.fingerprint === fingerprint && !work.redo[known.state]) {
        return tell({ source, state: `${known.state} before` });
      }
      if (!work.admit()) return;
      const record = await work.extract(raw);
      const [saved = "unchanged"] = await storing(() => store.save([{ ...attempt(fingerprint), record }]));
      tell({ source, state: "done", saved, record });
    } catch (thrown) {
      const error = toKyhopError(thrown, source);
      const passing = runStoppers.has(error.code) || error.code === "STORE_UNAVAILABLE" || (error.retryable && !last);
      if (!passing) {
        const failure = { code: error.code, reason: error.message, retryable: error.retryable };
        await storing(() => store.save([{ ...attempt(fingerprint), failure }]));
        tell({ source, state: "failed", error });
      }
      throw error;
    }
  };
}

/** SHA-256 (hex) of what the outcome depends on beside the extractor. */
function fingerprintOf({ bytes, facts, charset }: RawDocument, version: string): string {
  const beside = JSON.stringify([version, facts ?? null, charset ?? null]);
  return createHash("sha256").update(`${beside}\n`).update(bytes).digest("hex");
}

/** @throws KyhopError STORE_UNAVAILABLE whatever the database says */
async function storing<Result>(call: () => Promise<Result>): Promise<Result> {
  try {
    return await call();
  } catch (error) {
    const reason = systemCodeOf(error) ?? String(error);
    throw new KyhopError("STORE_UNAVAILABLE", { store: "of the run", reason }, { cause: error });
  }
}
