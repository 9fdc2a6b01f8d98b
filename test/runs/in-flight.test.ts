import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inFlight } from "../../src/runs/in-flight.js";

async function collect<Item>(results: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const result of results) all.push(result);
  return all;
}

describe("work in flight", () => {
  test("gives the results in the order of the items, whoever is done first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 40 }), fc.integer({ min: 1, max: 9 }), async (waits, many) => {
        const results = inFlight(waits.entries(), many, async ([index, wait]) => {
          await sleep(wait);
          return index;
        });
        expect(await collect(results)).toEqual([...waits.keys()]);
      }),
      { numRuns: 30 },
    );
  });

  test("works on no more at a time than is allowed, and does so", async () => {
    let now = 0;
    let most = 0;
    const results = inFlight(Array.from({ length: 50 }).keys(), 7, async () => {
      most = Math.max(most, ++now);
      await sleep(2);
      now--;
    });
    await collect(results);
    expect(most).toBe(7);
  });

  test("reads a source no further ahead than a few rounds of work", async () => {
    let read = 0;
    function* endless() {
      for (;;) yield read++;
    }
    const results = inFlight(endless(), 3, async (item) => item);
    for (let i = 0; i < 100; i++) await results.next();
    expect(read).toBeLessThanOrEqual(100 + 3 * 4);
    await results.return();
  });

  test("that is drained gives what has begun, and reads and begins nothing else", async () => {
    const drain = new AbortController();
    const begun: number[] = [];
    let read = 0;
    function* endless() {
      for (;;) yield read++;
    }
    const results = inFlight(
      endless(),
      3,
      async (item) => {
        begun.push(item);
        await sleep(5);
        if (item === 4) drain.abort();
        return item;
      },
      drain.signal,
    );
    const given = await collect(results);
    expect(given).toEqual(begun);
    expect(given.length).toBeGreaterThanOrEqual(5);
    expect(given.length).toBeLessThanOrEqual(8);
    expect(read).toBeLessThanOrEqual(8 + 3 * 4);
    expect(await collect(inFlight([1, 2], 1, async (item) => item, drain.signal))).toEqual([]);
  });

  test("tells a failure in its turn, and begins nothing after it", async () => {
    const begun: number[] = [];
    const results = inFlight([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 1, async (item) => {
      begun.push(item);
      if (item === 3) throw new Error("no");
      return item;
    });
    const seen: number[] = [];
    const all = (async () => {
      for await (const result of results) seen.push(result);
    })();
    await expect(all).rejects.toThrow("no");
    expect(seen).toEqual([0, 1, 2]);
    expect(begun).toEqual([0, 1, 2, 3]);
  });
});
