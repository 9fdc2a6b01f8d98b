import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { timeless } from "../cli/batches.js";
import { kyhop, main } from "../cli/kyhop.js";
import { toldReply, toldText } from "../engines/llm/asked.js";
import { type CutProxy, startCutProxy } from "../support/cut-proxy.js";
import { type OpenAiTestServer, startOpenAiServer } from "../support/openai-server.js";
import type { FaultName } from "../support/openai-server-faults.js";
import { Random } from "../support/random.js";
import { startPostgres, startRedis, type ThrowawayServer } from "../support/throwaway-servers.js";

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
  /** what was broken, in order */
  readonly disturbed: readonly string[];
}

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

/** Works on made documents with several workers while Redis, PostgreSQL, the network and the workers are broken. */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const news = join(options.folder, "news");
  makeNews(news, options.documents);
  const postgres = await startPostgres();
  const redis = await startRedis(options.folder);
  const model = await startOpenAiServer({ answer: () => JSON.stringify(toldReply), faults: faultPlan, latency: 100 });
  try {
    await kyhop(["enqueue", news, "--redis", redis.url]);
    const crew = await Crew.start(options, { redis, postgres, model });
    const disturbed = await disturb(options, crew, redis, postgres);
    await crew.ended();
    const queue = JSON.parse((await kyhop(["queue", "--redis", redis.url, "--json"])).stdout);
    const { stdout } = await kyhop(["export", "--store", postgres.url]);
    const faults = model.faults.filter((fault) => fault !== null).length;
    const goodAnswers = model.requests.length - faults;
    return {
      records: timeless(stdout),
      undisturbed: await undisturbed(news, options.folder),
      queue,
      goodAnswers,
      faults,
      disturbed,
    };
  } finally {
    await Promise.all([model.close(), redis.stop(), postgres.stop()]);
  }
}

function makeNews(folder: string, count: number): void {
  mkdirSync(folder);
  for (let n = 0; n < count; n++) {
    writeFileSync(join(folder, `${String(n).padStart(5, "0")}.txt`), `${toldText}\nBản tin này mang số ${n}.\n`);
  }
}

/** The records of one run in one process with a model that never fails. */
async function undisturbed(news: string, folder: string): Promise<readonly string[]> {
  const model = await startOpenAiServer({ answer: () => JSON.stringify(toldReply) });
  const store = join(folder, "undisturbed.sqlite");
  await kyhop(["run", news, "--store", store, ...engine], { environment: environmentOf(model) });
  await model.close();
  return timeless((await kyhop(["export", "--store", store])).stdout);
}

const engine = ["--engine", "llm", "--model", "gpt-4o-mini"];
const environmentOf = (model: OpenAiTestServer) => ({ OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: model.url });

interface Servers {
  readonly redis: ThrowawayServer;
  readonly postgres: ThrowawayServer;
  readonly model: OpenAiTestServer;
}

/** Workers that are started again when they end before the queue is empty, as a service manager does. */
class Crew {
  readonly #members: ChildProcess[] = [];
  #settled = false;

  private constructor(
    private readonly options: ChaosOptions,
    private readonly servers: Servers,
    readonly proxies: readonly CutProxy[],
  ) {}

  static async start(options: ChaosOptions, servers: Servers): Promise<Crew> {
    const proxies = await Promise.all(Array.from({ length: options.workers }, () => startCutProxy(servers.redis.port)));
    const crew = new Crew(options, servers, proxies);
    for (const n of proxies.keys()) crew.#start(n);
    return crew;
  }

  #start(n: number): void {
    const { postgres, model } = this.servers;
    const places = ["--redis", `redis://127.0.0.1:${this.proxies[n]?.port}`, "--store", postgres.url];
    const how = ["--concurrency", `${this.options.concurrency}`, "--takeover", "3", "--until-empty"];
    const worker = spawn(process.execPath, [main, "worker", ...places, ...engine, ...how], {
      env: { PATH: process.env["PATH"], ...environmentOf(model) },
      stdio: "ignore",
    });
    this.#members[n] = worker;
    worker.on("exit", (code) => {
      if (code === 0 || code === 1 || this.#settled) return;
      this.#start(n);
    });
  }

  kill(n: number): void {
    this.#members[n]?.kill("SIGKILL");
  }

  async ended(): Promise<void> {
    for (let n = 0; n < this.#members.length; n++) {
      for (let worker = this.#members[n]; worker; worker = this.#members[n]) {
        if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
        if (worker.exitCode === 0 || worker.exitCode === 1) break;
        await setTimeout(50);
      }
    }
    this.#settled = true;
    for (const proxy of this.proxies) proxy.close();
  }
}

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
    await happen();
    disturbed.push(name);
  }
  return disturbed;
}
