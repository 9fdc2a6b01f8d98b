import { type Kysely, type Migration, PostgresAdapter, sql } from "kysely";

/** Replies of models, so that none is paid for twice, and what people said of records. */
export const repliesAndReviews: Migration = {
  async up(database: Kysely<unknown>) {
    const onPostgres = database.getExecutor().adapter instanceof PostgresAdapter;
    const name = sql.raw(onPostgres ? 'text collate "C"' : "text");
    await database.schema
      .createTable("replies")
      .addColumn("key", name, (column) => column.notNull().primaryKey())
      .addColumn("model", "text", (column) => column.notNull())
      .addColumn("json", "text", (column) => column.notNull())
      .addColumn("kept_at", "text", (column) => column.notNull())
      .execute();
    await database.schema
      .createTable("reviews")
      .addColumn("id", name, (column) => column.notNull().primaryKey())
      // of the text: a review outlives the record that a new prompt replaces
      .addColumn("document_id", name, (column) => column.notNull())
      .addColumn("record_id", name, (column) => column.notNull())
      .addColumn("path", "text", (column) => column.notNull())
      .addColumn("verdict", "text", (column) => column.notNull())
      .addColumn("correction", "text")
      .addColumn("note", "text")
      .addColumn("reviewer", "text")
      .addColumn("reviewed_at", name, (column) => column.notNull())
      .execute();
    await database.schema
      .createIndex("reviews_of_document")
      .on("reviews")
      .columns(["document_id", "reviewed_at"])
      .execute();
  },
};
