import type { Record } from "../records/record.js";
import { recordId } from "../records/record-id.js";
import { type Cell, type FactTable, factRows, factTables } from "../records/tables.js";
import type { FactRow } from "./schema.js";

/** The tables of facts, by name. */
export const tables = Object.keys(factTables) as readonly FactTable[];

/** Rows by table, as they are kept. */
export type Facts = { readonly [Table in FactTable]: readonly FactRow<Table>[] };

/** The facts of records. */
export function factsOf(records: readonly Record[]): Facts {
  const facts = records.map((record) => ({ id: recordId(record), rows: factRows(record) }));
  const rowsOf = (table: FactTable) =>
    facts.flatMap(({ id, rows }) => rows[table].map((row) => ({ record_id: id, ...kept(row) })));
  // what the cells are is known of each table alone, not of any of them
  return Object.fromEntries(tables.map((table) => [table, rowsOf(table)])) as unknown as Facts;
}

function kept(row: Readonly<{ [column: string]: Cell }>) {
  const cells = Object.entries(row).map(([column, cell]) => [column, typeof cell === "boolean" ? Number(cell) : cell]);
  return Object.fromEntries(cells);
}
