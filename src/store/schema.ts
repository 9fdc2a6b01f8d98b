import type { FactRows, FactTable } from "../records/tables.js";
import type { recordRow } from "./record-row.js";
import type { Review } from "./review.js";

/** A document as a source gave it: the last attempt of an extractor at it. */
export interface DocumentRow {
  readonly source: string;
  readonly extractor: string;
  readonly fingerprint: string | null;
  readonly state: "done" | "failed";
  readonly record_id: string | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly retry: Truth;
  readonly run_id: string;
  readonly updated_at: string;
}

export interface RunRow {
  readonly id: string;
  readonly extractor: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  /** why it ended before its documents did */
  readonly stopped: string | null;
}

/** A reply of a model, by the name of its request. */
export interface ReplyRow {
  readonly key: string;
  readonly model: string;
  readonly json: string;
  readonly kept_at: string;
}

export interface ReviewRow {
  readonly id: string;
  readonly document_id: string;
  readonly record_id: string;
  readonly path: string;
  readonly verdict: Review["verdict"];
  readonly correction: string | null;
  readonly note: string | null;
  readonly reviewer: string | null;
  readonly reviewed_at: string;
}

/** SQLite has no truth values: 1 and 0 in both databases. */
export type Truth = 0 | 1;
type Kept<Value> = Value extends boolean ? Truth : Value;

/** A row of facts as it is kept: with the id of its record. */
export type FactRow<Table extends FactTable> = { readonly record_id: string } & {
  readonly [Column in keyof FactRows[Table][number]]: Kept<FactRows[Table][number][Column]>;
};

/** The tables by name, as the migrations leave them. */
export type Schema = {
  readonly runs: RunRow;
  readonly documents: DocumentRow;
  readonly records: ReturnType<typeof recordRow>;
  readonly replies: ReplyRow;
  readonly reviews: ReviewRow;
} & { readonly [Table in FactTable]: FactRow<Table> };
