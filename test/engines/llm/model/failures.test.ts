import { describe, expect, test, vi } from "vitest";
import { connectModel } from "../../../../src/engines/llm/model/connect.js";
import { rejectionOf, statusFailure } from "../../../../src/engines/llm/model/failures.js";
import { openAiModel } from "../../../../src/engines/llm/model/openai-model.js";
import { type FaultName, faultsInOrder } from "../../../support/openai-server-faults.js";
import { failureOf, key, quickClock, requestAbout, serverFor } from "./requests.js";

const attempts = 3;

/** Short only where the time has to run out: a busy machine must not turn another failure into a timeout. */
const timeoutFor = (fault: FaultName) => (fault === "hang" ? 500 : 30_000);

/** Each failure: its code, and whether it is tried again. */
const failures: readonly (readonly [FaultName, code: string, retried: boolean])[] = [
  ["rate_limited", "LLM_RATE_LIMITED", true],
  ["rate_limited_seconds", "LLM_RATE_LIMITED", true],
  ["server_error", "LLM_SERVER_ERROR", true],
  ["bad_gateway", "LLM_SERVER_ERROR", true],
  ["overloaded", "LLM_SERVER_ERROR", true],
  ["error_in_body", "LLM_SERVER_ERROR", true],
  ["hang", "LLM_TIMEOUT", true],
  ["cut_before", "LLM_UNREACHABLE", true],
  ["cut_within", "LLM_UNREACHABLE", true],
  ["not_json", "LLM_REPLY_UNREADABLE", true],
  ["web_page", "LLM_REPLY_UNREADABLE", true],
  ["no_choices", "LLM_REPLY_UNREADABLE", true],
  ["quota_exhausted", "LLM_QUOTA", false],
  ["unauthorised", "LLM_UNAUTHORISED", false],
  ["forbidden", "LLM_UNAUTHORISED", false],
  ["bad_request", "LLM_REQUEST_REJECTED", false],
  ["context_exceeded", "LLM_CONTEXT_EXCEEDED", false],
];

describe("each failure is told apart", () => {
  test.each(failures)("%s ends as %s", async (fault, code, retried) => {
    const { server, at } = await serverFor({ faults: () => fault });
    const model = connectModel({ ...at, timeout: timeoutFor(fault), retries: { attempts, clock: quickClock() } });
    const error = await failureOf(model.ask(requestAbout("a")));
    expect(error.code).toBe(code);
    expect(server.requests).toHaveLength(retried ? attempts : 1);
    expect(error.message).toContain("gpt-4.1-mini");
  });

  test.each(failures.filter(([, , retried]) => retried))("one %s is got over", async (fault) => {
    const { server, at } = await serverFor({ faults: faultsInOrder(fault), answer: () => '{"ids":[]}' });
    const model = connectModel({ ...at, timeout: timeoutFor(fault), retries: { attempts, clock: quickClock() } });
    expect(await model.ask(requestAbout("a"))).toMatchObject({ text: '{"ids":[]}', finish: "stop" });
    expect(server.requests).toHaveLength(2);
  });

  test("a server that is not there is unreachable", async () => {
    const { server, at } = await serverFor();
    await server.close();
    const error = await failureOf(openAiModel(at).ask(requestAbout("a")));
    expect(error.code).toBe("LLM_UNREACHABLE");
    expect(error.message).toContain("ECONNREFUSED");
  });

  test("a run that is stopped ends its requests and its waits", async () => {
    const { server, at } = await serverFor({ faults: () => "hang" });
    const stop = new AbortController();
    const asked = failureOf(connectModel({ ...at, signal: stop.signal }).ask(requestAbout("a")));
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    stop.abort();
    expect((await asked).code).toBe("LLM_ABORTED");
    expect((await failureOf(connectModel({ ...at, signal: stop.signal }).ask(requestAbout("b")))).code).toBe(
      "LLM_ABORTED",
    );
    expect(server.requests).toHaveLength(1);
  });
});

describe("an answer says how it ended", () => {
  test.each([
    ["truncated", "length", '{"ids":["n'],
    ["refusal", "refusal", "I cannot help with that."],
    ["content_filter", "content_filter", ""],
    ["prompt_filtered", "content_filter", ""],
    ["empty", "empty", ""],
    ["slow", "stop", '{"ids":["n1"]}'],
  ] as const)("%s as %s", async (fault, finish, text) => {
    const { server, at } = await serverFor({ faults: () => fault, answer: () => '{"ids":["n1"]}' });
    const reply = await connectModel(at).ask(requestAbout("a"));
    expect(reply).toMatchObject({ finish, text });
    expect(reply.usage).toEqual(server.usage);
    expect(server.requests).toHaveLength(1);
  });
});

test("no error holds the key, even where the server repeats it", async () => {
  const log = vi.spyOn(console, "error");
  const { at } = await serverFor({ faults: () => "unauthorised" });
  const error = await failureOf(connectModel(at).ask(requestAbout("a")));
  expect(error.message).toContain("Bearer ***");
  expect(JSON.stringify({ ...error, message: error.message, stack: error.stack, cause: error.cause })).not.toContain(
    key,
  );
  expect(log).not.toHaveBeenCalled();
});

test("a key that no header can hold is refused without being told", async () => {
  const model = () => openAiModel({ model: "m", apiKey: `${key}\n${key}`, baseUrl: "http://127.0.0.1:9/v1" });
  expect(model).toThrow(/OPENAI_API_KEY/);
  expect(model).not.toThrow(new RegExp(key));
});

describe("a server that is not OpenAI's", () => {
  const context = { model: "m", secrets: [] };
  const failure = (status: number, error: unknown) => statusFailure(rejectionOf(status, error), context, undefined, 0);

  test.each([
    [400, { message: "This model's maximum context length is 4096 tokens; lower max_tokens" }, "LLM_CONTEXT_EXCEEDED"],
    [400, { message: "the request exceeds the available context size" }, "LLM_CONTEXT_EXCEEDED"],
    [402, { message: "Insufficient credits", code: 402 }, "LLM_QUOTA"],
    [429, { message: "spent", type: "insufficient_quota", code: "project_spend_limit_exceeded" }, "LLM_QUOTA"],
    [404, "model not found", "LLM_REQUEST_REJECTED"],
    [422, undefined, "LLM_REQUEST_REJECTED"],
    [504, null, "LLM_SERVER_ERROR"],
  ])("%i %o is %s", (status, error, code) => {
    expect(failure(status, error).code).toBe(code);
  });

  test("its words are told on one short line", () => {
    const { message } = failure(500, { message: `first\n\u001b[31msecond ${"x".repeat(5_000)}` });
    expect(message).toMatch(/first \[31msecond xxx/);
    expect(message.length).toBeLessThan(500);
  });
});

test("requests and answers are what OpenAI publishes", async () => {
  const { server, at } = await serverFor();
  await openAiModel(at).ask(requestAbout("a"));
  expect(server.violations).toEqual([]);
  expect(server.requests[0]).toMatchObject({
    response_format: { type: "json_schema", json_schema: { name: "draft", strict: true } },
    max_completion_tokens: 100,
    temperature: 0,
    seed: 7,
  });
});
