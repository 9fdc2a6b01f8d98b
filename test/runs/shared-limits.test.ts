import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { connectRedis } from "../../src/runs/redis.js";
import { SharedBudget } from "../../src/runs/shared-budget.js";
import { SharedWindow } from "../../src/runs/shared-window.js";
import { Random } from "../support/random.js";
import { missing, redis as service } from "../support/services.js";

const absent = await missing(service);

/** A connection, and a name whose keys are gone when the test is over. */
async function shared(): Promise<{ readonly redis: Redis; readonly name: string }> {
  const redis = await connectRedis(service.url);
  const name = `test-${randomUUID()}`;
  onTestFinished(async () => {
    const keys = await redis.keys(`kyhop:{${name}*`);
    if (keys.length > 0) await redis.del(keys);
    redis.disconnect();
  });
  return { redis, name };
}

describe.skipIf(absent)(absent ?? "a budget that workers share", () => {
  test("is never passed, and is used up, with eight racing for it", async () => {
    const { redis, name } = await shared();
    const [limit, worst] = [1, 0.01];
    const random = new Random(1);
    let [paid, reserved, most] = [0, 0, 0];
    const worker = async () => {
      const budget = new SharedBudget(redis, name, limit);
      for (;;) {
        const settle = await budget.reserve(worst, "m");
        reserved += worst;
        most = Math.max(most, paid + reserved);
        await setTimeout(random.below(3));
        const cost = (worst * (1 + random.below(10))) / 10;
        paid += cost;
        reserved -= worst;
        await settle(cost);
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: 8 }, worker));
    for (const end of ends) expect(end).toMatchObject({ status: "rejected", reason: { code: "LLM_BUDGET_SPENT" } });
    expect(most).toBeLessThanOrEqual(limit + 1e-9);
    expect(paid).toBeGreaterThan(limit - worst - 1e-9);
    expect(paid).toBeLessThanOrEqual(limit);
  });

  test("goes on for who comes later with a higher limit, and counts what was spent before", async () => {
    const { redis, name } = await shared();
    await (await new SharedBudget(redis, name, 1).reserve(0.9, "m"))(0.9);
    await expect(new SharedBudget(redis, name, 1).reserve(0.2, "m")).rejects.toMatchObject({
      code: "LLM_BUDGET_SPENT",
      details: { left: "0.100000", worst: "0.200000" },
    });
    const raised = new SharedBudget(redis, name, 2);
    await (await raised.reserve(0.2, "m"))(0.15);
    expect(raised.spentUsd).toBeCloseTo(1.05, 9);
  });

  test("counts a settlement once, though it is sent again after a lost connection", async () => {
    const { redis, name } = await shared();
    const budget = new SharedBudget(redis, name, 1);
    const settle = await budget.reserve(0.5, "m");
    await settle(0.3);
    await settle(0.3);
    expect(budget.spentUsd).toBeCloseTo(0.3, 9);
  });
});

describe.skipIf(absent)(absent ?? "turns that workers share", () => {
  test("let a server see no more than the limit in a minute of its own, and nearly as much", async () => {
    const { redis, name } = await shared();
    // by how much longer than another one request may be on its way is what the span has beyond the minute
    const [limit, minute, ways] = [50, 1000, 500];
    const random = new Random(1);
    const times: number[] = [];
    const until = Date.now() + 4 * minute;
    const worker = async () => {
      const window = new SharedWindow(redis, `${name}:requests`, limit, minute + ways);
      while (Date.now() < until) {
        await window.enter(1);
        await setTimeout(random.below(200));
        times.push(Date.now());
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    const inMinute = times.map((start) => times.filter((time) => time >= start && time < start + minute).length);
    expect(Math.max(...inMinute)).toBeLessThanOrEqual(limit);
    expect(times.length).toBeGreaterThan(2 * limit);
  });

  test("are given back where less was used, and what weighs more than all enters alone", async () => {
    const { redis, name } = await shared();
    const window = new SharedWindow(redis, `${name}:tokens`, 100, 60_000);
    const settle = await window.enter(1000);
    let entered = false;
    const other = window.enter(60).then(() => {
      entered = true;
    });
    await setTimeout(400);
    expect(entered).toBe(false);
    await settle(30);
    await other;
    expect(entered).toBe(true);
  });
});
