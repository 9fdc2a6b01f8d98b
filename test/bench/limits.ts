import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { guarded } from "../support/guard.js";
import { isListening } from "../support/listening.js";
import { startOpenAiServer } from "../support/openai-server.js";
import { usageOf } from "../support/openai-server-bodies.js";
import { generatedNews } from "./generated-documents.js";

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const redisUrl = "redis://127.0.0.1:6379";
const workers = 4;
const minute = 60_000;
/** Requests a minute; the tokens a minute are those of as many. */
const rate = 480;
const answer = JSON.stringify({ session: null, attendees: [], resolutions: [], blocks: [] });

interface Arrival {
  readonly at: number;
  readonly weight: number;
}

/** Prints how near the requests and tokens of several workers come to their limits over real minutes, as a server sees it. */
export async function benchLimits(): Promise<void> {
  console.log(`limits: ${workers} workers for two minutes each, as the server sees them (goal: within 5 %)`);
  if (!(await isListening("127.0.0.1", 6379))) return console.log("  Redis does not answer on port 6379");
  const folder = mkdtempSync(join(tmpdir(), "kyhop-bench-"));
  try {
    const news = join(folder, "news");
    mkdirSync(news);
    for (let n = 0; n < rate * 3.5; n++) writeFileSync(join(news, `${n}.txt`), generatedNews(n));
    const requests = await arrivalsOf(folder, "--requests-per-minute", rate);
    report(
      "requests",
      requests.map(({ at }) => ({ at, weight: 1 })),
      rate,
    );
    const each = requests.reduce((sum, { weight }) => sum + weight, 0) / requests.length;
    const tokens = Math.round(rate * each);
    report("tokens", await arrivalsOf(folder, "--tokens-per-minute", tokens), tokens);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What reaches the model in two minutes and some seconds, with its tokens. */
async function arrivalsOf(folder: string, option: string, limit: number): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  const model = await startOpenAiServer({
    answer: (body) => {
      const { input, output } = usageOf(body, { content: answer });
      arrivals.push({ at: performance.now(), weight: input + output });
      return answer;
    },
  });
  const name = `bench-${randomUUID()}`;
  const queue = ["--redis", redisUrl, "--queue", name];
  const environment = { PATH: process.env["PATH"], OPENAI_API_KEY: "sk-bench", OPENAI_BASE_URL: model.url };
  const start = (given: readonly string[]) =>
    guarded(spawn(process.execPath, [main, ...given], { env: environment, stdio: "ignore" }));
  await once(start(["enqueue", join(folder, "news"), ...queue]), "exit");
  const store = ["--store", join(folder, `${name}.sqlite`), "--engine", "llm", "--model", "gpt-4o-mini"];
  const crew = Array.from({ length: workers }, () => start(["worker", ...queue, ...store, option, `${limit}`]));
  while (arrivals.length === 0) await setTimeout(100);
  await setTimeout(2 * minute + 10_000);
  for (const worker of crew) worker.kill("SIGKILL");
  await model.close();
  await forget(name);
  return arrivals;
}

async function forget(name: string): Promise<void> {
  const redis = new Redis(redisUrl);
  for (const pattern of [`bull:${name}:*`, `kyhop:{${name}*`]) {
    const keys = await redis.keys(pattern);
    if (keys.length > 0) await redis.del(keys);
  }
  redis.disconnect();
}

function report(name: string, arrivals: readonly Arrival[], limit: number): void {
  const within = (start: number, span: number) =>
    arrivals.reduce((sum, { at, weight }) => (at >= start && at < start + span ? sum + weight : sum), 0);
  const most = Math.max(...arrivals.map(({ at }) => within(at, minute)));
  const mean = within(arrivals[0]?.at ?? 0, 2 * minute) / 2;
  const share = (amount: number) => `${((100 * amount) / limit).toFixed(1)} %`;
  console.log(
    `  ${name.padEnd(8)} limit ${limit} a minute: ${share(most)} of it in the fullest minute, ${share(mean)} in the mean`,
  );
}
