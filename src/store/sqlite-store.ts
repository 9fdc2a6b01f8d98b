import Sqlite from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { KyhopError, systemCodeOf } from "../errors.js";
import { KyselyStore } from "./kysely-store.js";
import { migrate } from "./migrate.js";
import type { Schema } from "./schema.js";
import { sqliteWriter } from "./sqlite-writer.js";
import type { Store } from "./store.js";

/** How long a writer waits for another process, in milliseconds. */
const patience = 30_000;

/**
 * The store in a SQLite file.
 * @throws KyhopError STORE_UNAVAILABLE
 */
export async function openSqliteStore(path: string, { create }: { readonly create: boolean }): Promise<Store> {
  try {
    const file = new Sqlite(path, { timeout: patience, fileMustExist: !create });
    file.pragma("journal_mode = WAL");
    // with WAL a killed process loses nothing, and a power cut at most the last transactions; the file stays whole
    file.pragma("synchronous = NORMAL");
    const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
    await alone(file, () => migrate(database));
    return new KyselyStore(database, sqliteWriter);
  } catch (error) {
    const reason = systemCodeOf(error) ?? String(error);
    throw new KyhopError("STORE_UNAVAILABLE", { store: path, reason }, { cause: error });
  }
}

/** Keeps other processes from changing the schema at the same time. */
async function alone(file: Sqlite.Database, change: () => Promise<void>): Promise<void> {
  file.exec("BEGIN IMMEDIATE");
  try {
    await change();
    file.exec("COMMIT");
  } catch (error) {
    file.exec("ROLLBACK");
    throw error;
  }
}
