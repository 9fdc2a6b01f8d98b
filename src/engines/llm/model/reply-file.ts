import { readFile } from "node:fs/promises";
import { z } from "zod";
import { KyhopError, systemCodeOf } from "../../../errors.js";
import type { ChatReply, ChatRequest } from "./model.js";
import { estimateUsage } from "./tokens.js";
import { writeWhole } from "./whole-file.js";

const count = z.int().nonnegative();

/** A reply on disk, with the model that gave it. One that is written by hand needs no more than its text. */
export const ReplyFile = z.strictObject({
  model: z.string(),
  reply: z.strictObject({
    text: z.string(),
    usage: z.strictObject({ input: count, output: count, cached: count }).optional(),
    costUsd: z.number().nonnegative().default(0),
    finish: z.enum(["stop", "length", "refusal", "content_filter", "empty"]).default("stop"),
    leniency: z.enum(["strict", "json", "tolerant"]).default("strict"),
  }),
});
export type ReplyFile = z.infer<typeof ReplyFile>;

/**
 * @returns `null` where there is no file
 * @throws KyhopError LLM_REPLAY_INVALID
 */
export async function readReplyFile(path: string): Promise<ReplyFile | null> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    if (systemCodeOf(error) === "ENOENT") return null;
    throw new KyhopError("LLM_REPLAY_INVALID", { path, reason: systemCodeOf(error) ?? String(error) });
  }
  return parseReply(content, path);
}

/**
 * @param path what it is called where it is no reply
 * @throws KyhopError LLM_REPLAY_INVALID
 */
export function parseReply(content: string, path: string): ReplyFile {
  try {
    return ReplyFile.parse(JSON.parse(content));
  } catch (error) {
    const where = error instanceof z.ZodError ? error.issues[0]?.path.join(".") : "not JSON";
    throw new KyhopError("LLM_REPLAY_INVALID", { path, reason: where || "not an object" });
  }
}

/** The reply of a file; the tokens of one without usage are counted. */
export async function replyOf({ reply }: ReplyFile, request: ChatRequest): Promise<ChatReply> {
  return { ...reply, usage: reply.usage ?? (await estimateUsage(request, reply.text)) };
}

/** @throws KyhopError OUTPUT_UNWRITABLE */
export const writeReplyFile = (path: string, file: ReplyFile): Promise<void> => writeWhole(path, file);
