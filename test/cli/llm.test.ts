import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { Record } from "../../src/records/record.js";
import { toldReply, toldText } from "../engines/llm/asked.js";
import { temporaryFolder } from "../support/folders.js";
import { type OpenAiServerOptions, startOpenAiServer } from "../support/openai-server.js";
import { faultsInOrder } from "../support/openai-server-faults.js";
import { kyhop } from "./kyhop.js";

const reply = JSON.stringify(toldReply);
const key = "sk-test-4f1c9a";
const asking = ["extract", "-", "--engine", "llm", "--model", "gpt-4o-mini"];

/** Runs the command against a server that answers as the options say. */
async function asked(options: OpenAiServerOptions, ...more: readonly string[]) {
  const server = await startOpenAiServer(options);
  try {
    const environment = { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.url };
    const ended = await kyhop([...asking, ...more], { input: toldText, environment });
    return { ...ended, requests: server.requests.length, violations: server.violations };
  } finally {
    await server.close();
  }
}

describe("a model behind an OpenAI server", () => {
  test("gives a record whose figure the text writes, by requests as OpenAI publishes them", async () => {
    const { code, stdout, stderr, requests, violations } = await asked({ answer: () => reply });
    expect({ code, requests, violations }).toEqual({ code: 0, requests: 1, violations: [] });
    const record = Record.parse(JSON.parse(stdout));
    expect(record.achievements).toMatchObject([
      { indicator: "thu ngân sách", value: 5.5e9, verified: true, comparisons: [{ percent: 110 }] },
    ]);
    expect(record.provenance).toMatchObject({ engine: "llm", model: "gpt-4o-mini" });
    expect(stderr).toMatch(/gpt-4o-mini: \d+ tokens in .* USD/);
  });

  test("is not asked where the budget would be passed, and the reason is told", async () => {
    const { code, stdout, stderr, requests } = await asked({ answer: () => reply }, "--budget", "0.000001");
    expect({ code, stdout, requests }).toEqual({ code: 1, stdout: "", requests: 0 });
    expect(stderr).toContain("LLM_BUDGET_SPENT");
  });

  test("that invents a number gives no figure, and the reason is told", async () => {
    const invented = reply.replace('"n1"', '"n9"');
    const { code, stdout } = await asked({ answer: () => invented });
    const { sessions, targets, achievements, problems } = Record.parse(JSON.parse(stdout));
    expect({ code, sessions: sessions.length, targets, achievements }).toEqual({
      code: 0,
      sessions: 1,
      targets: [],
      achievements: [],
    });
    expect(problems).toMatchObject([{ path: "reply.blocks[0].figures[0].n", code: "UNKNOWN_MENTION" }]);
  });
});

test("the hybrid engine asks a model nothing about a document that rules read without doubt", async () => {
  const { code, stdout, requests } = await asked({ answer: () => reply }, "--engine", "hybrid");
  expect({ code, requests }).toEqual({ code: 0, requests: 0 });
  expect(Record.parse(JSON.parse(stdout))).toMatchObject({
    achievements: [{ value: 5.5e9, verified: true }],
    provenance: { engine: "hybrid", model: null, costUsd: 0 },
  });
});

test("kept replies give the same record with no key and no server", async () => {
  const kept = join(temporaryFolder(), "replies");
  const first = await asked({ answer: () => reply }, "--record", kept);
  const again = await kyhop([...asking, "--replay", kept], { input: toldText });
  expect([first.code, again.code]).toEqual([0, 0]);
  const figures = (lines: string) => Record.parse(JSON.parse(lines)).achievements;
  expect(figures(again.stdout)).toEqual(figures(first.stdout));
  expect(figures(again.stdout)).toHaveLength(1);
});

test("a reply that is written by hand to a request of `kyhop prompt --json` is found by its key", async () => {
  const kept = temporaryFolder();
  const { stdout } = await kyhop(["prompt", "-", "--json"], { input: toldText });
  const { requests } = JSON.parse(stdout) as { readonly requests: readonly { readonly key: string }[] };
  for (const { key } of requests) {
    writeFileSync(join(kept, `${key}.json`), JSON.stringify({ model: "by hand", reply: { text: reply } }));
  }
  const answered = await kyhop(["extract", "-", "--engine", "llm", "--replay", kept], { input: toldText });
  expect(Record.parse(JSON.parse(answered.stdout)).achievements).toMatchObject([{ value: 5.5e9, verified: true }]);
});

test("a dry run tells the tokens and the price of each document and of all, and asks nothing", async () => {
  const { code, stdout, stderr, requests } = await asked({ answer: () => reply }, "--dry-run");
  expect({ code, requests }).toEqual({ code: 0, requests: 0 });
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ source: "-", model: "gpt-4o-mini", requests: 1 });
  expect(told.tokens.input).toBeGreaterThan(500);
  expect(told.costUsd).toBeGreaterThan(0);
  expect(stderr).toMatch(/dry run: 1 documents, 1 requests, \d+ tokens in, about \d+ out, about 0\.\d+ USD/);
});

test("what the cache holds is not asked again", async () => {
  const cache = ["--cache", join(temporaryFolder(), "cache")];
  const first = await asked({ answer: () => reply }, ...cache);
  const again = await asked({ answer: () => reply }, ...cache);
  expect([first.requests, again.requests]).toEqual([1, 0]);
  const figures = (lines: string) => Record.parse(JSON.parse(lines)).achievements;
  expect(figures(again.stdout)).toEqual(figures(first.stdout));
});

test("several documents are asked about at a time and delivered in their order", async () => {
  const folder = temporaryFolder();
  const names = Array.from({ length: 12 }, (_, index) => `news-${String(index).padStart(2, "0")}.txt`);
  for (const [index, name] of names.entries()) {
    writeFileSync(join(folder, name), toldText.replace("5,5", `${index + 1},5`));
  }
  const options = { answer: () => reply, latency: 200, faults: faultsInOrder("slow", null, "slow") };
  const server = await startOpenAiServer(options);
  try {
    const environment = { OPENAI_API_KEY: key, OPENAI_BASE_URL: server.url };
    const given = ["extract", folder, "--engine", "llm", "--model", "gpt-4o-mini", "--concurrency", "5"];
    const { stdout } = await kyhop(given, { environment });
    const records = stdout
      .trim()
      .split("\n")
      .map((line) => Record.parse(JSON.parse(line)));
    expect(records.map(({ document }) => basename(document.source))).toEqual(names);
    expect(records.map(({ achievements }) => achievements[0]?.value)).toEqual(
      names.map((_, index) => (index + 1.5) * 1e9),
    );
    expect(server.mostAtOnce).toBe(5);
  } finally {
    await server.close();
  }
});

test("a server that rejects the key ends the run, and the key that it repeats is not shown", async () => {
  const { code, stdout, stderr, requests } = await asked({ faults: () => "unauthorised" });
  expect({ code, stdout, requests }).toEqual({ code: 1, stdout: "", requests: 1 });
  expect(stderr).toContain("LLM_UNAUTHORISED");
  expect(stderr).not.toContain(key);
});
