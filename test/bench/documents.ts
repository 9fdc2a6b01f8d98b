import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import Sqlite from "better-sqlite3";
import { guarded } from "../support/guard.js";
import { writeGeneratedDump } from "./generated-documents.js";
import { watchUsage } from "./process-usage.js";

// npm run build && npm run bench:documents              20,000 and 200,000 documents
// npm run build && npm run bench:documents -- 500 5000  as many as are named

const main = fileURLToPath(new URL("../../src/cli/main.js", import.meta.url));
const megabyte = 1024 * 1024;
const usual = [20_000, 200_000];

interface Measured {
  readonly count: number;
  readonly perSecond: number;
  /** milliseconds a document; less than the time on the clock tells it depends on what else the machine does */
  readonly cpu: number | null;
}

/** Takes so many made documents through `kyhop run --engine rules` into one SQLite file, and prints what that took. */
async function measure(count: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "kyhop-documents-"));
  try {
    const [dump, store] = [join(folder, "news.jsonl"), join(folder, "news.sqlite")];
    await writeGeneratedDump(dump, count);
    const began = performance.now();
    const run = guarded(
      spawn(process.execPath, [main, "run", dump, "--store", store, "--engine", "rules", "--json"], {
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
    const told = watchUsage(run.pid ?? 0);
    const [outcome] = await Promise.all([text(run.stdout).then(JSON.parse), once(run, "exit")]);
    const seconds = (performance.now() - began) / 1000;
    const perSecond = count / seconds;
    const { megabytes, cpuSeconds } = told();
    const cpu = cpuSeconds === null ? null : (1000 * cpuSeconds) / count;
    const size = statSync(store).size;
    const { records, figures } = contentsOf(store);
    if (outcome.done !== count || records !== count) throw new Error(`${count} documents gave ${records} records`);
    console.log(
      `${count} documents: ${seconds.toFixed(0)} s, ${perSecond.toFixed(0)} a second, at most ${megabytes ?? "an unknown number of"} MB of memory, ` +
        `${cpu?.toFixed(2) ?? "unknown"} ms of CPU a document; ` +
        `${records} records, ${figures} figures in ${(size / megabyte).toFixed(0)} MB, ${(size / count / 1024).toFixed(1)} KB a document`,
    );
    return { count, perSecond, cpu };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Asked as any tool would ask the file. */
function contentsOf(store: string): { readonly records: number; readonly figures: number } {
  const file = new Sqlite(store, { readonly: true });
  try {
    const question = `select (select count(*) from records) as records,
      (select count(*) from targets) + (select count(*) from achievements) as figures`;
    return file.prepare<[], { records: number; figures: number }>(question).get() ?? { records: 0, figures: 0 };
  } finally {
    file.close();
  }
}

const asked = process.argv.slice(2).map(Number);
const measured: Measured[] = [];
for (const count of asked.length > 0 ? asked : usual) measured.push(await measure(count));
const [first, last] = [measured[0], measured.at(-1)];
if (first && last && first !== last) {
  const share = ((100 * last.perSecond) / first.perSecond).toFixed(0);
  const cpu = first.cpu && last.cpu ? `${((100 * last.cpu) / first.cpu).toFixed(0)} %` : "an unknown share";
  console.log(
    `${last.count / first.count} times as many documents: ${share} % of the speed, ${cpu} of the CPU time a document (100 % is linear)`,
  );
}
