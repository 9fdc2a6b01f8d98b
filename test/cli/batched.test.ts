import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Record } from "../../src/records/record.js";
import { generatedNews } from "../bench/generated-documents.js";
import { temporaryFolder } from "../support/folders.js";
import { type OpenAiServerOptions, startOpenAiServer } from "../support/openai-server.js";
import type { ChatBody, GivenAnswer } from "../support/openai-server-bodies.js";
import { kyhop, main } from "./kyhop.js";
import { answerToNews, figuresOfNews, numberOfNews } from "./told-news.js";

// a process takes a second to start, and ten where the machine is busy with other things
vi.setConfig({ testTimeout: 240_000 });

const good = (body: ChatBody): GivenAnswer => ({ content: answerToNews(body) });

/** So many documents, and a server whose batches answer as the options say. */
async function newsAndServer(count: number, options: OpenAiServerOptions = {}) {
  const folder = temporaryFolder();
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `${n}.txt`), `Tin số ${n}. ${generatedNews(n)}`);
  const server = await startOpenAiServer({ answer: answerToNews, batchLine: (_, body) => good(body), ...options });
  onTestFinished(() => server.close());
  const state = join(folder, "batches.json.kept");
  const environment = { OPENAI_API_KEY: "sk-test-4f1c9a", OPENAI_BASE_URL: server.url };
  const asking = ["extract", folder, "--engine", "llm", "--model", "gpt-4o-mini"];
  const batched = [...asking, "--batch", "--batch-state", state];
  const extract = (...more: readonly string[]) => kyhop([...batched, ...more], { environment });
  const start = () =>
    spawn(process.execPath, [main, ...batched], { env: { PATH: process.env["PATH"], ...environment } });
  return { folder, server, state, asking, environment, extract, start };
}

const recordsIn = (lines: string) =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => Record.parse(JSON.parse(line)));
const figuresIn = (lines: string) =>
  recordsIn(lines).map(({ targets, achievements }) => targets.length + achievements.length);
const spent = (stderr: string) => Number(/([\d.]+) USD/.exec(stderr)?.[1]);

/** Waits until a process has told something on stderr. */
async function untilTold(child: ChildProcess, words: RegExp): Promise<void> {
  let told = "";
  for await (const some of child.stderr ?? []) {
    told += some;
    if (words.test(told)) return;
  }
  throw new Error(`it ended before it told ${words}: ${told}`);
}

