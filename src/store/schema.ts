import type { FactRows, FactTable } from "../records/tables.js";
import type { recordRow } from "./record-row.js";

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
} & { readonly [Table in FactTable]: FactRow<Table> };
