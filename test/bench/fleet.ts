import { fork, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { end, guarded } from "../support/guard.js";
import type { Arrival, Given } from "./answering-server.js";
import { generatedNews } from "./generated-documents.js";

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const redisUrl = "redis://127.0.0.1:6379";
const answerToAll = JSON.stringify({ session: null, attendees: [], resolutions: [], blocks: [] });

export interface FleetOptions {
  /** an empty folder */
  readonly folder: string;
  readonly documents: number;
  readonly workers: number;
  /** of the model, the least and the most, in milliseconds */
  readonly latency: readonly [number, number];
  /** more options of the workers */
  readonly given: readonly string[];
}

/** Lets workers of a queue of their own ask a model about made documents until `until` says so. */
export async function runFleet(
  { folder, documents, workers, latency, given }: FleetOptions,
  until: (arrivals: readonly Arrival[]) => Promise<void>,
): Promise<readonly Arrival[]> {
  const model = guarded(fork(join(import.meta.dirname, "answering-server.js")));
  model.send({ answerToAll } satisfies Given);
  const [port] = await once(model, "message");
  const arrivals: Arrival[] = [];
  model.on("message", (arrival: Arrival) => arrivals.push(arrival));
  const name = `bench-${randomUUID()}`;
  const queue = ["--redis", redisUrl, "--queue", name];
  const env = {
    PATH: process.env["PATH"],
    OPENAI_API_KEY: "sk-bench",
    OPENAI_BASE_URL: `http://127.0.0.1:${port}/${latency.join("-")}/v1`,
  };
  const start = (command: readonly string[]) =>
    guarded(spawn(process.execPath, [main, ...command], { env, stdio: "ignore" }));
  const news = join(folder, `news-${name}`);
  mkdirSync(news);
  for (let n = 0; n < documents; n++) writeFileSync(join(news, `${n}.txt`), generatedNews(n));
  await once(start(["enqueue", news, ...queue]), "exit");
  const store = ["--store", join(folder, `${name}.sqlite`), "--engine", "llm", "--model", "gpt-4o-mini"];
  const crew = Array.from({ length: workers }, () => start(["worker", ...queue, ...store, ...given]));
  try {
    await until(arrivals);
    return [...arrivals];
  } finally {
    await Promise.all(crew.map((worker, n) => end(worker, `worker ${n}`, "SIGKILL")));
    await end(model, "the model", "SIGKILL");
    await forget(name);
  }
}

async function forget(name: string): Promise<void> {
  const redis = new Redis(redisUrl);
  for (const pattern of [`bull:${name}:*`, `kyhop:{${name}*`]) {
    const keys = await redis.keys(pattern);
    if (keys.length > 0) await redis.del(keys);
  }
  redis.disconnect();
}
