import { type Kysely, Migrator } from "kysely";
import { migrations } from "./migrations/index.js";

/**
 * Brings a database's schema up to date.
 * @throws what the database says
 */
export async function migrate<Schema>(database: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
