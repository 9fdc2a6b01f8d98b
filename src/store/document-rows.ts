import { recordId } from "../records/record-id.js";
import type { DocumentRow } from "./schema.js";
import type { Outcome } from "./store.js";

/** How the last attempts at documents ended; of two at one document the later counts. */
export function documentRows(outcomes: readonly Outcome[]): readonly DocumentRow[] {
  const latest = new Map(outcomes.map((one) => [JSON.stringify([one.source, one.extractor]), documentRow(one)]));
  // all who save lock rows in one order
  return [...latest].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

function documentRow(outcome: Outcome): DocumentRow {
  const { source, extractor, fingerprint, runId, at } = outcome;
  const failure = "failure" in outcome ? outcome.failure : null;
  return {
    source,
    extractor,
    fingerprint,
    state: failure ? "failed" : "done",
    record_id: "record" in outcome ? recordId(outcome.record) : null,
    code: failure?.code ?? null,
    reason: failure?.reason ?? null,
    retry: failure?.retryable ? 1 : 0,
    run_id: runId,
    updated_at: at,
  };
}
