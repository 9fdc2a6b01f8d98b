import { join } from "node:path";
import { KyhopError } from "../../../errors.js";
import type { ChatModel, ChatReply, ChatRequest, Finish } from "./model.js";
import { readReplyFile, replyOf, writeReplyFile } from "./reply-file.js";
import { parameters } from "./request-body.js";
import { requestKey } from "./request-key.js";

/** Other endings (refused, filtered, empty) may end otherwise when they are asked again. */
const kept: readonly Finish[] = ["stop", "length"];

/**
 * The model, asked only what it has not been asked before. Replies are files by the content of their request: prompt,
 * schema, model and parameters. The same request asked twice at one time is made once.
 */
export function withReplyCache(model: ChatModel, folder: string): ChatModel {
  const underway = new Map<string, Promise<ChatReply>>();

  async function lookUpOrAsk(request: ChatRequest, key: string): Promise<ChatReply> {
    const path = join(folder, key.slice(0, 2), `${key}.json`);
    const known = await readReplyFile(path).catch(missWhereInvalid);
    if (known) return replyOf(known, request);
    const reply = await model.ask(request);
    if (kept.includes(reply.finish)) await writeReplyFile(path, { model: model.name, reply });
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

/** A file that cannot be read is asked for and written anew. */
function missWhereInvalid(error: unknown): null {
  if (error instanceof KyhopError && error.code === "LLM_REPLAY_INVALID") return null;
  throw error;
}
