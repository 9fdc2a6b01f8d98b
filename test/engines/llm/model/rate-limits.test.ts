import { describe, expect, test } from "vitest";
import { connectModel } from "../../../../src/engines/llm/model/connect.js";
import { withRateLimits } from "../../../../src/engines/llm/model/rate-limits.js";
import { SlidingWindow } from "../../../../src/engines/llm/model/sliding-window.js";
import { countInputTokens } from "../../../../src/engines/llm/model/tokens.js";
import { quickClock, requestAbout, scripted, serverFor } from "./requests.js";

/** When each of some requests was made, in seconds from the first. */
async function timesOf(limits: { requestsPerMinute?: number; tokensPerMinute?: number }, count: number) {
  const clock = quickClock();
  const times: number[] = [];
  const { model } = scripted(() => {
    times.push(clock.now());
    return { usage: { input: 1_000, output: 100, cached: 0 } };
  });
  const limited = withRateLimits(model, limits, clock);
  await Promise.all(Array.from({ length: count }, (_, index) => limited.ask(requestAbout(String(index)))));
  return times.map((time) => (time - (times[0] ?? 0)) / 1_000);
}

describe("limits for a minute", () => {
  test("of requests", async () => {
    expect(await timesOf({ requestsPerMinute: 2 }, 5)).toEqual([0, 0, 61, 61, 122]);
  });

  test("of tokens", async () => {
    const estimate = (await countInputTokens(requestAbout("0"))) + 100;
    expect(await timesOf({ tokensPerMinute: estimate }, 2)).toEqual([0, 61]);
  });

  test("a request above the whole limit is made alone, not never", async () => {
    expect(await timesOf({ tokensPerMinute: 10 }, 2)).toEqual([0, 61]);
  });
});

test("an estimate that was too high makes room as soon as that is known", async () => {
  const clock = quickClock();
  const sleeps: AbortSignal[] = [];
  const patient = {
    now: clock.now,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (!signal) return;
        sleeps.push(signal);
        signal.addEventListener("abort", () => resolve());
      }),
  };
  const window = new SlidingWindow(100, 60_000, patient);
  const settle = await window.enter(90);
  const second = window.enter(50);
  await new Promise(setImmediate);
  expect(sleeps).toHaveLength(1);
  settle(20);
  await second;
});

test("a run that is stopped does not wait for its turn", async () => {
  const stop = new AbortController();
  const { model } = scripted(() => ({}));
  const limited = withRateLimits(model, { requestsPerMinute: 1, signal: stop.signal });
  await limited.ask(requestAbout("a"));
  const waiting = limited.ask(requestAbout("b"));
  await new Promise(setImmediate);
  stop.abort();
  await waiting;
});

test("no more requests at a time than the concurrency", async () => {
  const { server, at } = await serverFor({ latency: 20 });
  const model = connectModel({ ...at, limits: { concurrency: 3 } });
  await Promise.all(Array.from({ length: 12 }, (_, index) => model.ask(requestAbout(String(index)))));
  expect(server.mostAtOnce).toBe(3);
});
