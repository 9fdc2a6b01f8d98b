import { randomUUID } from "node:crypto";
import { Queue, Worker } from "bullmq";
import PQueue from "p-queue";
import { BullMqQueue } from "../../src/runs/bullmq-queue.js";
import { LocalQueue } from "../../src/runs/local-queue.js";
import type { Handler, Job } from "../../src/runs/queue.js";
import { connectRedis } from "../../src/runs/redis.js";
import { isListening } from "../support/listening.js";

const local = { jobs: 100_000, concurrency: 8 };
const shared = { jobs: 10_000, concurrency: 32 };
const redisUrl = "redis://127.0.0.1:6379";
const rounds = 7;

/** Prints what our queues cost above those that they stand on, with work that does nothing. */
export async function benchQueues(): Promise<void> {
  console.log("queues: work that does nothing, the fastest of each in turn");
  await compare("one process", "bare p-queue", local.jobs, 90, throughLocalQueue, throughPQueue);
  if (!(await isListening("127.0.0.1", 6379))) return console.log("  Redis does not answer on port 6379");
  await compare("shared", "raw BullMQ", shared.jobs, 80, throughSharedQueue, throughBullMq);
}

type Way = () => Promise<number>;

async function compare(name: string, base: string, jobs: number, goal: number, own: Way, bare: Way): Promise<void> {
  let [ownBest, bareBest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    ownBest = Math.min(ownBest, await own());
    bareBest = Math.min(bareBest, await bare());
  }
  const rate = (milliseconds: number) => `${((jobs * 1000) / milliseconds).toFixed(0)}/s`;
  const share = ((100 * bareBest) / ownBest).toFixed(0);
  console.log(`  ${name.padEnd(12)} ${rate(ownBest)}, ${base} ${rate(bareBest)}: ${share} % (goal ${goal} %)`);
}

async function* addresses(count: number): AsyncGenerator<Job> {
  for (let n = 0; n < count; n++) yield { address: `${n}.txt` };
}

function counting(count: number): { readonly handler: Handler; readonly all: Promise<void> } {
  let [done, resolve] = [0, () => {}];
  const all = new Promise<void>((reached) => {
    resolve = reached;
  });
  const handle = async () => {
    if (++done === count) resolve();
  };
  return { handler: { handle, abandon: async () => {} }, all };
}

async function throughLocalQueue(): Promise<number> {
  const queue = new LocalQueue<Job>();
  await queue.put(addresses(local.jobs));
  const began = performance.now();
  await queue.work(counting(local.jobs).handler, local);
  return performance.now() - began;
}

/** The same source, read no faster than p-queue works. */
async function throughPQueue(): Promise<number> {
  const queue = new PQueue(local);
  const began = performance.now();
  for await (const _ of addresses(local.jobs)) {
    queue.add(async () => {});
    if (queue.size > local.concurrency) await queue.onSizeLessThan(local.concurrency);
  }
  await queue.onIdle();
  return performance.now() - began;
}

async function throughSharedQueue(): Promise<number> {
  const redis = await connectRedis(redisUrl);
  const queue = new BullMqQueue(redis, `bench-${randomUUID()}`);
  await queue.put(addresses(shared.jobs));
  const { handler, all } = counting(shared.jobs);
  const drain = new AbortController();
  const began = performance.now();
  const working = queue.work(handler, { ...shared, drain: drain.signal, stay: true });
  await all;
  const taken = performance.now() - began;
  drain.abort();
  await working;
  await queue.close();
  redis.disconnect();
  return taken;
}

async function throughBullMq(): Promise<number> {
  const connection = await connectRedis(redisUrl);
  const name = `bench-${randomUUID()}`;
  const queue = new Queue<Job>(name, { connection });
  for (let start = 0; start < shared.jobs; start += 500) {
    await queue.addBulk(
      Array.from({ length: 500 }, (_, n) => ({
        name: "document",
        data: { address: `${start + n}.txt` },
        opts: { removeOnComplete: true },
      })),
    );
  }
  const { handler, all } = counting(shared.jobs);
  const began = performance.now();
  const worker = new Worker<Job>(name, ({ data }) => handler.handle(data, { last: false }), {
    connection,
    concurrency: shared.concurrency,
  });
  await all;
  const taken = performance.now() - began;
  await worker.close();
  await queue.obliterate({ force: true });
  await queue.close();
  connection.disconnect();
  return taken;
}
