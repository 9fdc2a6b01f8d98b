import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { toldReply, toldText } from "../engines/llm/asked.js";
import { temporaryFolder } from "../support/folders.js";
import { end, guarded } from "../support/guard.js";
import { startOpenAiServer } from "../support/openai-server.js";
import { type ReceivedSpan, startOtlpReceiver } from "../support/otlp-receiver.js";
import { missing, redis } from "../support/services.js";
import { within } from "../support/within.js";
import { kyhop, main } from "./kyhop.js";
import { queueOf } from "./queues.js";

// each starts several processes, which a busy machine takes seconds for
vi.setConfig({ testTimeout: 240_000 });

const key = "sk-secret-key";
const absent = await missing(redis);

/** A command that goes on until it is stopped, and what its line on stderr says to where it serves. */
async function serving(given: readonly string[], environment: Readonly<Record<string, string>>, pattern: RegExp) {
  const child = guarded(
    spawn(process.execPath, [main, ...given], { env: { PATH: process.env["PATH"], ...environment } }),
  );
  onTestFinished(() => end(child, "the command", "SIGKILL"));
  child.stdout.resume();
  let told = "";
  const url = new Promise<string>((resolve) => {
    child.stderr.on("data", (some) => {
      told += some;
      const found = pattern.exec(told)?.[0];
      if (found) resolve(found);
    });
  });
  return {
    url: await within(30_000, "a command that says where it serves", url),
    /** Asks it to end and gives its exit code. */
    async stop() {
      child.kill("SIGTERM");
      return within(
        30_000,
        "the end of the command",
        once(child, "exit").then(([code]) => code),
      );
    },
  };
}

async function asking() {
  const model = await startOpenAiServer({ answer: () => JSON.stringify(toldReply) });
  onTestFinished(() => model.close());
  const engine = ["--engine", "llm", "--model", "gpt-4o-mini"];
  return { engine, environment: { OPENAI_API_KEY: key, OPENAI_BASE_URL: model.url } };
}

/** A folder with two documents that can be extracted and one that cannot. */
function threeDocuments(): string {
  const folder = temporaryFolder();
  for (const n of [1, 2]) writeFileSync(join(folder, `${n}.txt`), `${toldText}\nBản tin này mang số ${n}.\n`);
  writeFileSync(join(folder, "bad.txt"), " \n");
  return folder;
}

/** What may stand in neither: the key, and the words of documents and answers. */
const kept = [key, "Lâm Đông", "thu ngân sách"];

describe.skipIf(absent)(absent ?? "metrics", () => {
  test("tell Prometheus what a worker did, and no source, word or key", async () => {
    const [folder, queue, { engine, environment }] = [threeDocuments(), queueOf(), await asking()];
    await kyhop(["enqueue", folder, ...queue]);
    const store = ["--store", join(temporaryFolder(), "news.sqlite")];
    const given = ["worker", ...queue, ...store, ...engine, "--metrics", "0"];
    const { url, stop } = await serving(given, environment, /http:\S+\/metrics/);
    const scrape = async () => (await fetch(url, { signal: AbortSignal.timeout(5000) })).text();
    let metrics = "";
    while (!/state="failed"\} 1\n/.test(metrics) || !/state="done"\} 2\n/.test(metrics)) metrics = await scrape();
    for (const line of [
      'kyhop_documents_total{state="done"} 2',
      'kyhop_documents_total{state="failed"} 1',
      'kyhop_failures_total{code="DOCUMENT_EMPTY"} 1',
      'kyhop_figures_total{kind="achievement"} 2',
      "kyhop_documents_under_way 0",
      "kyhop_extract_seconds_count 3",
      'kyhop_queue_jobs{state="waiting"} 0',
      'kyhop_queue_jobs{state="failed"} 1',
    ])
      expect(metrics).toContain(`\n${line}\n`);
    expect(metrics).toMatch(/\nkyhop_model_tokens_total\{kind="input"\} [1-9]/);
    expect(metrics).toMatch(/\nkyhop_model_spent_usd 0\.00[0-9]*[1-9]/);
    expect(metrics).toContain("process_resident_memory_bytes");
    for (const secret of [...kept, folder]) expect(metrics).not.toContain(secret);
    expect(new URL(url).hostname).toBe("127.0.0.1");
    expect((await fetch(new URL("/", url))).status).toBe(404);
    expect(await stop()).toBe(1);
  });

  test("are refused at a port that is taken, before any work", async () => {
    const model = await startOpenAiServer();
    onTestFinished(() => model.close());
    const store = join(temporaryFolder(), "news.sqlite");
    const port = new URL(model.url).port;
    const refused = await kyhop(["run", threeDocuments(), "--store", store, "--engine", "rules", "--metrics", port]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain(`PORT_UNAVAILABLE Nothing can be served at 127.0.0.1:${port} (EADDRINUSE)`);
  });
});

/** The names of a span and of those above it. */
function pathOf(span: ReceivedSpan, spans: readonly ReceivedSpan[]): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent ? `${pathOf(parent, spans)} > ${span.name}` : span.name;
}

