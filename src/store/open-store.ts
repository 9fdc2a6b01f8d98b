import { openPostgresStore } from "./postgres-store.js";
import { openSqliteStore } from "./sqlite-store.js";
import type { Store } from "./store.js";

/**
 * The store that a name stands for: `postgres://…` a PostgreSQL database, anything else the path of a SQLite file.
 * @param options `create` makes the file where there is none; a database must be there
 * @throws KyhopError STORE_UNAVAILABLE
 */
export function openStore(name: string, options: { readonly create: boolean }): Promise<Store> {
  return /^postgres(?:ql)?:\/\//.test(name) ? openPostgresStore(name) : openSqliteStore(name, options);
}