describe("documents asked about in batches", () => {
  test("give the records that chats give at half the price, and nothing is sent twice", async () => {
    const { server, state, asking, environment, extract } = await newsAndServer(5);
    const chats = await kyhop(asking, { environment });
    const asked = server.usage.input;
    const first = await extract();
    expect(first).toMatchObject({ code: 0 });
    expect(server.batches).toEqual([5]);
    expect(server.usage.input).toBe(2 * asked);
    const [one, other] = [chats.stdout, first.stdout].map(recordsIn);
    const told = (records: readonly Record[] = []) => records.map(({ provenance, ...rest }) => ({ ...rest }));
    expect(told(other)).toEqual(told(one));
    expect(other?.map(({ provenance }) => provenance.costUsd)).toEqual(
      one?.map(({ provenance }) => provenance.costUsd / 2),
    );
    expect(first.stderr).toContain(`${asked} tokens in`);
    expect(JSON.parse(readFileSync(state, "utf8")).batches).toMatchObject([{ requests: 5, told: true }]);

    const again = await extract();
    expect(recordsIn(again.stdout).map(({ achievements }) => achievements)).toEqual(
      one?.map(({ achievements }) => achievements),
    );
    expect(server.batches).toEqual([5]);
    expect(spent(again.stderr)).toBe(0);
    expect(server.violations).toEqual([]);
  });

  test("that fail, expire or are forgotten are told one by one; the same command sends these again", async () => {
    const bad = ["error", "expired", "missing"] as const;
    let isBad = true;
    const batchLine = (_: string, body: ChatBody) => {
      const n = numberOfNews(body.messages[1]?.content ?? "");
      return (isBad && bad[n]) || good(body);
    };
    const { server, extract } = await newsAndServer(5, { batchLine });
    const first = await extract();
    expect(first.code).toBe(1);
    expect(recordsIn(first.stdout).map(({ document }) => basename(document.source))).toEqual(["3.txt", "4.txt"]);
    expect(first.stderr).toMatch(/0\.txt: LLM_REQUEST_REJECTED .*Unknown role/);
    expect(first.stderr).toMatch(/1\.txt: LLM_BATCH_FAILED .*batch_expired.*completion window/);
    expect(first.stderr).toMatch(/2\.txt: LLM_BATCH_FAILED .*no result/);
    isBad = false;
    const again = await extract();
    expect({ code: again.code, figures: figuresIn(again.stdout) }).toEqual({
      code: 0,
      figures: Array(5).fill(figuresOfNews),
    });
    expect(server.batches).toEqual([5, 3]);
  });

  test("are asked about again where an answer is no JSON, and in halves where it was cut", async () => {
    const met = new Set<string>();
    const batchLine = (_: string, body: ChatBody): GivenAnswer => {
      const n = numberOfNews(body.messages[1]?.content ?? "");
      if (n > 1 || met.has(`${n}`)) return good(body);
      met.add(`${n}`);
      return n === 0 ? { content: "{" } : { content: "{", finish: "length" };
    };
    const { server, extract } = await newsAndServer(3, { batchLine });
    const { code, stdout, stderr } = await extract();
    expect({ code, figures: figuresIn(stdout), batches: server.batches }).toEqual({
      code: 0,
      figures: Array(3).fill(figuresOfNews),
      // of the second half nothing less would be shown than of the whole, so its lines are asked about one by one
      batches: [3, 4],
    });
    const sum = recordsIn(stdout).reduce((total, { provenance }) => total + provenance.tokens.input, 0);
    expect(sum).toBe(server.usage.input);
    expect(stderr).toContain(`${sum} tokens in`);
  });

  test("are sent as far as the budget lasts, which is reserved before anything is uploaded", async () => {
    const { server, extract } = await newsAndServer(4);
    const none = await extract("--budget", "0.000001");
    expect(none).toMatchObject({ code: 1, stdout: "" });
    expect(none.stderr.match(/LLM_BUDGET_SPENT/g)).toHaveLength(4);
    expect(server.batches).toEqual([]);
    const some = await extract("--budget", "0.006");
    expect(server.batches[0]).toBeLessThan(4);
    expect(server.batches.length).toBeGreaterThan(1);
    expect(spent(some.stderr)).toBeLessThanOrEqual(0.006);
    expect(recordsIn(some.stdout).length + (some.stderr.match(/LLM_BUDGET_SPENT/g)?.length ?? 0)).toBe(4);
  });

  test("may come by standard input; the rules have nothing to send", async () => {
    const { folder, server, environment } = await newsAndServer(1);
    const asking = [
      "extract",
      "-",
      "--engine",
      "llm",
      "--model",
      "gpt-4o-mini",
      "--batch",
      "--cache",
      join(folder, "c"),
    ];
    const { code, stdout } = await kyhop(asking, { input: `Tin số 7. ${generatedNews(7)}`, environment });
    expect({ code, figures: figuresIn(stdout), batches: server.batches }).toEqual({
      code: 0,
      figures: [figuresOfNews],
      batches: [1],
    });
    expect(existsSync(join(folder, "c/batches.json"))).toBe(true);
    const rules = await kyhop(["extract", folder, "--engine", "rules", "--batch"]);
    expect(rules).toMatchObject({ code: 2, stdout: "" });
    expect(rules.stderr).toContain("--batch");
  });

  test("cost half in a dry run too", async () => {
    const { asking, environment } = await newsAndServer(1);
    const dry = async (...more: readonly string[]) =>
      JSON.parse((await kyhop([...asking, "--dry-run", ...more], { environment })).stdout).costUsd;
    expect(await dry("--batch")).toBeCloseTo((await dry()) / 2, 12);
  });
});

