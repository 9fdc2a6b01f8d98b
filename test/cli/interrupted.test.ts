import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { Record } from "../../src/records/record.js";
import { generatedNews } from "../bench/generated-documents.js";
import { temporaryFolder } from "../support/folders.js";
import { type OpenAiServerOptions, startOpenAiServer } from "../support/openai-server.js";
import { main } from "./kyhop.js";
import { answerToNews } from "./told-news.js";

// a process takes a second to start, and ten where the machine is busy with other things
vi.setConfig({ testTimeout: 240_000 });

const count = 40;

/** Starts to extract news into a file and waits until the model has been asked some questions. */
async function started(options: OpenAiServerOptions) {
  const folder = temporaryFolder();
  const news = Array.from({ length: count }, (_, n) => join(folder, `${n}.txt`));
  for (const [n, path] of news.entries()) writeFileSync(path, `Tin số ${n}. ${generatedNews(n)}`);
  const server = await startOpenAiServer({ answer: answerToNews, ...options });
  onTestFinished(() => server.close());
  const out = join(folder, "records.jsonl");
  const asking = ["--engine", "llm", "--model", "gpt-4o-mini", "--concurrency", "4", "--out", out];
  const environment = { PATH: process.env["PATH"], OPENAI_API_KEY: "sk-test-4f1c9a", OPENAI_BASE_URL: server.url };
  const child = spawn(process.execPath, [main, "extract", ...news, ...asking], { env: environment });
  const stderr = text(child.stderr);
  while (server.requests.length < 4) await pause(10);
  return { folder, server, out, child, stderr };
}

describe("extract", () => {
  test("at Ctrl-C finishes what is under way, delivers it and says that it is not all", async () => {
    const { folder, server, out, child, stderr } = await started({ latency: 300 });
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    const records = readFileSync(out, "utf8").trim().split("\n");
    expect(records.map((line) => Record.parse(JSON.parse(line)))).toHaveLength(server.requests.length);
    expect(records.length).toBeLessThan(count);
    expect({ code, told: await stderr }).toEqual({ code: 1, told: expect.stringContaining("EXTRACT_INTERRUPTED") });
    expect(await stderr).toContain(`${server.usage.input} tokens in`);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("at the second Ctrl-C stops at once and leaves no half file", async () => {
    const { folder, out, child, stderr } = await started({ faults: () => "hang" });
    child.kill("SIGINT");
    // two signals that come together are one
    await pause(500);
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect({ code, told: await stderr }).toEqual({
      code: 130,
      told: expect.stringContaining("once more stops at once"),
    });
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
