import type { Transaction } from "kysely";
import type { Facts } from "./facts.js";
import type { recordRow } from "./record-row.js";
import type { Schema } from "./schema.js";
import { replacing } from "./statements.js";

export type RecordRow = ReturnType<typeof recordRow>;

/** The steps of saving that databases do each in their own way; all within one transaction. */
export interface Writer {
  /**
   * Writes records, in the order of the rows.
   * @returns what each is by id; one that was the same is not among them
   */
  records(
    database: Transaction<Schema>,
    rows: readonly RecordRow[],
  ): Promise<ReadonlyMap<string, "inserted" | "updated">>;
  addFacts(database: Transaction<Schema>, facts: Facts): Promise<void>;
  /** @param recordIds one at least */
  removeFacts(database: Transaction<Schema>, recordIds: readonly string[]): Promise<void>;
}

/** Writes records that are new, or are another and come from the source whose name comes first. */
export function upsertRecords(database: Transaction<Schema>, rows: readonly RecordRow[]) {
  return database
    .insertInto("records")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet(replacing(rows, ["id"]))
        .whereRef("excluded.digest", "!=", "records.digest")
        .whereRef("excluded.source", "<=", "records.source"),
    )
    .returning("id");
}
