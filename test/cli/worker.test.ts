import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { toldReply, toldText } from "../engines/llm/asked.js";
import { temporaryFolder } from "../support/folders.js";
import { startOpenAiServer } from "../support/openai-server.js";
import { missing, postgres, redis, temporaryPostgres } from "../support/services.js";
import { exported, makeDocuments } from "./batches.js";
import { kyhop } from "./kyhop.js";
import { queueOf } from "./queues.js";

const absent = (await missing(redis)) ?? (await missing(postgres));

describe.skipIf(absent)(absent ?? "enqueue, worker and queue", () => {
  test("give, with two workers, the records that run gives; what failed can be put in line again", async () => {
    const folder = temporaryFolder();
    const [news, queue, shared] = [join(folder, "news"), queueOf(), await temporaryPostgres()];
    makeDocuments(news, 30);
    const bad = join(news, "bad.txt");
    writeFileSync(bad, " \n");
    const worker = ["worker", ...queue, "--store", shared, "--engine", "rules", "--until-empty", "--json"];

    const enqueued = await kyhop(["enqueue", news, ...queue]);
    expect(enqueued).toMatchObject({ code: 0, stdout: "31 documents in line\n" });
    const ends = await Promise.all([kyhop(worker), kyhop(worker)]);
    const [one, other] = ends.map(({ stdout }) => JSON.parse(stdout));
    expect(one.done + other.done).toBe(30);
    expect(one.failed + other.failed).toBe(1);
    expect(ends.map(({ code }) => code).sort()).toEqual([0, 1]);

    const { stdout } = await kyhop(["queue", ...queue, "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, active: 0, failed: 1, last: [{ address: bad }] });
    expect((await kyhop(["queue", ...queue])).stdout).toMatch(/^failed +1\n.*bad\.txt: DOCUMENT_EMPTY /m);

    rmSync(bad);
    writeFileSync(bad, "Năm 2024, toàn xã có 12 hộ nghèo.\n");
    expect((await kyhop(["queue", "--retry-failed", ...queue])).code).toBe(0);
    const again = await kyhop(worker);
    expect({ code: again.code, ...JSON.parse(again.stdout) }).toMatchObject({ code: 0, done: 1 });

    const local = join(folder, "local.sqlite");
    await kyhop(["run", news, "--store", local, "--engine", "rules"]);
    expect(await exported(shared)).toEqual(await exported(local));
  }, 180_000);

  test("share a budget, and leave in line what it does not suffice for", async () => {
    const folder = temporaryFolder();
    const [queue, store] = [queueOf(), join(folder, "store.sqlite")];
    for (let n = 0; n < 12; n++) writeFileSync(join(folder, `${n}.txt`), `${toldText}\nBản tin này mang số ${n}.\n`);
    const server = await startOpenAiServer({ answer: () => JSON.stringify(toldReply) });
    onTestFinished(() => server.close());
    const environment = { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: server.url };
    const asking = ["worker", ...queue, "--store", store, "--engine", "llm", "--model", "gpt-4o-mini", "--until-empty"];
    await kyhop(["enqueue", folder, ...queue]);

    const workers = await Promise.all([1, 2].map(() => kyhop([...asking, "--budget", "0.0105"], { environment })));
    expect(workers.map(({ code, stderr }) => [code, stderr.includes("LLM_BUDGET_SPENT")])).toEqual([
      [1, true],
      [1, true],
    ]);
    const { done, failed, costUsd } = JSON.parse((await kyhop(["status", "--store", store, "--json"])).stdout);
    expect(failed).toBe(0);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(12);
    expect(costUsd).toBeLessThanOrEqual(0.0105);
    const waiting = JSON.parse((await kyhop(["queue", ...queue, "--json"])).stdout);
    expect(waiting).toMatchObject({ waiting: 12 - done, active: 0, failed: 0 });

    const rest = await kyhop([...asking, "--budget", "1", "--json"], { environment });
    expect({ code: rest.code, ...JSON.parse(rest.stdout) }).toMatchObject({ code: 0, done: 12 - done });
  }, 180_000);

  test("share replies in the store: what one worker asked, another does not pay for", async () => {
    const [folder, store] = [temporaryFolder(), await temporaryPostgres()];
    const news = join(folder, "news.txt");
    writeFileSync(news, toldText);
    const server = await startOpenAiServer({ answer: () => JSON.stringify(toldReply) });
    onTestFinished(() => server.close());
    const environment = { OPENAI_API_KEY: "sk-test", OPENAI_BASE_URL: server.url };
    const asking = ["--store", store, "--engine", "llm", "--model", "gpt-4o-mini", "--cache-in-store", "--json"];
    const queue = queueOf();
    await kyhop(["enqueue", news, ...queue]);
    const first = await kyhop(["worker", ...queue, ...asking, "--until-empty"], { environment });
    expect({ code: first.code, ...JSON.parse(first.stdout) }).toMatchObject({ code: 0, inserted: 1 });
    const again = await kyhop(["run", news, ...asking, "--again"], { environment });
    expect({ code: again.code, ...JSON.parse(again.stdout) }).toMatchObject({ code: 0, unchanged: 1 });
    expect(server.requests).toHaveLength(1);
    const both = await kyhop(["run", news, ...asking, "--cache", folder], { environment });
    expect(both).toMatchObject({ code: 2, stderr: expect.stringContaining("--cache-in-store") });
  });

  test("refuse a Redis that is not there, and none at all", async () => {
    for (const given of [["--redis", "redis://:secret-word@127.0.0.1:9"], []]) {
      const { code, stderr } = await kyhop(["queue", ...given]);
      expect(code).toBe(2);
      expect(stderr).toContain("QUEUE_UNAVAILABLE");
      expect(stderr).not.toContain("secret-word");
    }
  });
});
