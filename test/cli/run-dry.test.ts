import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { toldReply, toldText } from "../engines/llm/asked.js";
import { temporaryFolder } from "../support/folders.js";
import { startOpenAiServer } from "../support/openai-server.js";
import { kyhop } from "./kyhop.js";

// each starts several processes, which a busy machine takes seconds for
vi.setConfig({ testTimeout: 240_000 });

const engine = ["--engine", "llm", "--model", "gpt-4o-mini"];

test("run --dry-run reckons what is not done yet, sends nothing, needs no key and makes no store", async () => {
  const [folder, store] = [temporaryFolder(), join(temporaryFolder(), "news.sqlite")];
  const write = (n: number) => writeFileSync(join(folder, `${n}.txt`), `${toldText}\nBản tin này mang số ${n}.\n`);
  for (const n of [1, 2, 3]) write(n);
  const server = await startOpenAiServer({ answer: () => JSON.stringify(toldReply) });
  onTestFinished(() => server.close());
  const run = ["run", folder, "--store", store, ...engine];

  const before = await kyhop([...run, "--dry-run"]);
  expect(before.code).toBe(0);
  expect(before.stderr).toMatch(
    /dry run: 3 documents, 3 requests, \d+ tokens in, about \d+ out, about 0\.00\d+ USD; nothing/,
  );
  expect(existsSync(store)).toBe(false);

  const environment = { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: server.url };
  expect(await kyhop(run, { environment })).toMatchObject({ code: 0 });
  write(4);
  const after = await kyhop([...run, "--dry-run"], { environment });
  expect(after.stderr).toContain("dry run: 1 documents (3 more need none), 1 requests");
  const [line = ""] = after.stdout.trim().split("\n");
  expect(JSON.parse(line)).toMatchObject({ source: join(folder, "4.txt"), requests: 1 });
  expect((await kyhop([...run, "--dry-run", "--again"])).stderr).toContain("dry run: 4 documents (0 more need none)");
  // another model has done nothing yet
  const other = ["run", folder, "--store", store, "--engine", "llm", "--model", "gpt-4.1-mini", "--dry-run"];
  expect((await kyhop(other)).stderr).toContain("dry run: 4 documents (0 more need none)");
  expect(server.requests).toHaveLength(3);
  expect(readdirSync(folder)).toHaveLength(4);
});

test("run --dry-run of the rules says that they cost nothing", async () => {
  const refused = await kyhop(["run", temporaryFolder(), "--engine", "rules", "--dry-run"]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("rules cost nothing");
});
