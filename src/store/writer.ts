import type { Transaction } from "kysely";
import type { Facts } from "./facts.js";
import type { DocumentRow, Schema } from "./schema.js";
import { replacing } from "./statements.js";

/** The steps of saving that databases do each in their own way; all within one transaction. */
export interface Writer {
  /**
   * Writes how attempts ended, in the order of the rows.
   * @returns which of the records are there
   */
  attempts(
    database: Transaction<Schema>,
    rows: readonly DocumentRow[],
    recordIds: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** Takes away the facts of records that are given by id, and the records of the sources that no document gives any more. */
  clear(database: Transaction<Schema>, recordIds: readonly string[], sources: readonly string[]): Promise<void>;
  add(database: Transaction<Schema>, facts: Facts): Promise<void>;
}

export function upsertDocuments(database: Transaction<Schema>, rows: readonly DocumentRow[]) {
  return database
    .insertInto("documents")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["source", "extractor"]).doUpdateSet(replacing(rows, ["source", "extractor"])),
    );
}

/** What the sources gave when they read otherwise, and no source gives any more. */
export function deleteOrphans(database: Transaction<Schema>, sources: readonly string[]) {
  return database
    .deleteFrom("records")
    .where("source", "in", sources)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("documents").select("source").whereRef("documents.record_id", "=", "records.id"))),
    )
    .returning("id");
}
