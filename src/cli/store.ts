import { existsSync } from "node:fs";
import { type Command, Option } from "commander";
import type { ReplyShelf } from "../engines/llm/model/reply-cache.js";
import { parseReply } from "../engines/llm/model/reply-file.js";
import { storing } from "../runs/document-work.js";
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

export interface ReplyOptions {
  readonly cacheInStore?: boolean;
}

/** Adds the option of keeping a model's replies in the store. */
export const withReplyOption = (command: Command): Command =>
  command.addOption(
    new Option("--cache-in-store", "keep replies in the store, and ask nothing that it holds").conflicts("cache"),
  );

/** Replies in the store, where they are asked for: each process that has the store has them. */
export function repliesIn(store: Store, { cacheInStore }: ReplyOptions): { readonly replies?: ReplyShelf } {
  if (!cacheInStore) return {};
  return {
    replies: {
      async find(key) {
        const json = await storing(() => store.findReply(key));
        return json === null ? null : parseReply(json, `reply ${key} of the store`);
      },
      keep(key, reply) {
        const kept = { model: reply.model, json: JSON.stringify(reply), at: new Date().toISOString() };
        return storing(() => store.keepReply(key, kept));
      },
    },
  };
}

/** Whether there may be something in the store of the options: a file that is not there holds nothing. */
export function isThere(options: StoreOptions, context: Context): boolean {
  const name = nameOf(options, context);
  return /^postgres(?:ql)?:/.test(name) || existsSync(name);
}

function nameOf({ store }: StoreOptions, { config }: Context): string {
  return store ?? config.KYHOP_DATABASE_URL ?? "kyhop.sqlite";
}

/**
 * Works with the store of the options and closes it, however the work ends.
 * @throws KyhopError STORE_UNAVAILABLE
 */
export async function withStore<Result>(
  named: StoreOptions,
  context: Context,
  options: { readonly create: boolean },
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(nameOf(named, context), options);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
