import { describe, expect, test } from "vitest";
import { connectModel } from "../../../../src/engines/llm/model/connect.js";
import { withRetries } from "../../../../src/engines/llm/model/retries.js";
import { retryAfterOf } from "../../../../src/engines/llm/model/retry-after.js";
import { KyhopError } from "../../../../src/errors.js";
import { faultsInOrder } from "../../../support/openai-server-faults.js";
import { failureOf, quickClock, requestAbout, scripted, serverFor } from "./requests.js";

const failed = new KyhopError("LLM_SERVER_ERROR", { model: "m", status: 500, reason: "r" });
const limited = (retryAfterMilliseconds: number) =>
  new KyhopError("LLM_RATE_LIMITED", { model: "m", status: 429, reason: "r", retryAfterMilliseconds });

describe("the wait that a server asks for", () => {
  const now = Date.parse("2026-03-02T08:00:00Z");
  test.each([
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "0.5" }, 500],
    [{ "retry-after-ms": "250", "retry-after": "7" }, 250],
    [{ "retry-after": "Mon, 02 Mar 2026 08:00:30 GMT" }, 30_000],
    [{ "retry-after": "Mon, 02 Mar 2026 07:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, null],
    [{ "retry-after": "" }, null],
    [{}, null],
  ])("%o is %s ms", (headers, wait) => {
    expect(retryAfterOf(new Headers(headers as Record<string, string>), now)).toBe(wait);
  });

  test("is obeyed", async () => {
    const faults = faultsInOrder("rate_limited_seconds", "rate_limited_milliseconds");
    const { server, at } = await serverFor({ faults });
    const clock = quickClock();
    await connectModel({ ...at, retries: { clock, random: () => 0 } }).ask(requestAbout("a"));
    expect(clock.sleeps).toEqual([7_000, 250]);
    expect(server.requests).toHaveLength(3);
  });

  test("ends the attempts when it is too long", async () => {
    const { model, asked } = scripted(() => limited(3_600_000));
    const clock = quickClock();
    const error = await failureOf(withRetries(model, { clock }).ask(requestAbout("a")));
    expect(error.details["retryAfterMilliseconds"]).toBe(3_600_000);
    expect(asked).toHaveLength(1);
    expect(clock.sleeps).toEqual([]);
  });
});

describe("without such a wait", () => {
  test("waits double up to the longest, and the attempts are bounded", async () => {
    const { model, asked } = scripted(() => failed);
    const clock = quickClock();
    const options = { clock, attempts: 6, firstWait: 100, longestWait: 1_000, random: () => 0.999 };
    expect((await failureOf(withRetries(model, options).ask(requestAbout("a")))).code).toBe("LLM_SERVER_ERROR");
    expect(clock.sleeps.map(Math.round)).toEqual([100, 200, 400, 799, 999]);
    expect(asked).toHaveLength(6);
  });

  test("each wait lies anywhere below its bound", async () => {
    const { model } = scripted(() => failed);
    const clock = quickClock();
    await failureOf(withRetries(model, { clock, random: () => 0 }).ask(requestAbout("a")));
    expect(new Set(clock.sleeps)).toEqual(new Set([0]));
  });
});

test("a fault of the program is not tried again", async () => {
  let asked = 0;
  const broken = { name: "broken", ask: () => Promise.reject(new RangeError(`defect ${++asked}`)) };
  await expect(withRetries(broken).ask(requestAbout("a"))).rejects.toThrow("defect 1");
});