describe("a process that ends before its batch", () => {
  test("by kill -9 leaves the batch to the next, which pays no second one", async () => {
    let isDone = false;
    const { server, extract, start } = await newsAndServer(4, { batchPolls: () => isDone });
    const child = start();
    await untilTold(child, /batch \S+: in_progress/);
    child.kill("SIGKILL");
    await once(child, "close");
    isDone = true;
    const { code, stdout, stderr } = await extract();
    expect({ code, figures: figuresIn(stdout), batches: server.batches }).toEqual({
      code: 0,
      figures: Array(4).fill(figuresOfNews),
      batches: [4],
    });
    expect(stderr).toContain(`${server.usage.input} tokens in`);
  });

  test("by kill -9 before it learns the batch's name leaves it to be found by its requests", async () => {
    let isLost = true;
    const { server, extract, start } = await newsAndServer(4, { losesBatch: () => isLost });
    const child = start();
    while (server.batches.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    await once(child, "close");
    isLost = false;
    const { code, stdout } = await extract();
    expect({ code, records: recordsIn(stdout).length, batches: server.batches }).toEqual({
      code: 0,
      records: 4,
      batches: [4],
    });
  });

  test("by Ctrl-C stops waiting, says how to go on and delivers nothing", async () => {
    let isDone = false;
    const { server, extract, start } = await newsAndServer(4, { batchPolls: () => isDone });
    const child = start();
    const stdout = text(child.stdout ?? []);
    await untilTold(child, /batch \S+: in_progress/);
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect({ code, stdout: await stdout }).toEqual({ code: 1, stdout: "" });
    isDone = true;
    expect(recordsIn((await extract()).stdout)).toHaveLength(4);
    expect(server.batches).toEqual([4]);
  });
});

describe("a run into a store", () => {
  test("asks in batches about what is not done, and keeps what was answered where the budget is spent", async () => {
    const { folder, server, environment } = await newsAndServer(4);
    const store = ["--store", join(temporaryFolder(), "news.sqlite")];
    const given = ["run", folder, ...store, "--engine", "llm", "--model", "gpt-4o-mini", "--json"];
    const batched = [...given, "--batch", "--batch-state", join(folder, "state")];
    const run = (...more: readonly string[]) => kyhop([...batched, ...more], { environment });

    // for one at its worst, and for what one or two really cost
    const none = await run("--budget", "0.000001");
    const worst = Number(/may cost ([\d.]+) USD/.exec(none.stderr)?.[1]);
    const budget = worst + 0.0003;
    const some = await run("--budget", `${budget}`);
    const { done, failed, spentUsd, stopped } = JSON.parse(some.stdout);
    expect({ code: some.code, failed, stopped }).toMatchObject({
      code: 1,
      failed: 0,
      stopped: { code: "LLM_BUDGET_SPENT" },
    });
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(4);
    expect(spentUsd).toBeLessThanOrEqual(budget);
    const sent = server.batches.reduce((sum, requests) => sum + requests, 0);
    expect(sent).toBe(done);

    const rest = JSON.parse((await run()).stdout);
    expect(rest).toMatchObject({ done: 4 - done, doneBefore: done, stopped: null });
    expect(server.batches.reduce((sum, requests) => sum + requests, 0)).toBe(4);
    expect(server.requests).toEqual([]);
    const { stdout } = await kyhop(["export", ...store]);
    expect(figuresIn(stdout)).toEqual(Array(4).fill(figuresOfNews));
    expect(recordsIn(stdout).reduce((sum, { provenance }) => sum + provenance.tokens.input, 0)).toBe(
      server.usage.input,
    );
    expect((await run("--limit", "2")).code).toBe(2);
  });
});
