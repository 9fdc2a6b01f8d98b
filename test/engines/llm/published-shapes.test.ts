import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planner } from "../../../src/cli/planning.js";
import { readSource } from "../../../src/documents/read.js";
import { openAiBatches } from "../../../src/engines/llm/model/batch.js";
import { openAiModel } from "../../../src/engines/llm/model/openai-model.js";
import { KyhopError } from "../../../src/errors.js";
import { answersFrom } from "../../support/openai-server-recordings.js";
import { checkAgainstOpenAi, hasOpenAiSchema } from "../../support/openai-server-schema.js";
import { serverFor } from "./model/requests.js";

const seeds = "../shared/seeds";
const answer = answersFrom("fixtures/replies");

/** What is asked about each of the seeds. */
async function requestsAboutSeeds() {
  const plan = await planner(null);
  const planned = await Promise.all(
    readdirSync(seeds).map(async (name) => (await plan(await readSource(join(seeds, name)))).requests),
  );
  return planned.flat();
}

describe.skipIf(!hasOpenAiSchema)("what is asked about the seeds, and what the test server answers", () => {
  test.each(["gpt-4.1-mini", "gpt-5-mini"])("keeps to the shapes that OpenAI publishes, asking %s", async (model) => {
    const { server, at } = await serverFor({ answer });
    const requests = await requestsAboutSeeds();
    const asked = openAiModel({ ...at, model });
    const replies = await Promise.all(requests.map((request) => asked.ask(request)));
    expect(replies.map(({ finish }) => finish)).toEqual(requests.map(() => "stop"));
    expect(server.requests).toHaveLength(requests.length);
    expect(server.requests.map((body) => [body.model, "temperature" in body])).toEqual(
      requests.map(() => [model, model === "gpt-4.1-mini"]),
    );
    expect(server.violations).toEqual([]);
  });

  test("keeps to them in a batch", async () => {
    const { server, at } = await serverFor({ batchLine: () => ({ content: "{}", cachedTokens: 5 }) });
    const items = (await requestsAboutSeeds()).map((request) => ({ id: request.key, request }));
    const api = openAiBatches(at);
    const batch = await api.submit(items);
    await api.wait(batch, { pause: 1 });
    const brought = await api.results(batch);
    const results = await Promise.all(items.map((item) => brought.of(item)));
    expect(results.filter((result) => result instanceof KyhopError)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(5);
    expect(server.violations).toEqual([]);
  });

  test("and what does not keep to them is seen", () => {
    const body = { model: "gpt-4.1-mini", messages: [{ role: "user", content: "?" }] };
    expect(checkAgainstOpenAi("CreateChatCompletionRequest", body)).toEqual([]);
    expect(checkAgainstOpenAi("CreateChatCompletionRequest", { ...body, messages: [] })).not.toEqual([]);
    expect(checkAgainstOpenAi("CreateChatCompletionRequest", { ...body, temperature: 3 })).not.toEqual([]);
    expect(checkAgainstOpenAi("CreateChatCompletionResponse", { id: "a", choices: [] })).not.toEqual([]);
    expect(checkAgainstOpenAi("Batch", { id: "batch_1", object: "batch", status: "done" })).not.toEqual([]);
  });
});
