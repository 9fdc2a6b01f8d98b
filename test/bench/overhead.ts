import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { generateObject } from "ai";
import PQueue from "p-queue";
import { pipelines } from "../../pipelines/index.js";
import { clean } from "../../src/documents/clean.js";
import type { RawDocument } from "../../src/documents/document.js";
import { llmEngine, plannedRequests, planOf, readPrompts, usualLimits } from "../../src/engines/llm/index.js";
import { connectModel } from "../../src/engines/llm/model/connect.js";
import { replaying } from "../../src/engines/llm/model/record-replay.js";
import { recognise } from "../../src/mentions/recognise.js";
import { choosePipeline, extract } from "../../src/pipeline.js";
import { inFlight } from "../../src/runs/in-flight.js";
import type { Answers, Given } from "./answering-server.js";
import { PlainRecord, plainAnswer, plainInstructions } from "./plain-extraction.js";

const fixtures = join(import.meta.dirname, "../../../fixtures");
const atOnce = 128;
const latency = 500;
const documents = 512;
const rounds = 2;
/** Counted while every place is taken: not the first documents, nor those after which the source is dry. */
const counted = documents - 2 * atOnce;
const allowed = (atOnce * 1000) / latency;
const goal = 95;

/** A document, what a plain extraction of it answers, and what it says. */
interface Source extends RawDocument {
  readonly text: string;
}

/** Takes the documents to what comes of them, `atOnce` at a time, and tells how many figures each has as it is done. */
type Way = (sources: readonly Source[], server: string, done: (figures: number) => void) => Promise<void>;

/**
 * Prints the documents a second that come through a server which takes its time, beside what its latency allows and
 * what this machine's processor allows: the same work with a server that answers at once. The peer does no more than to
 * ask and to hold the answer against its schema.
 */
export async function benchOverhead(): Promise<void> {
  const sources = readSources();
  const { process: server, url } = await startServer({ ...(await ownAnswers(sources)), ...plainAnswers(sources) });
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / sources.length / 1024;
  console.log(
    `overhead: ${documents} documents of ${size.toFixed(1)} KB on average, ${atOnce} at a time, ${latency} ms latency allow ${allowed}/s; the best of ${rounds} rounds`,
  );
  const all = Array.from({ length: documents }, (_, n) => sources[n % sources.length] as Source);
  const best = new Map(Object.keys(ways).map((name) => [name, { slow: fastest, fast: fastest, busy: fastest }]));
  for (const way of Object.values(ways)) await way(all.slice(0, 2 * atOnce), `${url}/0/v1`, () => {});
  // the ways take turns, so that a busy machine slows all of them alike
  for (let round = 0; round < rounds; round++)
    for (const [name, way] of Object.entries(ways)) {
      const fast = await timeOf((done) => way(all, `${url}/0/v1`, done));
      const slow = await timeOf((done) => way(all, `${url}/${latency}/v1`, done));
      const before = best.get(name);
      best.set(name, {
        fast: Math.min(before?.fast ?? fastest, fast.taken),
        slow: Math.min(before?.slow ?? fastest, slow.taken),
        busy: Math.min(before?.busy ?? fastest, slow.busy),
      });
    }
  server.kill();
  for (const [name, { slow, fast, busy }] of best) {
    const limit = Math.min(allowed, rate(fast));
    console.log(
      `  ${name.padEnd(12)} ${rate(slow).toFixed(0).padStart(4)}/s, without latency ${rate(fast).toFixed(0).padStart(4)}/s: ${((100 * rate(slow)) / limit).toFixed(0)} % of what is possible${name === "kyhop" ? ` (goal ${goal} %)` : ""}; ${(busy / documents).toFixed(2)} ms of the processor a document`,
    );
  }
}

const fastest = Number.POSITIVE_INFINITY;
const rate = (milliseconds: number): number => (counted * 1000) / milliseconds;

/** Milliseconds that the counted documents took, and that the processor was busy with all of them. */
async function timeOf(work: (done: (figures: number) => void) => Promise<void>) {
  const used = process.cpuUsage();
  const times: number[] = [];
  let all = 0;
  await work((figures) => {
    times.push(performance.now());
    all += figures;
  });
  const { user, system } = process.cpuUsage(used);
  if (all < documents) throw new Error("There are hardly any figures.");
  return { taken: (times.at(-1 - atOnce) ?? 0) - (times[atOnce - 1] ?? 0), busy: (user + system) / 1000 };
}

const figuresOf = ({ targets, achievements }: { targets: readonly unknown[]; achievements: readonly unknown[] }) =>
  targets.length + achievements.length;

const throughKyhop: Way = async (sources, baseUrl, done) => {
  const model = connectModel({ model: "bench", apiKey: null, baseUrl, price: null, retries: { attempts: 1 } });
  const engine = llmEngine({ model, prompts });
  const work = async (source: Source) =>
    done(figuresOf(await extract(source, { engine, pipelines, now: () => new Date(0) })));
  for await (const _ of inFlight(sources, atOnce, work));
};

const throughPeer: Way = async (sources, baseURL, done) => {
  const provider = createOpenAICompatible({ name: "bench", baseURL, supportsStructuredOutputs: true });
  const queue = new PQueue({ concurrency: atOnce });
  const ask = async ({ text }: Source) => {
    const answer = { schema: PlainRecord, system: plainInstructions, prompt: text, maxRetries: 0 };
    done(figuresOf((await generateObject({ model: provider("bench"), ...answer })).object));
  };
  await Promise.all(sources.map((source) => queue.add(() => ask(source))));
};

const ways: Readonly<Record<string, Way>> = { kyhop: throughKyhop, "ai + p-queue": throughPeer };

function readSources(): readonly Source[] {
  const names = readdirSync(join(fixtures, "documents")).filter((name) => name.endsWith(".txt"));
  return names.map((name) => {
    const bytes = readFileSync(join(fixtures, "documents", name));
    return { source: name, bytes, text: bytes.toString() };
  });
}

const prompts = readPrompts();

/** The recorded replies by what is asked. */
async function ownAnswers(sources: readonly Source[]): Promise<Answers> {
  const model = replaying(join(fixtures, "replies"));
  const answers = sources.map(async (source) => {
    const document = await clean(source);
    const mentions = recognise(document);
    const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
    const plan = await planOf({ document, mentions, pipeline }, prompts, usualLimits);
    const requests = await plannedRequests(plan, usualLimits);
    return Promise.all(requests.map(async (request) => [request.user, (await model.ask(request)).text] as const));
  });
  return Object.fromEntries((await Promise.all(answers)).flat());
}

function plainAnswers(sources: readonly Source[]): Answers {
  return Object.fromEntries(
    sources.map(({ source, text }) => {
      const gold = readFileSync(join(fixtures, "gold", `${basename(source, ".txt")}.json`), "utf8");
      return [text, plainAnswer(JSON.parse(gold))];
    }),
  );
}

async function startServer(answers: Answers): Promise<{ readonly process: ChildProcess; readonly url: string }> {
  const server = fork(join(import.meta.dirname, "answering-server.js"));
  server.send({ answers } satisfies Given);
  const [port] = await once(server, "message");
  return { process: server, url: `http://127.0.0.1:${port}` };
}
