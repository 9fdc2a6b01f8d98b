import { expect, test } from "vitest";
import { Budget } from "../../../../src/engines/llm/model/budget.js";
import { connectModel } from "../../../../src/engines/llm/model/connect.js";
import type { ChatReply } from "../../../../src/engines/llm/model/model.js";
import { KyhopError } from "../../../../src/errors.js";
import { type FaultName, isAnswerFault, seededFaults } from "../../../support/openai-server-faults.js";
import { quickClock, requestAbout, serverFor } from "./requests.js";

const passing = [
  "rate_limited",
  "rate_limited_seconds",
  "server_error",
  "overloaded",
  "hang",
  "cut_before",
  "cut_within",
  "not_json",
  "web_page",
  "slow",
] as const satisfies readonly FaultName[];
const final = [
  "truncated",
  "refusal",
  "content_filter",
  "empty",
  "bad_request",
] as const satisfies readonly FaultName[];

test("300 requests with 30 % faults all end as a reply or as the right error", async () => {
  const { server, at } = await serverFor({
    faults: seededFaults(20_260_302, 0.3, [...passing, ...final]),
    answer: (body) => JSON.stringify({ ids: [body.messages[1]?.content] }),
  });
  const budget = new Budget(null);
  const retries = { attempts: 8, clock: quickClock() };
  const model = connectModel({ ...at, budget, timeout: 10_000, limits: { concurrency: 32 }, retries });
  const questions = Array.from({ length: 300 }, (_, index) => `n${index}`);
  const ends = await Promise.all(
    questions.map(
      (question): Promise<ChatReply | unknown> => model.ask(requestAbout(question)).catch((error: unknown) => error),
    ),
  );

  const replies = ends.filter((end): end is ChatReply => !(end instanceof Error));
  const errors = ends.filter((end): end is Error => end instanceof Error);
  expect(replies.length + errors.length).toBe(300);
  expect(errors.every((error) => error instanceof KyhopError && error.code === "LLM_REQUEST_REJECTED")).toBe(true);
  expect(errors).toHaveLength(server.faults.filter((fault) => fault === "bad_request").length);

  const spoiled = replies.filter(({ finish }) => finish !== "stop");
  expect(spoiled).toHaveLength(server.faults.filter((fault) => fault && isAnswerFault(fault)).length);
  ends.forEach((end, index) => {
    if (end instanceof Error || !(end as ChatReply).text.includes("ids")) return;
    if ((end as ChatReply).finish === "stop") expect((end as ChatReply).text).toBe(`{"ids":["n${index}"]}`);
  });

  const sum = replies.reduce((total, { usage }) => total + usage.input + usage.output, 0);
  expect(sum).toBe(server.usage.input + server.usage.output);
  expect(budget.usage).toEqual(server.usage);
  expect(server.violations).toEqual([]);
  const retried = server.faults.filter((fault) => fault && fault !== "slow" && passing.some((one) => one === fault));
  expect(server.requests).toHaveLength(300 + retried.length);
  expect(retried.length).toBeGreaterThan(50);
});
