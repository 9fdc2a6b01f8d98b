import type { Command } from "commander";
import { openStore } from "../store/open-store.js";
import type { Store } from "../store/store.js";
import type { Context } from "./context.js";

/** What says where the store is. */
export interface StoreOptions {
  readonly store?: string;
}

/** Adds the option of the store to a command. */
export const withStoreOption = (command: Command): Command =>
  command.option(
    "--store <file|url>",
    "a SQLite file or postgres://… (default: KYHOP_DATABASE_URL, else kyhop.sqlite)",
  );

/**
 * Works with the store of the options and closes it, however the work ends.
 * @throws KyhopError STORE_UNAVAILABLE
 */
export async function withStore<Result>(
  { store: name }: StoreOptions,
  { config }: Context,
  options: { readonly create: boolean },
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(name ?? config.KYHOP_DATABASE_URL ?? "kyhop.sqlite", options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
