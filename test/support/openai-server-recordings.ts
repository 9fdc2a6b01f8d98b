import { recordingPath } from "../../src/engines/llm/model/record-replay.js";
import { readReplyFile } from "../../src/engines/llm/model/reply-file.js";
import type { ChatBody } from "./openai-server-bodies.js";

/** Answers for the test server from recorded replies, found by what was asked under a strict schema. */
export function answersFrom(folder: string): (body: ChatBody) => Promise<string> {
  return async (body) => {
    const [system, user] = body.messages;
    const schema = body.response_format?.json_schema;
    const request = {
      system: system?.content ?? "",
      user: user?.content ?? "",
      schema: { name: schema?.name ?? "", json: schema?.schema ?? {} },
      maxOutputTokens: body.max_completion_tokens ?? 0,
    };
    const path = recordingPath(folder, request);
    const file = await readReplyFile(path);
    if (!file) throw new Error(`no recorded reply at ${path}`);
    return file.reply.text;
  };
}
