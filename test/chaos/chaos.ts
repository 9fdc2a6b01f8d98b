import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { timeless } from "../cli/batches.js";
import { kyhop } from "../cli/kyhop.js";
import { toldReply, toldText } from "../engines/llm/asked.js";
import { type OpenAiTestServer, startOpenAiServer } from "../support/openai-server.js";
import type { FaultName } from "../support/openai-server-faults.js";
import { Random } from "../support/random.js";
import { startPostgres, startRedis, type ThrowawayServer } from "../support/throwaway-servers.js";
import { within } from "../support/within.js";
import { Crew } from "./crew.js";

export interface ChaosOptions {
  readonly documents: number;
  readonly workers: number;
  /** documents at a time of each worker */
  readonly concurrency: number;
  /** how often something is broken */
  readonly disturbances: number;
  /** milliseconds between two disturbances */
  readonly every: number;
  /** an empty folder */
  readonly folder: string;
}

/** What is left when the dust has settled. */
export interface ChaosOutcome {
  /** the records, without the times of their extraction, in order of source */
  readonly records: readonly string[];
  readonly undisturbed: readonly string[];
  readonly queue: {
    readonly waiting: number;
    readonly active: number;
    readonly delayed: number;
    readonly failed: number;
  };
  /** answers of the model that came whole */
  readonly goodAnswers: number;
  readonly faults: number;
  /** what workers said that ended by themselves before the queue was empty */
  readonly lastWords: readonly string[];
  /** what was broken, in order */
  readonly disturbed: readonly string[];
}

/** Milliseconds that one command is waited for beside those that grow with the documents. */
const patience = 60_000;

/** Milliseconds that a number of documents may take, whatever breaks meanwhile. */
export const patienceFor = (documents: number) => 2 * patience + documents * 200;

/** Faults that pass when the model is asked again; every fifth answer meets one. */
const passing: readonly FaultName[] = [
  "rate_limited_milliseconds",
  "server_error",
  "bad_gateway",
  "overloaded",
  "cut_before",
  "error_in_body",
];
const faultPlan = (request: number) =>
  request % 5 === 4 ? (passing[((request / 5) % passing.length) | 0] ?? null) : null;

/**
 * Works on made documents with several workers while Redis, PostgreSQL, the network and the workers are broken. Every
 * wait has a limit, and what was started is ended however it goes.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const started: (() => Promise<void>)[] = [];
  try {
    return await chaosAmong(options, (stop) => started.push(stop));
  } finally {
    // the last first: workers before what they rely on
    for (const stop of started.reverse()) await stop().catch((error) => console.error(error));
  }
}

async function chaosAmong(options: ChaosOptions, atEnd: (stop: () => Promise<void>) => void): Promise<ChaosOutcome> {
  const { documents, workers, concurrency, folder } = options;
  const news = join(folder, "news");
  const limit = patienceFor(documents);
  makeNews(news, documents);
  const postgres = await startPostgres();
  atEnd(postgres.stop);
  const redis = await startRedis(folder);
  atEnd(redis.stop);
  const model = await startOpenAiServer({ answer: () => JSON.stringify(toldReply), faults: faultPlan, latency: 100 });
  atEnd(model.close);
  await kyhop(["enqueue", news, "--redis", redis.url], { limit: patience });
  const crew = await Crew.start({
    workers,
    redisPort: redis.port,
    given: ["--store", postgres.url, ...engine, "--concurrency", `${concurrency}`, "--takeover", "3"],
    environment: environmentOf(model),
  });
  atEnd(() => crew.stop());
  const disturbed = await disturb(options, crew, redis, postgres);
  await crew.ended(limit);
  const queue = JSON.parse((await kyhop(["queue", "--redis", redis.url, "--json"], { limit: patience })).stdout);
  const { stdout } = await kyhop(["export", "--store", postgres.url], { limit });
  const faults = model.faults.filter((fault) => fault !== null).length;
  const goodAnswers = model.requests.length - faults;
  return {
    records: timeless(stdout),
    undisturbed: await undisturbed(news, folder, limit),
    queue,
    goodAnswers,
    faults,
    lastWords: crew.lastWords,
    disturbed,
  };
}

function makeNews(folder: string, count: number): void {
  mkdirSync(folder);
  for (let n = 0; n < count; n++) {
    writeFileSync(join(folder, `${String(n).padStart(5, "0")}.txt`), `${toldText}\nBản tin này mang số ${n}.\n`);
  }
}

/** The records of one run in one process with a model that never fails. */
async function undisturbed(news: string, folder: string, limit: number): Promise<readonly string[]> {
  const model = await startOpenAiServer({ answer: () => JSON.stringify(toldReply) });
  try {
    const store = join(folder, "undisturbed.sqlite");
    await kyhop(["run", news, "--store", store, ...engine], { environment: environmentOf(model), limit });
    return timeless((await kyhop(["export", "--store", store], { limit })).stdout);
  } finally {
    await model.close();
  }
}

const engine = ["--engine", "llm", "--model", "gpt-4o-mini"];
const environmentOf = (model: OpenAiTestServer) => ({ OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: model.url });

async function disturb(
  { disturbances, every, workers }: ChaosOptions,
  crew: Crew,
  redis: ThrowawayServer,
  postgres: ThrowawayServer,
): Promise<readonly string[]> {
  const random = new Random(11);
  const ways: readonly (readonly [string, () => Promise<void> | void])[] = [
    ["kill a worker", () => crew.kill(random.below(workers))],
    ["crash Redis", () => redis.crash()],
    ["cut a worker off", () => crew.proxies[random.below(workers)]?.cut(1500)],
    ["crash PostgreSQL", () => postgres.crash()],
  ];
  const disturbed: string[] = [];
  for (let n = 0; n < disturbances; n++) {
    await setTimeout(every * (0.5 + random.below(1000) / 1000));
    const [name, happen] = ways[n % ways.length] ?? ["", () => {}];
    await within(patience, name, Promise.resolve(happen()));
    disturbed.push(name);
  }
  return disturbed;
}
