import { join } from "node:path";
import { KyhopError } from "../../../errors.js";
import type { ChatModel, ChatReply, ChatRequest, Finish } from "./model.js";
import { type ReplyFile, readReplyFile, replyOf, writeReplyFile } from "./reply-file.js";
import { parameters } from "./request-body.js";
import { requestKey } from "./request-key.js";

/** Other endings (refused, filtered, empty) may end otherwise when they are asked again. */
const kept: readonly Finish[] = ["stop", "length"];

/** Where replies are kept by the names of their requests. */
export interface ReplyShelf {
  /** @throws KyhopError LLM_REPLAY_INVALID where what is kept is no reply; it is then asked for and kept anew */
  find(key: string): Promise<ReplyFile | null>;
  keep(key: string, reply: ReplyFile): Promise<void>;
}

/** A file a reply. */
export function folderShelf(folder: string): ReplyShelf {
  const pathOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  return { find: (key) => readReplyFile(pathOf(key)), keep: (key, reply) => writeReplyFile(pathOf(key), reply) };
}

/**
 * The model, asked only what it has not been asked before. Replies are kept by the content of their request: prompt,
 * schema, model and parameters. The same request asked twice at one time is made once.
 */
export function withReplyCache(model: ChatModel, shelf: ReplyShelf): ChatModel {
  const underway = new Map<string, Promise<ChatReply>>();

  async function lookUpOrAsk(request: ChatRequest, key: string): Promise<ChatReply> {
    const known = await shelf.find(key).catch(missWhereInvalid);
    if (known) return replyOf(known, request);
    const reply = await model.ask(request);
    if (kept.includes(reply.finish)) await shelf.keep(key, { model: model.name, reply });
    return reply;
  }

  return {
    name: model.name,
    ask: (request) => {
      const key = requestKey(request, model.name, parameters);
      const asked = underway.get(key) ?? lookUpOrAsk(request, key).finally(() => underway.delete(key));
      underway.set(key, asked);
      return asked;
    },
  };
}

/** What cannot be read is asked for and written anew. */
function missWhereInvalid(error: unknown): null {
  if (error instanceof KyhopError && error.code === "LLM_REPLAY_INVALID") return null;
  throw error;
}
