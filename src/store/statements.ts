import { type RawBuilder, sql } from "kysely";

/** Cells of one statement: PostgreSQL counts them up to 65,535, SQLite up to 32,766. */
const mostCells = 30_000;

/** Rows in portions that one statement can hold. */
export function* portions<Row extends object>(rows: readonly Row[]): Generator<readonly Row[]> {
  const size = Math.floor(mostCells / Math.max(1, Object.keys(rows[0] ?? {}).length));
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** What an insert sets where the row is there already: each column but those of the key becomes what was to be inserted. */
export function replacing<Row extends object, Key extends keyof Row>(rows: readonly Row[], key: readonly Key[]) {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column as Key));
  const values = columns.map((column) => [column, sql`${sql.ref(`excluded.${column}`)}`]);
  return Object.fromEntries(values) as { [Column in Exclude<keyof Row, Key>]: RawBuilder<Row[Column]> };
}
