import { appendFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folders.js";
import { exported, makeDocuments, timeless } from "./batches.js";
import { kyhop } from "./kyhop.js";

interface Batch {
  readonly news: string;
  readonly store: string;
  /** Runs the batch and gives the exit code with what `--json` says. */
  readonly run: (
    ...more: readonly string[]
  ) => Promise<{ readonly code: number | null; readonly [key: string]: unknown }>;
}

function batchOf(count: number): Batch {
  const folder = temporaryFolder();
  const [news, store] = [join(folder, "news"), join(folder, "news.sqlite")];
  makeDocuments(news, count);
  const run: Batch["run"] = async (...more) => {
    const { code, stdout } = await kyhop(["run", news, "--store", store, "--engine", "rules", "--json", ...more]);
    return { code, ...JSON.parse(stdout) };
  };
  return { news, store, run };
}

const firstOf = (folder: string) => join(folder, readdirSync(folder).sort()[0] ?? "");

describe("run", () => {
  test("gives the records that extract gives, and the second time nothing is left to do", async () => {
    const { news, store, run } = batchOf(6);
    expect(await run()).toMatchObject({ code: 0, done: 6, inserted: 6, doneBefore: 0, stopped: null });
    expect(await run()).toMatchObject({ code: 0, done: 0, doneBefore: 6 });
    const extracted = await kyhop(["extract", news, "--engine", "rules", "--no-pretty"]);
    expect(await exported(store)).toEqual(timeless(extracted.stdout));
  });

  test("works anew on what has changed, and with --again on all, which changes nothing", async () => {
    const { news, run } = batchOf(3);
    await run();
    appendFileSync(firstOf(news), "Toàn xã có 12 hộ nghèo.\n");
    expect(await run()).toMatchObject({ done: 1, inserted: 1, doneBefore: 2 });
    expect(await run("--again")).toMatchObject({ done: 3, unchanged: 3, inserted: 0, updated: 0 });
  });

  test("keeps why a document failed; --retry-failed tries it once more", async () => {
    const { news, store, run } = batchOf(2);
    const bad = join(news, "bad.txt");
    writeFileSync(bad, new Uint8Array([0x4b, 0xff, 0xfe, 0x00, 0x01]));
    expect(await run()).toMatchObject({ code: 1, done: 2, failed: 1 });
    expect(await run()).toMatchObject({ code: 1, done: 0, failed: 0, failedBefore: 1 });
    expect(await run("--retry-failed")).toMatchObject({ code: 1, failed: 1, failedBefore: 0 });

    const failures = await kyhop(["failures", "--store", store]);
    expect(failures.stdout).toMatch(/^DOCUMENT_\w+ {2}1 document\n {2}.*bad\.txt.+\n {4}.*bad\.txt\n.*--retry-failed/);
    const [group] = (await kyhop(["failures", "--store", store, "--json"])).stdout.trim().split("\n");
    expect(JSON.parse(group ?? "")).toMatchObject({ count: 1, sources: [bad] });
    const status = await kyhop(["status", "--store", store, "--json"]);
    expect(JSON.parse(status.stdout)).toMatchObject({ done: 2, failed: 1, records: 2, run: { stopped: null } });
    expect((await kyhop(["status", "--store", store])).stdout).toMatch(/^documents +2 done, 1 failed$/m);

    rmSync(bad);
    writeFileSync(bad, "Năm 2024, toàn xã có 12 hộ nghèo.\n");
    expect(await run()).toMatchObject({ code: 0, done: 1, failedBefore: 0 });
  });

  test("--limit works on so many and the next run on the others; --since leaves old files out", async () => {
    const { news, run } = batchOf(4);
    const old = new Date("2020-01-01");
    utimesSync(firstOf(news), old, old);
    expect(await run("--since", "2021-01-01", "--limit", "2")).toMatchObject({ code: 0, done: 2 });
    expect(await run("--since", "2021-01-01")).toMatchObject({ code: 0, done: 1, doneBefore: 2 });
    expect(await run()).toMatchObject({ code: 0, done: 1, doneBefore: 3 });
  });

  test("tells on stderr, one JSON object a line, what failed and how it ended", async () => {
    const { news, store } = batchOf(1);
    const { stderr } = await kyhop(["run", news, join(news, "none.txt"), "--store", store, "--engine", "rules"]);
    const events = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(events).toMatchObject([
      { event: "failed", code: "SOURCE_NOT_FOUND" },
      { event: "ended", done: 1, failed: 1 },
    ]);
  });

  test("refuses a store that cannot be, and commands that only read make none", async () => {
    const { news, run } = batchOf(1);
    const refused = await kyhop(["run", news, "--store", news, "--engine", "rules"]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("STORE_UNAVAILABLE");
    for (const command of ["status", "failures", "export"]) {
      expect(await kyhop([command, "--store", join(news, "none.sqlite")])).toMatchObject({ code: 2, stdout: "" });
    }
    expect(readdirSync(news)).toHaveLength(1);
    expect(await run("--since", "yesterday-ish").catch(() => "refused")).toBe("refused");
  });
});

test("export writes a folder of tables, and asks for one", async () => {
  const { news, store, run } = batchOf(3);
  await run();
  const tables = join(news, "../tables");
  expect(await kyhop(["export", "--store", store, "--format", "csv", "--out", tables])).toMatchObject({ code: 0 });
  expect(readdirSync(tables).sort()).toEqual(
    ["achievements", "attendees", "comparisons", "records", "resolutions", "sessions", "targets"].map(
      (name) => `${name}.csv`,
    ),
  );
  const refused = await kyhop(["export", "--store", store, "--format", "csv"]);
  expect(refused).toMatchObject({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("--out FOLDER");
});
