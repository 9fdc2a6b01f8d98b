import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folders.js";
import { installed } from "../support/throwaway-servers.js";
import { patienceFor, runChaos } from "./chaos.js";

const absent = ["redis-server", "postgres", "initdb"].filter((program) => installed(program) === null);
if (absent.length > 0 && process.env["KYHOP_REQUIRE_SERVICES"] === "1") throw new Error(`not installed: ${absent}`);
const why = absent.length > 0 ? `${absent.join(", ")} not installed: apt-get install redis-server postgresql` : null;

/** The whole of it takes minutes: KYHOP_CHAOS_DOCUMENTS=2000 npx vitest run test/chaos */
const documents = Number(process.env["KYHOP_CHAOS_DOCUMENTS"] ?? 240);

describe.skipIf(why)(why ?? "workers, while what they rely on breaks", () => {
  test(
    "leave each document in the store once, as an undisturbed run does, and pay little twice",
    async () => {
      const options = { documents, workers: 4, concurrency: 2, disturbances: Math.ceil(documents / 30), every: 1500 };
      const { records, undisturbed, queue, goodAnswers, faults, lastWords, disturbed } = await runChaos({
        ...options,
        folder: temporaryFolder(),
      });
      console.log(`${documents} documents, ${goodAnswers} good answers, ${faults} faults; ${disturbed.join(", ")}`);
      // one that starts while Redis or PostgreSQL is away says which, and is started again
      expect(lastWords.filter((words) => !/QUEUE_UNAVAILABLE|STORE_UNAVAILABLE/.test(words))).toEqual([]);
      expect(queue).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });
      expect(records).toHaveLength(documents + 1);
      expect(records).toEqual(undisturbed);
      expect(faults).toBeGreaterThan(documents / 10);
      // each disturbance may cost the documents that were under way once more
      const underWay = options.workers * options.concurrency;
      expect(goodAnswers).toBeLessThanOrEqual(documents + options.disturbances * underWay);
    },
    // longer than all waits together, so that a failure says which of them ran out
    300_000 + 4 * patienceFor(documents),
  );
});