describe("traces", () => {
  test("show each document with its stages and requests below it, and no word or key", async () => {
    const receiver = await startOtlpReceiver();
    onTestFinished(() => receiver.close());
    const { engine, environment } = await asking();
    const folder = threeDocuments();
    const given = ["--store", join(folder, "news.sqlite"), ...engine, "--concurrency", "1"];
    const ended = await kyhop(["run", folder, ...given], {
      environment: {
        ...environment,
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
        OTEL_EXPORTER_OTLP_HEADERS: "x-api-key=collector-key",
      },
    });
    expect(ended).toMatchObject({ code: 1 });
    expect(receiver.headers).toContainEqual(expect.objectContaining({ "x-api-key": "collector-key" }));
    const { spans } = receiver;
    const paths = spans.map((span) => pathOf(span, spans)).sort();
    const one = [
      "document",
      "document > extract",
      "document > extract > chat gpt-4o-mini",
      "document > read",
      "document > save",
    ];
    const bad = ["document", "document > extract", "document > read"];
    expect(paths).toEqual([...one, ...one, ...bad].sort());
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(3);
    const chat = spans.find(({ name }) => name.startsWith("chat"));
    expect(chat?.attributes["gen_ai.usage.input_tokens"]).toBeGreaterThan(100);
    const failed = spans.filter(({ name, status }) => name === "document" && status.code === 2);
    expect(failed).toMatchObject([
      { status: { message: "DOCUMENT_EMPTY" }, attributes: { "kyhop.source": join(folder, "bad.txt") } },
    ]);
    for (const secret of [...kept, "collector-key"]) expect(receiver.bodies.join()).not.toContain(secret);
    expect(receiver.bodies.join()).toContain('"kyhop"');
  });

  test.skipIf(absent)("go on in a worker where a document was put in line, or begin there", async () => {
    const receiver = await startOtlpReceiver();
    onTestFinished(() => receiver.close());
    const traced = { environment: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url } };
    const [folder, queue] = [threeDocuments(), queueOf()];
    const [one, other, bad] = [join(folder, "1.txt"), join(folder, "2.txt"), join(folder, "bad.txt")];
    await kyhop(["enqueue", one, bad, ...queue], traced);
    // a job without its trace, as Kyhop made all of them once
    await kyhop(["enqueue", other, ...queue]);
    const store = ["--store", join(folder, "news.sqlite")];
    const ended = await kyhop(["worker", ...queue, ...store, "--engine", "rules", "--until-empty", "--json"], traced);
    expect(JSON.parse(ended.stdout)).toMatchObject({ done: 2, failed: 1 });
    const { spans } = receiver;
    const documents = spans.filter(({ name }) => name === "document");
    const traces = documents.map(({ traceId, attributes }) => {
      const paths = spans.filter((span) => span.traceId === traceId).map((span) => pathOf(span, spans));
      return [attributes["kyhop.source"], paths.sort()];
    });
    const stages = ["document", "document > extract", "document > read", "document > save"];
    const handedOn = ["enqueue", ...stages.map((stage) => `enqueue > ${stage}`)];
    expect(Object.fromEntries(traces)).toEqual({ [one]: handedOn, [bad]: handedOn.slice(0, -1), [other]: stages });
  });

  test("that nobody receives cost the run nothing but a word about it", async () => {
    const folder = threeDocuments();
    const ended = await kyhop(
      ["run", join(folder, "1.txt"), "--store", join(folder, "a.sqlite"), "--engine", "rules"],
      {
        environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" },
      },
    );
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain("OTEL_EXPORTER_OTLP_ENDPOINT");
  });
});

describe.skipIf(absent)(absent ?? "the board", () => {
  test("shows the queue to this machine, and lets no other site in", async () => {
    const [folder, queue] = [threeDocuments(), queueOf()];
    await kyhop(["enqueue", folder, ...queue]);
    const store = ["--store", join(folder, "news.sqlite")];
    await kyhop(["worker", ...queue, ...store, "--engine", "rules", "--until-empty"]);
    const { url, stop } = await serving(["queue", ...queue, "--board", "0"], {}, /http:\/\/\S+/);
    expect(new URL(url).hostname).toBe("127.0.0.1");

    const page = await fetch(url);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const html = await page.text();
    expect(html).toContain("<title>Bull Dashboard</title>");
    const script = /src="([^"]+\.js)"/.exec(html)?.[1] ?? "";
    expect((await fetch(new URL(script, url))).status).toBe(200);
    const { queues } = (await (await fetch(`${url}/api/queues?activeQueue=${queue.at(-1)}&status=failed`)).json()) as {
      readonly queues: readonly object[];
    };
    expect(queues).toMatchObject([
      {
        name: queue.at(-1),
        counts: { failed: 1 },
        jobs: [{ data: { address: join(folder, "bad.txt") }, failedReason: expect.stringContaining("DOCUMENT_EMPTY") }],
      },
    ]);

    const elsewhere = { origin: "https://elsewhere.example", "content-type": "text/plain" };
    const retry = `${url}/api/queues/${queue.at(-1)}/retry/failed`;
    expect((await fetch(retry, { method: "PUT", headers: elsewhere })).status).toBe(403);
    expect(await stop()).toBe(0);
  });
});
