import { join } from "node:path";
import { KyhopError } from "../../../errors.js";
import type { ChatModel, ChatRequest } from "./model.js";
import { readReplyFile, replyOf, writeReplyFile } from "./reply-file.js";
import { requestKey } from "./request-key.js";

/** Where the reply to a request is kept: by prompt and schema, whatever the model. */
export function recordingPath(folder: string, request: ChatRequest): string {
  return join(folder, `${requestKey(request)}.json`);
}

/** The model, with every reply written down as it comes, so that it can be replayed. */
export function recording(model: ChatModel, folder: string): ChatModel {
  return {
    name: model.name,
    ask: async (request) => {
      const reply = await model.ask(request);
      await writeReplyFile(recordingPath(folder, request), { model: model.name, reply });
      return reply;
    },
  };
}

/**
 * Recorded replies in place of a model: no key, no network.
 * @param name the model that the records name; give the recorded one to get the same records
 * @throws from `ask`: KyhopError LLM_REPLAY_MISSING, LLM_REPLAY_INVALID
 */
export function replaying(folder: string, name = "replay"): ChatModel {
  return {
    name,
    ask: async (request) => {
      const path = recordingPath(folder, request);
      const file = await readReplyFile(path);
      if (!file) throw new KyhopError("LLM_REPLAY_MISSING", { path, key: requestKey(request) });
      return replyOf(file, request);
    },
  };
}
