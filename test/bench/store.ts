import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../src/store/open-store.js";
import { done, madeRecord } from "../store/made-records.js";
import { isListening } from "../support/listening.js";

const records = 400;
const figures = 25;
const goal = 5000;
const postgres = "postgres://root@127.0.0.1:5432/test";

/**
 * Prints how many figure rows a second a store takes, saved a record at a time as a run does, by 4 at one time, and 50
 * records at a time.
 */
export async function benchStore(): Promise<void> {
  console.log(
    `store: ${records} records of ${figures} figures, each second one with a comparison (goal ${goal} rows/s)`,
  );
  const folder = mkdtempSync(join(tmpdir(), "kyhop-bench-"));
  await measure("SQLite", join(folder, "store.sqlite"));
  rmSync(folder, { recursive: true });
  if (!(await isListening("127.0.0.1", 5432))) return console.log("  PostgreSQL does not answer on port 5432");
  const admin = new pg.Client({ connectionString: postgres });
  await admin.connect();
  await admin.query("create database kyhop_bench");
  await measure("PostgreSQL", postgres.replace(/test$/, "kyhop_bench"));
  await admin.query("drop database kyhop_bench with (force)");
  await admin.end();
}

async function measure(name: string, place: string): Promise<void> {
  for (const [atOnce, together] of [
    [1, 1],
    [4, 1],
    [1, 50],
  ] as const) {
    const store = await openStore(place, { create: true });
    const outcomes = Array.from({ length: records }, (_, n) => {
      const source = `${atOnce}-${together}-${n}.txt`;
      return done(madeRecord(source, `văn bản ${source}`, figures));
    });
    const began = performance.now();
    const savers = Array.from({ length: atOnce }, async () => {
      while (outcomes.length > 0) await store.save(outcomes.splice(0, together));
    });
    await Promise.all(savers);
    const rows = (records * figures * 1000) / (performance.now() - began);
    await store.close();
    console.log(
      `  ${name.padEnd(10)}  ${atOnce} at a time × ${String(together).padStart(2)}  ${rows.toFixed(0).padStart(7)} rows/s`,
    );
  }
}
