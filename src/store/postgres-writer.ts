import { type RawBuilder, sql } from "kysely";
import { tables } from "./facts.js";
import { portions } from "./statements.js";
import { upsertRecords, type Writer } from "./writer.js";

/**
 * One statement a step, for all tables, with the rows of a table as one parameter: the way to the database and back is
 * what takes the time.
 */
export const postgresWriter: Writer = {
  async records(database, rows) {
    const written = new Map<string, "inserted" | "updated">();
    for (const some of portions(rows)) {
      // a row that this statement made was changed by no transaction; asking before would miss what others save meanwhile
      const changed = await upsertRecords(database, some).returning(sql<boolean>`xmax = 0`.as("isNew")).execute();
      for (const { id, isNew } of changed) written.set(id, isNew ? "inserted" : "updated");
    }
    return written;
  },

  async addFacts(database, facts) {
    const filled = tables.filter((table) => facts[table].length > 0);
    if (filled.length === 0) return;
    const inserts = filled.map((table) => {
      const name = sql.table(table);
      const rows = sql.val(JSON.stringify(facts[table]));
      return sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${rows}::json)`;
    });
    await together(inserts).execute(database);
  },

  async removeFacts(database, recordIds) {
    const deletes = tables.map(
      (table) => sql`delete from ${sql.table(table)} where record_id = any(${sql.val(recordIds)}::text[])`,
    );
    await together(deletes).execute(database);
  },
};

/** Statements that do not concern one another, in one. */
function together(statements: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const parts = statements.map((statement, n) => sql`${sql.raw(`s${n}`)} as (${statement})`);
  return sql`with ${sql.join(parts)} select 1`;
}
