import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ErrorCode, KyhopError } from "../../src/errors.js";
import { BullMqQueue } from "../../src/runs/bullmq-queue.js";
import { LocalQueue } from "../../src/runs/local-queue.js";
import type { Handler, Job, JobQueue } from "../../src/runs/queue.js";
import { connectRedis } from "../../src/runs/redis.js";
import { missing, redis } from "../support/services.js";

const absent = await missing(redis);
const backends = [
  { name: "one process", open: async (): Promise<JobQueue> => new LocalQueue<Job>(2), absent: null },
  { name: "BullMQ", open: async (): Promise<JobQueue> => openShared(), absent },
];

async function openShared(name = `test-${randomUUID()}`): Promise<BullMqQueue> {
  const connection = await connectRedis(redis.url);
  const queue = new BullMqQueue(connection, name, { attempts: 2 });
  onTestFinished(async () => {
    await queue.close();
    const keys = await connection.keys(`bull:${name}:*`);
    if (keys.length > 0) await connection.del(keys);
    await connection.quit();
  });
  return queue;
}

const namesOf = (count: number) => Array.from({ length: count }, (_, n) => `${String(n).padStart(3, "0")}.txt`);

async function* jobs(addresses: readonly string[]): AsyncGenerator<Job> {
  for (const address of addresses) yield { address };
}

/** A handler that notes each attempt, and fails where it is told. */
function noting(failure: (address: string, attempt: number) => ErrorCode | null = () => null) {
  const attempts: string[] = [];
  const handler: Handler = {
    async handle({ address }, { last }) {
      const before = attempts.filter((one) => one.startsWith(address)).length;
      attempts.push(last ? `${address} last` : address);
      await setTimeout(5);
      const code = failure(address, before + 1);
      if (code) throw new KyhopError(code, { path: address });
    },
    async abandon() {},
  };
  return { attempts, handler };
}

describe.each(backends)("a queue of $name", ({ open, absent }) => {
  describe.skipIf(absent)(absent ?? "keeps what it promises", () => {
    test("hands each job over once, so many at a time, and ends when there are none left", async () => {
      const queue = await open();
      let [atOnce, most] = [0, 0];
      const handled: string[] = [];
      await queue.put(jobs(namesOf(40)));
      const handler: Handler = {
        async handle({ address }) {
          most = Math.max(most, ++atOnce);
          await setTimeout(3);
          handled.push(address);
          atOnce--;
        },
        async abandon() {},
      };
      await queue.work(handler, { concurrency: 3 });
      expect(handled.sort()).toEqual(namesOf(40));
      expect(most).toBe(3);
    });

    test("tries again what may pass, says which attempt is the last, and goes on with the others", async () => {
      const queue = await open();
      await queue.put(jobs(["a", "b", "c", "d"]));
      const { attempts, handler } = noting((address, attempt) => {
        if (address === "a") return "SOURCE_UNREADABLE";
        if (address === "b" && attempt === 1) return "LLM_TIMEOUT";
        return address === "c" ? "DOCUMENT_EMPTY" : null;
      });
      await queue.work(handler, { concurrency: 2 });
      expect(attempts.sort()).toEqual(["a", "a last", "b", "b last", "c", "d"]);
    });

    test("ends with what no job would get past, and loses none", async () => {
      const queue = await open();
      await queue.put(jobs(namesOf(20)));
      let left = 5;
      const { attempts, handler } = noting(() => (left-- > 0 ? null : "LLM_QUOTA"));
      await expect(queue.work(handler, { concurrency: 2 })).rejects.toMatchObject({ code: "LLM_QUOTA" });
      const done = attempts.slice(0, 5);
      expect(attempts.length).toBeLessThan(10);
      const rest = noting();
      await queue.work(rest.handler, { concurrency: 2 });
      const addresses = [...done, ...rest.attempts].map((one) => one.replace(" last", ""));
      expect([...new Set(addresses)].sort()).toEqual(namesOf(20));
    });

    test("finishes what is under way when it is to stop, and keeps the others", async () => {
      const queue = await open();
      await queue.put(jobs(namesOf(20)));
      const stop = new AbortController();
      const finished: string[] = [];
      const handler: Handler = {
        async handle({ address }) {
          if (finished.length >= 3) stop.abort();
          await setTimeout(5);
          finished.push(address);
        },
        async abandon() {},
      };
      await queue.work(handler, { concurrency: 2, drain: stop.signal });
      expect(finished.length).toBeLessThan(10);
      await queue.work(handler, { concurrency: 2 });
      expect(finished.sort()).toEqual(namesOf(20));
    });
  });
});

describe.skipIf(absent)(absent ?? "the queue that processes share", () => {
  test("takes a job once, however often it is put in line", async () => {
    const queue = await openShared();
    await queue.put(jobs(["a", "b"]));
    await queue.put(jobs(["b", "a", "c"]));
    expect(await queue.counts()).toEqual({ waiting: 3, active: 0, delayed: 0, failed: 0 });
  });

  test("keeps what failed with its reason, and puts it in line again when it is asked to", async () => {
    const queue = await openShared();
    await queue.put(jobs(["a", "b"]));
    const failing = noting((address) => (address === "a" ? "DOCUMENT_EMPTY" : null));
    await queue.work(failing.handler, { concurrency: 1 });
    expect(await queue.counts()).toMatchObject({ waiting: 0, failed: 1 });
    expect(await queue.failed(10)).toEqual([
      { address: "a", reason: expect.stringMatching(/^DOCUMENT_EMPTY a holds no text/) },
    ]);
    await queue.retryFailed();
    const { attempts, handler } = noting();
    await queue.work(handler, { concurrency: 1 });
    expect(attempts.map((one) => one.slice(0, 1))).toEqual(["a"]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, failed: 0 });
  });

  test("is worked on by several, each job by one", async () => {
    const name = `test-${randomUUID()}`;
    const [one, other] = [await openShared(name), await openShared(name)];
    await one.put(jobs(namesOf(60)));
    const [first, second] = [noting(), noting()];
    await Promise.all([one.work(first.handler, { concurrency: 2 }), other.work(second.handler, { concurrency: 2 })]);
    expect([...first.attempts, ...second.attempts].sort()).toEqual(namesOf(60));
    expect(Math.min(first.attempts.length, second.attempts.length)).toBeGreaterThan(0);
  });
});

test("Redis that does not answer is told, and no password of it", async () => {
  const refused = connectRedis("redis://:secret-word@127.0.0.1:9");
  await expect(refused).rejects.toMatchObject({ code: "QUEUE_UNAVAILABLE" });
  await expect(refused).rejects.not.toThrow("secret-word");
});
