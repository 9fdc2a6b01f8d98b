import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { RawDocument } from "../../documents/document.js";
import type { Purse } from "../../engines/llm/model/budget.js";
import type { Record } from "../../records/record.js";
import type { QueueCounts } from "../../runs/bullmq-queue.js";
import type { Ended } from "../../runs/document-work.js";
import type { Address } from "../option-values.js";
import { listenAt, type Served } from "../served.js";

/** Milliseconds that the queue's counts are waited for: Redis may be away, and a scrape must end. */
const patience = 2000;

/** What one process tells Prometheus. Labels are names that Kyhop knows beforehand: no sources, no words, no keys. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #documents: Counter<"state">;
  readonly #failures: Counter<"code">;
  readonly #figures: Counter<"kind">;
  readonly #unclaimed: Counter;
  readonly #underWay: Gauge;
  readonly #seconds: Histogram;

  constructor() {
    const registers = [this.#registry];
    const named = (name: string, help: string) => ({ name: `kyhop_${name}`, help, registers });
    collectDefaultMetrics({ register: this.#registry });
    this.#documents = new Counter({
      ...named("documents_total", "Documents by how their turn ended"),
      labelNames: ["state"],
    });
    this.#failures = new Counter({ ...named("failures_total", "Documents that failed"), labelNames: ["code"] });
    this.#figures = new Counter({ ...named("figures_total", "Figures of the records"), labelNames: ["kind"] });
    this.#unclaimed = new Counter(named("unclaimed_numbers_total", "Numbers of the texts that no figure uses"));
    this.#underWay = new Gauge(named("documents_under_way", "Documents that are being extracted"));
    this.#seconds = new Histogram({
      ...named("extract_seconds", "How long extracting a document took"),
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60],
    });
  }

  tell(ended: Ended): void {
    this.#documents.inc({ state: ended.state.replace(" ", "_") });
    if (ended.state === "failed") this.#failures.inc({ code: ended.error.code });
    if (ended.state !== "done") return;
    const { targets, achievements, problems } = ended.record;
    this.#figures.inc({ kind: "target" }, targets.length);
    this.#figures.inc({ kind: "achievement" }, achievements.length);
    this.#unclaimed.inc(problems.filter(({ code }) => code === "UNCLAIMED_NUMBER").length);
  }

  /** The extraction, its time and how often it is under way told. */
  timed(extract: (raw: RawDocument) => Promise<Record>): (raw: RawDocument) => Promise<Record> {
    return async (raw) => {
      this.#underWay.inc();
      const end = this.#seconds.startTimer();
      try {
        return await extract(raw);
      } finally {
        end();
        this.#underWay.dec();
      }
    };
  }

  /** Tells also what the model took. */
  watchMoney(purse: Purse): void {
    const registers = [this.#registry];
    new Gauge({
      name: "kyhop_model_spent_usd",
      help: "What the model cost, of all workers of the queue where they share a budget",
      registers,
      collect() {
        this.set(purse.spentUsd);
      },
    });
    new Counter({
      name: "kyhop_model_tokens_total",
      help: "Tokens of all answers to this process",
      labelNames: ["kind"],
      registers,
      collect() {
        this.reset();
        for (const [kind, count] of Object.entries(purse.usage)) this.inc({ kind }, count);
      },
    });
  }

  /** Tells also how many jobs are where; nothing of it while Redis is away. */
  watchQueue(counts: () => Promise<QueueCounts>): void {
    new Gauge({
      name: "kyhop_queue_jobs",
      help: "Documents in the queue of all workers",
      labelNames: ["state"],
      registers: [this.#registry],
      async collect() {
        const away = setTimeout(patience, null, { ref: false });
        const known = await Promise.race([counts().catch(() => null), away]);
        this.reset();
        for (const [state, count] of Object.entries(known ?? {})) this.set({ state }, count);
      },
    });
  }

  /** @throws KyhopError PORT_UNAVAILABLE */
  serve(address: Address): Promise<Served> {
    const server = createServer(async ({ method, url }, response) => {
      if (method !== "GET" || url?.split("?")[0] !== "/metrics") return response.writeHead(404).end("see /metrics\n");
      response.writeHead(200, { "content-type": this.#registry.contentType }).end(await this.#registry.metrics());
    });
    return listenAt(server, address);
  }
}
