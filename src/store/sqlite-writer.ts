import { tables } from "./facts.js";
import { portions } from "./statements.js";
import { deleteOrphans, upsertDocuments, type Writer } from "./writer.js";

/** A statement a table, with a cell a parameter: SQLite is in this process, and quick to reach. */
export const sqliteWriter: Writer = {
  async attempts(database, rows, recordIds) {
    for (const some of portions(rows)) await upsertDocuments(database, some).execute();
    if (recordIds.length === 0) return new Set();
    const existing = await database.selectFrom("records").select("id").where("id", "in", recordIds).execute();
    return new Set(existing.map(({ id }) => id));
  },

  async clear(database, recordIds, sources) {
    const orphans = await deleteOrphans(database, sources).execute();
    const ids = [...recordIds, ...orphans.map(({ id }) => id)];
    if (ids.length === 0) return;
    for (const table of tables) await database.deleteFrom(table).where("record_id", "in", ids).execute();
  },

  async add(database, facts) {
    for (const table of tables) {
      for (const some of portions<object>(facts[table])) {
        await database
          .insertInto(table)
          .values(some as never)
          .execute();
      }
    }
  },
};
