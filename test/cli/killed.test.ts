import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folders.js";
import { Random } from "../support/random.js";
import { exported, makeDocuments, timeless } from "./batches.js";
import { kyhop, main } from "./kyhop.js";

const kills = 20;
const count = 240;

/** Starts the command as a user would and leaves it running. */
function started(given: readonly string[]) {
  const child = spawn(process.execPath, [main, ...given], { env: { PATH: process.env["PATH"] }, stdio: "ignore" });
  return { child, ended: once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]> };
}

async function untilSomeAreDone(store: string): Promise<void> {
  for (;;) {
    await setTimeout(20);
    try {
      const file = new Sqlite(store, { readonly: true });
      const { n } = file.prepare<[], { n: number }>("select count(*) as n from documents").get() ?? { n: 0 };
      file.close();
      if (n > 0) return;
    } catch {
      // the file or its tables are not there yet
    }
  }
}

describe("a batch that is ended before its time", () => {
  const folder = () => {
    const place = temporaryFolder();
    makeDocuments(join(place, "news"), count);
    return { news: join(place, "news"), store: join(place, "news.sqlite") };
  };

  test(`by kill -9 at ${kills} moments and resumed each time gives what one undisturbed run gives`, async () => {
    const { news, store } = folder();
    const run = ["run", news, "--store", store, "--engine", "rules"];
    const random = new Random(7);
    let killed = 0;
    for (let n = 0; n < kills; n++) {
      const { child, ended } = started(run);
      await Promise.race([ended, setTimeout(350 + random.below(400))]);
      child.kill("SIGKILL");
      const [, signal] = await ended;
      if (signal === "SIGKILL") killed++;
    }
    expect(killed).toBeGreaterThan(kills / 4);
    expect(await kyhop(run)).toMatchObject({ code: 0 });
    const file = new Sqlite(store, { readonly: true });
    expect(file.pragma("integrity_check", { simple: true })).toBe("ok");
    file.close();
    const extracted = await kyhop(["extract", news, "--engine", "rules", "--no-pretty"]);
    const records = await exported(store);
    expect(records).toHaveLength(count + 1);
    expect(records).toEqual(timeless(extracted.stdout));
  });

  test("by Ctrl-C finishes what is under way and tells how to go on", async () => {
    const { news, store } = folder();
    const run = ["run", news, "--store", store, "--engine", "rules"];
    const child = spawn(process.execPath, [main, ...run], { env: { PATH: process.env["PATH"] } });
    let told = "";
    child.stderr.on("data", (some) => {
      told += some;
    });
    await untilSomeAreDone(store);
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect({ code, told }).toEqual({ code: 1, told: expect.stringContaining("RUN_INTERRUPTED") });
    const status = JSON.parse((await kyhop(["status", "--store", store, "--json"])).stdout);
    expect(status).toMatchObject({ failed: 0, run: { stopped: "RUN_INTERRUPTED" } });
    const rest = JSON.parse((await kyhop([...run, "--json"])).stdout);
    expect(rest).toMatchObject({ done: count - status.done, doneBefore: status.done, stopped: null });
  });

  test("two runs on one store at one time share it", async () => {
    const { news, store } = folder();
    const run = ["run", news, "--store", store, "--engine", "rules"];
    const ends = await Promise.all([started(run).ended, started(run).ended]);
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    expect(await exported(store)).toHaveLength(count + 1);
  });
});
