import { describe, expect, test } from "vitest";
import { Budget, withBudget, worstCost } from "../../../../src/engines/llm/model/budget.js";
import { connectModel } from "../../../../src/engines/llm/model/connect.js";
import { costOf } from "../../../../src/engines/llm/model/prices.js";
import { countTokens } from "../../../../src/engines/llm/model/tokens.js";
import { KyhopError } from "../../../../src/errors.js";
import { failureOf, quickClock, requestAbout, scripted, serverFor } from "./requests.js";

const price = { input: 1, cachedInput: 0.1, output: 10 };

describe("the worst cost", () => {
  test("no request costs more than its worst", async () => {
    for (const text of ["Thu ngân sách đạt 12 tỷ đồng. ".repeat(50), "🙂".repeat(200), "1".repeat(999)]) {
      const request = requestAbout(text);
      const input = await countTokens(request.system + request.user + JSON.stringify(request.schema.json));
      expect(costOf({ input, output: 100, cached: 0 }, price)).toBeLessThan(worstCost(request, price));
    }
  });
});

describe("a budget", () => {
  test("is never passed by callers who race for it, and is used as far as it goes", async () => {
    const { server, at } = await serverFor({ latency: 5, answer: () => '{"ids":["n1","n2"]}' });
    const worst = worstCost(requestAbout("question 00"), price);
    const budget = new Budget(worst * 3);
    const model = connectModel({ ...at, price, budget });
    const questions = Array.from({ length: 80 }, (_, index) => `question ${String(index).padStart(2, "0")}`);
    const spent: number[] = [];
    const ends: string[] = [];
    const caller = async () => {
      for (let question = questions.pop(); question; question = questions.pop()) {
        ends.push(
          await model.ask(requestAbout(question)).then(
            () => "done",
            (error) => error.code,
          ),
        );
        spent.push(budget.spentUsd);
      }
    };
    await Promise.all(Array.from({ length: 8 }, caller));
    expect(new Set(ends)).toEqual(new Set(["done", "LLM_BUDGET_SPENT"]));
    expect(Math.max(...spent)).toBeLessThanOrEqual(worst * 3);
    expect(budget.spentUsd).toBeGreaterThan(worst * 2);
    expect(server.mostAtOnce).toBeLessThanOrEqual(8);
    expect(budget.usage).toEqual(server.usage);
    expect(budget.spentUsd).toBeCloseTo(costOf(server.usage, price), 10);
  });

  test("that exactly one request fits into is enough for one", async () => {
    const request = requestAbout("a");
    const budget = new Budget(worstCost(request, price));
    const model = withBudget(scripted(() => ({ costUsd: 1e-6 })).model, budget, price);
    await model.ask(request);
    expect((await failureOf(model.ask(request))).code).toBe("LLM_BUDGET_SPENT");
  });

  test("counts each lost request at its worst, and a refused one at nothing", async () => {
    const request = requestAbout("a");
    const lost = new KyhopError("LLM_TIMEOUT", { model: "m", milliseconds: 1 });
    const unsent = new KyhopError("LLM_UNREACHABLE", { model: "m", reason: "ECONNREFUSED" });
    const refused = new KyhopError("LLM_RATE_LIMITED", { model: "m", status: 429, reason: "r" });
    const errors = [lost, lost, unsent, refused];
    const budget = new Budget(1);
    const model = withBudget(scripted((index) => errors[index] ?? {}).model, budget, price);
    for (const _ of errors) await failureOf(model.ask(request));
    expect(budget.spentUsd).toBeCloseTo(2 * worstCost(request, price), 12);
  });

  test("is passed by every attempt of a retried request", async () => {
    const { server, at } = await serverFor({ faults: () => "not_json" });
    const budget = new Budget(2.5 * worstCost(requestAbout("a"), price));
    const model = connectModel({ ...at, price, budget, retries: { clock: quickClock() } });
    expect((await failureOf(model.ask(requestAbout("a")))).code).toBe("LLM_BUDGET_SPENT");
    expect(server.requests).toHaveLength(2);
  });

  test("needs a price, and none is needed without a limit", () => {
    const options = { model: "qwen3-32b", apiKey: null, baseUrl: "http://127.0.0.1:9/v1" };
    expect(() => connectModel({ ...options, budget: new Budget(1) })).toThrow(/price of qwen3-32b is not known/);
    expect(connectModel(options).name).toBe("qwen3-32b");
    expect(connectModel({ ...options, price, budget: new Budget(1) }).name).toBe("qwen3-32b");
  });
});

describe("tokens", () => {
  test("are counted in time that grows with the text", async () => {
    const start = performance.now();
    await countTokens(" ".repeat(200_000));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test("that an article spells out are text", async () => {
    expect(await countTokens("<|endoftext|>")).toBeGreaterThan(1);
  });
});
