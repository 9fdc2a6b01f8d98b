import { describe, expect, test } from "vitest";
import { z } from "zod";
import { batchPriceOf, costOf, priceOf } from "../../../../src/engines/llm/model/prices.js";
import table from "../../../../src/engines/llm/model/prices.json" with { type: "json" };

const price = { input: 1, cachedInput: 0.1, output: 10 };
const dollars = z.number().positive();

const Row = z.strictObject({
  input: dollars,
  cachedInput: dollars,
  cacheWrite: dollars.optional(),
  output: dollars,
  batchFactor: z.number().gt(0).max(1),
  date: z.iso.date(),
  source: z.url({ protocol: /^https$/ }),
});

describe("prices", () => {
  test.each(Object.entries(table.models))("%s has a price of each kind, its date and its source", (model, row) => {
    const { input, cachedInput, output, source } = Row.parse(row);
    expect(cachedInput).toBeLessThan(input);
    expect(input).toBeLessThan(output);
    expect(source.endsWith(`/${model}`)).toBe(true);
    expect(priceOf(model)).toMatchObject({ input, cachedInput, output });
  });

  test("a snapshot costs what its model costs, and an unknown model nothing that is known", () => {
    expect(priceOf("gpt-4.1-mini-2025-04-14")).toEqual(priceOf("gpt-4.1-mini"));
    expect(priceOf("qwen3-32b")).toBeNull();
  });

  test("each token is paid once, cached ones and cache writes at their own price", () => {
    const usage = { input: 1_000, output: 100, cached: 400 };
    expect(costOf(usage, price)).toBeCloseTo((600 * 1 + 400 * 0.1 + 100 * 10) / 1e6, 12);
    expect(costOf(usage, { ...price, cacheWrite: 1.25 }, 200)).toBeCloseTo((400 + 40 + 250 + 1_000) / 1e6, 12);
  });

  test("a batch costs its factor, half where none is told", () => {
    const usage = { input: 1_000, output: 100, cached: 400 };
    expect(costOf(usage, batchPriceOf(price))).toBeCloseTo(costOf(usage, price) / 2, 12);
    expect(costOf(usage, batchPriceOf({ ...price, batchFactor: 0.8 }))).toBeCloseTo(costOf(usage, price) * 0.8, 12);
  });
});
