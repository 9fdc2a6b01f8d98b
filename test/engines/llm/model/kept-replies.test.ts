import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { connectModel } from "../../../../src/engines/llm/model/connect.js";
import { openAiModel } from "../../../../src/engines/llm/model/openai-model.js";
import { recording, recordingPath, replaying } from "../../../../src/engines/llm/model/record-replay.js";
import { folderShelf, withReplyCache } from "../../../../src/engines/llm/model/reply-cache.js";
import { temporaryFolder } from "../../../support/folders.js";
import { answersFrom } from "../../../support/openai-server-recordings.js";
import { failureOf, requestAbout, scripted, serverFor } from "./requests.js";

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe("the cache", () => {
  test("answers what was asked before without a request, after a restart too", async () => {
    const cache = folderShelf(temporaryFolder());
    const { server, at } = await serverFor({ answer: () => '{"ids":["n1"]}' });
    const first = await connectModel({ ...at, cache }).ask(requestAbout("a"));
    const again = await connectModel({ ...at, cache }).ask(requestAbout("a"));
    expect(again).toEqual(first);
    expect(server.requests).toHaveLength(1);
  });

  test("asks again for another text, schema, bound or model", async () => {
    const folder = temporaryFolder();
    const { model, asked } = scripted(() => ({}));
    const request = requestAbout("a");
    const others = [
      requestAbout("b"),
      { ...request, maxOutputTokens: 200 },
      { ...request, schema: { ...request.schema, json: { type: "object" } } },
    ];
    for (const one of [request, ...others]) await withReplyCache(model, folderShelf(folder)).ask(one);
    await withReplyCache({ ...model, name: "other" }, folderShelf(folder)).ask(request);
    expect(asked).toHaveLength(5);
  });

  test("makes one request of two that are asked together", async () => {
    const { model, asked } = scripted(() => ({}));
    const cached = withReplyCache(model, folderShelf(temporaryFolder()));
    await Promise.all([cached.ask(requestAbout("a")), cached.ask(requestAbout("a"))]);
    expect(asked).toHaveLength(1);
  });

  test.each(["refusal", "content_filter", "empty"] as const)(
    "does not keep an answer that ended as %s",
    async (finish) => {
      const { model, asked } = scripted(() => ({ finish }));
      const cached = withReplyCache(model, folderShelf(temporaryFolder()));
      await cached.ask(requestAbout("a"));
      await cached.ask(requestAbout("a"));
      expect(asked).toHaveLength(2);
    },
  );

  test("writes a broken file anew", async () => {
    const folder = temporaryFolder();
    const { model, asked } = scripted(() => ({}));
    await withReplyCache(model, folderShelf(folder)).ask(requestAbout("a"));
    const [file = ""] = await filesIn(folder);
    await writeFile(file, "{");
    await withReplyCache(model, folderShelf(folder)).ask(requestAbout("a"));
    await withReplyCache(model, folderShelf(folder)).ask(requestAbout("a"));
    expect(asked).toHaveLength(2);
  });
});

describe("record and replay", () => {
  test("a recorded reply comes back without a model", async () => {
    const folder = temporaryFolder();
    const { server, at } = await serverFor({ answer: () => '{"ids":["n1"]}' });
    const recorded = await recording(openAiModel(at), folder).ask(requestAbout("a"));
    await server.close();
    expect(await replaying(folder, "gpt-4.1-mini").ask(requestAbout("a"))).toEqual(recorded);
    expect((await filesIn(folder)).every((file) => file.endsWith(".json"))).toBe(true);
  });

  test("a reply that is missing says where it was looked for", async () => {
    const folder = temporaryFolder();
    const error = await failureOf(replaying(folder).ask(requestAbout("a")));
    expect(error.code).toBe("LLM_REPLAY_MISSING");
    expect(error.message).toContain(recordingPath(folder, requestAbout("a")));
    expect(error.details["key"]).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a reply written by hand needs its text only; its tokens are counted", async () => {
    const folder = temporaryFolder();
    const path = recordingPath(folder, requestAbout("a"));
    await writeFile(path, JSON.stringify({ model: "by hand", reply: { text: '{"ids":[]}' } }));
    const reply = await replaying(folder).ask(requestAbout("a"));
    expect(reply).toMatchObject({ text: '{"ids":[]}', finish: "stop", costUsd: 0 });
    expect(reply.usage.input).toBeGreaterThan(20);
    expect(reply.usage.output).toBeGreaterThan(2);
  });

  test("a file that is no reply is told with its fault", async () => {
    const folder = temporaryFolder();
    await writeFile(recordingPath(folder, requestAbout("a")), '{"model":"m","reply":{}}');
    const error = await failureOf(replaying(folder).ask(requestAbout("a")));
    expect(error.code).toBe("LLM_REPLAY_INVALID");
    expect(error.message).toContain("reply.text");
  });

  test("the test server answers from recordings", async () => {
    const folder = temporaryFolder();
    const { model } = scripted(() => ({ text: '{"ids":["n9"]}' }));
    await recording(model, folder).ask(requestAbout("a"));
    const { at } = await serverFor({ answer: answersFrom(folder) });
    expect((await openAiModel(at).ask(requestAbout("a"))).text).toBe('{"ids":["n9"]}');
  });

  test("a recording holds no key", async () => {
    const folder = temporaryFolder();
    const { at } = await serverFor();
    await recording(openAiModel(at), folder).ask(requestAbout("a"));
    const [file = ""] = await filesIn(folder);
    expect(await readFile(file, "utf8")).not.toContain(at.apiKey);
  });
});
