import { expect, test } from "vitest";
import { type BatchApi, openAiBatches } from "../../../../src/engines/llm/model/batch.js";
import { costOf } from "../../../../src/engines/llm/model/prices.js";
import { KyhopError } from "../../../../src/errors.js";
import { failureOf, quickClock, requestAbout, serverFor } from "./requests.js";

const items = ["a", "b", "c"].map((id) => ({ id, request: requestAbout(`text ${id}`) }));
/** What became of each item. */
async function resultsOf(api: BatchApi, batch: string) {
  const results = await api.results(batch);
  return new Map(await Promise.all(items.map(async (item) => [item.id, await results.of(item)] as const)));
}

const price = { input: 1, cachedInput: 0.1, output: 10 };

test("results are matched by id and cost half", async () => {
  const { server, at } = await serverFor({ batchLine: (id) => ({ content: `{"ids":["${id}"]}` }) });
  const api = openAiBatches({ ...at, price });
  const batch = await api.submit(items);
  const clock = quickClock();
  expect(await api.wait(batch, { clock })).toMatchObject({ status: "completed", total: 3, completed: 3, failed: 0 });
  expect(clock.sleeps).toEqual([1_000]);
  const results = await resultsOf(api, batch);
  expect([...results].map(([id, result]) => [id, result instanceof KyhopError ? null : result.text])).toEqual([
    ["a", '{"ids":["a"]}'],
    ["b", '{"ids":["b"]}'],
    ["c", '{"ids":["c"]}'],
  ]);
  const reply = results.get("a");
  if (!reply || reply instanceof KyhopError) throw new Error("no reply");
  expect(reply.costUsd).toBeCloseTo(costOf(reply.usage, price) / 2, 12);
  expect(server.violations).toEqual([]);
});

test("after a restart the same requests find their batch", async () => {
  const { at } = await serverFor();
  const batch = await openAiBatches(at).submit(items);
  const restarted = openAiBatches(at);
  expect(await restarted.submit(items)).toBe(batch);
  expect(await restarted.submit(items.slice(1))).not.toBe(batch);
  await restarted.wait(batch, { pause: 1 });
  expect([...(await restarted.results(batch)).ids]).toHaveLength(3);
});

test("each request ends as its reply or as its error, and none is forgotten", async () => {
  const batchLine = (id: string) => (id === "a" ? "error" : id === "b" ? "missing" : { content: "{}" });
  const { at } = await serverFor({ batchLine });
  const api = openAiBatches(at);
  const batch = await api.submit(items);
  await api.wait(batch, { pause: 1 });
  const results = await resultsOf(api, batch);
  const ends = items.map(({ id }) => {
    const result = results.get(id);
    return result instanceof KyhopError ? result.code : result?.finish;
  });
  expect(ends).toEqual(["LLM_REQUEST_REJECTED", "LLM_BATCH_FAILED", "stop"]);
});

test("results are not to be had before the end", async () => {
  const { at } = await serverFor({ batchPolls: 99 });
  const api = openAiBatches(at);
  const error = await failureOf(api.results(await api.submit(items)));
  expect(error.code).toBe("LLM_BATCH_FAILED");
  expect(error.message).toContain("it has not ended");
});

test("two items with one id are refused before anything is sent", async () => {
  const { at } = await serverFor();
  const [first] = items;
  await expect(openAiBatches(at).submit(first ? [first, first] : [])).rejects.toThrow("the same id");
});
