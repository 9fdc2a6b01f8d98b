import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { main } from "../cli/kyhop.js";
import { type CutProxy, startCutProxy } from "../support/cut-proxy.js";
import { end, guarded } from "../support/guard.js";
import { within } from "../support/within.js";

export interface CrewOptions {
  readonly workers: number;
  /** of Redis; each worker has a way of its own to it, which can be cut */
  readonly redisPort: number;
  /** what workers are told beside where Redis is */
  readonly given: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Workers that are started again when they end before the queue is empty, as a service manager does. */
export class Crew {
  readonly #members: ChildProcess[] = [];
  readonly #lives: readonly Promise<void>[];
  #isOver = false;
  /** what those said last that ended otherwise than by a kill or with the queue */
  readonly lastWords: string[] = [];

  private constructor(
    private readonly options: CrewOptions,
    readonly proxies: readonly CutProxy[],
  ) {
    this.#lives = proxies.map((_, n) => this.#live(n));
  }

  static async start(options: CrewOptions): Promise<Crew> {
    return new Crew(
      options,
      await Promise.all(Array.from({ length: options.workers }, () => startCutProxy(options.redisPort))),
    );
  }

  async #live(n: number): Promise<void> {
    const { given, environment } = this.options;
    const redis = `redis://127.0.0.1:${this.proxies[n]?.port}`;
    while (!this.#isOver) {
      const worker = guarded(
        spawn(process.execPath, [main, "worker", "--redis", redis, ...given, "--until-empty"], {
          env: { PATH: process.env["PATH"], ...environment },
          stdio: ["ignore", "ignore", "pipe"],
        }),
      );
      this.#members[n] = worker;
      let told = "";
      worker.stderr.on("data", (some) => {
        told = `${told}${some}`.slice(-500);
      });
      const [code] = await once(worker, "exit");
      // 0 and 1: there was nothing left to do
      if (code === 0 || code === 1) return;
      if (code !== null) this.lastWords.push(`worker ${n} ended with ${code}: ${told}`);
      await setTimeout(200);
    }
  }

  kill(n: number): void {
    this.#members[n]?.kill("SIGKILL");
  }

  /** @throws where they are still at it after so many milliseconds */
  async ended(limit: number): Promise<void> {
    await within(limit, "workers that empty the queue", Promise.all(this.#lives)).catch((error) => {
      throw new Error([error.message, ...this.lastWords.slice(-5)].join("\n"));
    });
  }

  /** Ends all of them, whatever they do. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#members.map((worker, n) => end(worker, `worker ${n}`, "SIGKILL")));
    for (const proxy of this.proxies) proxy.close();
  }
}
