import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openAiBatches } from "../../../../src/engines/llm/model/batch.js";
import { BatchRounds } from "../../../../src/engines/llm/model/batch-rounds.js";
import { BatchState } from "../../../../src/engines/llm/model/batch-state.js";
import { Budget } from "../../../../src/engines/llm/model/budget.js";
import type { OpenAiServer } from "../../../../src/engines/llm/model/openai-client.js";
import { batchPriceOf } from "../../../../src/engines/llm/model/prices.js";
import { temporaryFolder } from "../../../support/folders.js";
import { failureOf, requestAbout, serverFor } from "./requests.js";

const price = { input: 1, cachedInput: 0.1, output: 10 };
const watch = { sent: () => {}, look: () => {}, stop: new AbortController().signal };
const requests = ["a", "b", "c", "d", "e"].map(requestAbout);

async function roundsAt(at: OpenAiServer, path: string) {
  const budget = new Budget(1);
  const rounds = new BatchRounds({
    api: openAiBatches({ ...at, price }),
    model: at.model,
    server: at.baseUrl ?? "",
    price: batchPriceOf(price),
    budget,
    state: await BatchState.open(path),
    now: () => new Date("2026-03-02T08:00:00Z"),
    largest: { requests: 2, bytes: 1_000_000 },
  });
  return { rounds, budget };
}

test("questions are kept, sent in batches that are not too large, and answered when they are asked again", async () => {
  const { server, at } = await serverFor({ batchLine: (id) => ({ content: JSON.stringify({ ids: [id] }) }) });
  const { rounds, budget } = await roundsAt(at, join(temporaryFolder(), "state.json"));
  for (const request of requests) {
    expect((await failureOf(rounds.model.ask(request))).code).toBe("LLM_BATCH_WAITING");
  }
  expect(await rounds.send(watch)).toBe(true);
  expect(server.batches).toEqual([2, 2, 1]);
  const replies = await Promise.all(requests.map((request) => rounds.model.ask(request)));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(requests.length);
  const again = await rounds.model.ask(requests[0] ?? requestAbout("a"));
  expect(again).toEqual(replies[0]);
  expect(budget.usage).toEqual(server.usage);
  expect(budget.spentUsd).toBeCloseTo(
    replies.reduce((sum, { costUsd }) => sum + costUsd, 0),
    12,
  );
  expect(await rounds.send(watch)).toBe(false);
});

test("a batch that the server does not know any more is forgotten, and its questions are asked anew", async () => {
  const { server, at } = await serverFor();
  const path = join(temporaryFolder(), "state.json");
  const sentAt = "2026-01-01T00:00:00.000Z";
  const gone = { id: "batch_gone", server: at.baseUrl, model: at.model, requests: 1, sentAt, told: false };
  const others = { ...gone, id: "batch_elsewhere", server: "https://elsewhere.invalid/v1" };
  writeFileSync(path, JSON.stringify({ version: 1, batches: [gone, others] }));
  const { rounds } = await roundsAt(at, path);
  await rounds.resume(watch);
  expect(JSON.parse(readFileSync(path, "utf8")).batches).toEqual([others]);
  await failureOf(rounds.model.ask(requestAbout("a")));
  await rounds.send(watch);
  expect((await rounds.model.ask(requestAbout("a"))).text).toBe("{}");
  expect(server.batches).toEqual([1]);
});

test("a server without batches fails each question with its reason; a broken state is not written over", async () => {
  const { at } = await serverFor();
  const path = join(temporaryFolder(), "state.json");
  const { rounds } = await roundsAt({ ...at, baseUrl: `${at.baseUrl}/none` }, path);
  await failureOf(rounds.model.ask(requestAbout("a")));
  expect(await rounds.send(watch)).toBe(true);
  expect((await failureOf(rounds.model.ask(requestAbout("a")))).code).toBe("LLM_REQUEST_REJECTED");
  writeFileSync(path, "{");
  expect((await failureOf(BatchState.open(path))).code).toBe("LLM_BATCH_STATE");
  expect(readFileSync(path, "utf8")).toBe("{");
});
