import { describe, expect, test } from "vitest";
import { concede, openAiDialect } from "../../../../src/engines/llm/model/dialect.js";
import { findJsonObject } from "../../../../src/engines/llm/model/json-in-text.js";
import { openAiModel } from "../../../../src/engines/llm/model/openai-model.js";
import { requestAbout, serverFor } from "./requests.js";

describe("a server that does not take the strict schema", () => {
  test("is asked in JSON mode, with the schema in words, and remembered", async () => {
    const { server, at } = await serverFor({ rejects: ["json_schema"], answer: () => '{"ids":[]}' });
    const model = openAiModel(at);
    expect(await model.ask(requestAbout("a"))).toMatchObject({ leniency: "json", text: '{"ids":[]}' });
    await model.ask(requestAbout("b"));
    expect(server.requests.map((body) => body.response_format?.type)).toEqual([
      "json_schema",
      "json_object",
      "json_object",
    ]);
    expect(server.requests[1]?.messages[0]?.content).toContain('"additionalProperties":false');
  });

  test("nor JSON mode: the answer is looked for in its text", async () => {
    const rejects = ["json_schema", "json_object"] as const;
    const answer = () => 'Here you are:\n```json\n{"ids":["n1"]}\n```\nAnything else?';
    const { server, at } = await serverFor({ rejects, answer });
    expect(await openAiModel(at).ask(requestAbout("a"))).toMatchObject({
      leniency: "tolerant",
      text: '{"ids":["n1"]}',
    });
    expect(server.requests).toHaveLength(3);
    expect(server.violations).toEqual([]);
  });

  test("is found out once by callers who ask together", async () => {
    const { server, at } = await serverFor({ rejects: ["json_schema"], latency: 20 });
    const model = openAiModel(at);
    const replies = await Promise.all(["a", "b", "c", "d"].map((text) => model.ask(requestAbout(text))));
    expect(replies.every(({ leniency }) => leniency === "json")).toBe(true);
    expect(server.requests).toHaveLength(8);
  });
});

test("a server that accepts the schema and does not keep to it is told by the leniency", async () => {
  const { at } = await serverFor({ answer: () => '<think>Is it {n1}?</think>\n{"ids":[]}' });
  expect(await openAiModel(at).ask(requestAbout("a"))).toMatchObject({ leniency: "tolerant", text: '{"ids":[]}' });
});

test("parameters that a server refuses are left out or said in its words", async () => {
  const { server, at } = await serverFor({ rejects: ["temperature", "seed", "max_completion_tokens"] });
  const reply = await openAiModel(at).ask(requestAbout("a"));
  expect(reply.leniency).toBe("strict");
  expect(server.violations).toEqual([]);
  const last = server.requests.at(-1);
  expect(last).toMatchObject({ max_tokens: 100 });
  expect(Object.keys(last ?? {})).not.toContain("temperature");
  expect(Object.keys(last ?? {})).not.toContain("seed");
});

test("OpenAI's reasoning models are not asked with a temperature in the first place", () => {
  expect(["gpt-5.4-mini", "gpt-6-luna", "o4-mini"].map((model) => openAiDialect(model).temperature)).not.toContain(
    true,
  );
  expect(["gpt-4.1-mini", "gpt-4o", "qwen3"].map((model) => openAiDialect(model).temperature)).not.toContain(false);
});

test("a schema outside the strict subset is not hidden by a weaker format", () => {
  const message = "Invalid schema for response_format 'draft': 'required' is required to be supplied";
  const rejection = { status: 400, message, code: "", param: "response_format" };
  expect(concede(openAiDialect("gpt-4.1"), rejection)).toBeNull();
  expect(concede(openAiDialect("gpt-4.1"), { ...rejection, message: "not supported" })?.format).toBe("json");
});

describe("JSON in a text", () => {
  test.each([
    ['```json\n{"a":1}\n```', '{"a":1}'],
    ['a set {x} and then {"a":{"b":"}"}} and {"c":2}', '{"a":{"b":"}"}}'],
    ['{"a":"\\"{"}', '{"a":"\\"{"}'],
    ['an open { brace, then {"a":1}', '{"a":1}'],
    ['<think>{"a":0}</think>{"a":1}', '{"a":1}'],
    ['{"a":1', null],
    ["none", null],
  ])("%s gives %s", (text, found) => {
    expect(findJsonObject(text)).toBe(found);
  });

  test.each(["{", '{"', "}", "{}", "{{}"])("a megabyte of %s takes no longer than reading it", (piece) => {
    const text = piece.repeat(1_000_000 / piece.length);
    const start = performance.now();
    findJsonObject(text);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
