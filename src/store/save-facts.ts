import type { Transaction } from "kysely";
import type { Record } from "../records/record.js";
import { recordId } from "../records/record-id.js";
import { type Cell, type FactTable, factRows, factTables } from "../records/tables.js";
import type { Schema } from "./schema.js";
import { portions } from "./statements.js";

const tables = Object.keys(factTables) as readonly FactTable[];

/** Writes the facts of records that have none yet. */
export async function saveFacts(database: Transaction<Schema>, records: readonly Record[]): Promise<void> {
  const facts = records.map((record) => ({ id: recordId(record), rows: factRows(record) }));
  for (const table of tables) {
    const rows = facts.flatMap(({ id, rows }) => rows[table].map((row) => ({ record_id: id, ...kept(row) })));
    // what the cells are is known of each table alone, not of any of them
    for (const some of portions(rows))
      await database
        .insertInto(table)
        .values(some as never)
        .execute();
  }
}

export async function removeFacts(database: Transaction<Schema>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of tables) await database.deleteFrom(table).where("record_id", "in", ids).execute();
}

function kept(row: Readonly<{ [column: string]: Cell }>) {
  const cells = Object.entries(row).map(([column, cell]) => [column, typeof cell === "boolean" ? Number(cell) : cell]);
  return Object.fromEntries(cells);
}
