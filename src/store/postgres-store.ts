import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { KyhopError, systemCodeOf } from "../errors.js";
import { keepingPlans } from "./kept-plans.js";
import { KyselyStore } from "./kysely-store.js";
import { migrate } from "./migrate.js";
import { postgresWriter } from "./postgres-writer.js";
import type { Schema } from "./schema.js";
import type { Store } from "./store.js";

/** Connections of one process. */
const connections = 4;

/**
 * The store in a PostgreSQL database.
 * @param url `postgres://…`; its search path says in which schema the tables stand
 * @throws KyhopError STORE_UNAVAILABLE, which does not tell the URL: it may hold a password
 */
export async function openPostgresStore(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // a connection that breaks between two statements fails the next one, and is replaced; by itself it ends no process
  pool.on("error", () => {});
  pool.on("connect", (connection) => connection.on("error", () => {}));
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: keepingPlans(pool) }) });
  try {
    await migrate(database);
    return new KyselyStore(database, postgresWriter);
  } catch (error) {
    await database.destroy();
    const reason = systemCodeOf(error) ?? String(error);
    throw new KyhopError("STORE_UNAVAILABLE", { store: "PostgreSQL", reason }, { cause: error });
  }
}
