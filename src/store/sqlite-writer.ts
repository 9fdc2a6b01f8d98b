import { tables } from "./facts.js";
import { portions } from "./statements.js";
import { upsertRecords, type Writer } from "./writer.js";

/** A statement a table, with a cell a parameter: SQLite is in this process, and quick to reach. */
export const sqliteWriter: Writer = {
  async records(database, rows) {
    const ids = rows.map(({ id }) => id);
    // nobody else writes while this transaction does
    const existing = await database.selectFrom("records").select("id").where("id", "in", ids).execute();
    const known = new Set(existing.map(({ id }) => id));
    const written = new Map<string, "inserted" | "updated">();
    for (const some of portions(rows)) {
      const changed = await upsertRecords(database, some).execute();
      for (const { id } of changed) written.set(id, known.has(id) ? "updated" : "inserted");
    }
    return written;
  },

  async addFacts(database, facts) {
    for (const table of tables) {
      for (const some of portions<object>(facts[table])) {
        await database
          .insertInto(table)
          .values(some as never)
          .execute();
      }
    }
  },

  async removeFacts(database, recordIds) {
    for (const table of tables) await database.deleteFrom(table).where("record_id", "in", recordIds).execute();
  },
};
