import { type RawBuilder, sql } from "kysely";
import { tables } from "./facts.js";
import { deleteOrphans, upsertDocuments, type Writer } from "./writer.js";

/**
 * One statement a step, for all tables, with the rows of a table as one parameter: the way to the database and back is
 * what takes the time.
 */
export const postgresWriter: Writer = {
  async attempts(database, rows, recordIds) {
    const { rows: existing } = await sql<{ id: string }>`
      with attempts as (${upsertDocuments(database, rows)})
      select id from records where id = any(${sql.val(recordIds)})`.execute(database);
    return new Set(existing.map(({ id }) => id));
  },

  async clear(database, recordIds, sources) {
    // as one array, which an index is searched for; alternatives would read whole tables
    const ids = sql`any(${sql.val(recordIds)}::text[] || array(select id from orphans))`;
    const deletes = tables.map((table) => sql`delete from ${sql.table(table)} where record_id = ${ids}`);
    await sql`with orphans as (${deleteOrphans(database, sources)}), ${together(deletes)} select 1`.execute(database);
  },

  async add(database, facts) {
    const filled = tables.filter((table) => facts[table].length > 0);
    if (filled.length === 0) return;
    const inserts = filled.map((table) => {
      const name = sql.table(table);
      const rows = sql.val(JSON.stringify(facts[table]));
      return sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${rows}::json)`;
    });
    await sql`with ${together(inserts)} select 1`.execute(database);
  },
};

/** Statements that do not concern one another, as parts of one. */
function together(statements: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(statements.map((statement, n) => sql`${sql.raw(`s${n}`)} as (${statement})`));
}
