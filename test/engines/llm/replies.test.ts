import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pipelines } from "../../../pipelines/index.js";
import { readSource } from "../../../src/documents/read.js";
import { llmEngine, readPrompts } from "../../../src/engines/llm/index.js";
import { replaying } from "../../../src/engines/llm/model/record-replay.js";
import { evaluate } from "../../../src/evaluate/evaluate.js";
import { parseGold } from "../../../src/evaluate/parse.js";
import { scoreSummary } from "../../../src/evaluate/report.js";
import type { Part } from "../../../src/evaluate/sheet.js";
import { extract } from "../../../src/pipeline.js";

const engine = llmEngine({ model: replaying("fixtures/replies"), prompts: readPrompts() });

/** The records of a folder's documents by the recorded replies, and how they score against their gold. */
async function scored(documents: string, gold: string) {
  const names = readdirSync(documents).sort();
  const records = await Promise.all(
    names.map(async (name) => {
      const raw = await readSource(join(documents, name));
      return extract(raw, { engine, pipelines, now: () => new Date(0) });
    }),
  );
  const golds = readdirSync(gold)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ name, gold: parseGold(name, readFileSync(join(gold, name), "utf8")) }));
  const evaluation = evaluate(golds, records);
  return { records, f1: (part: Part) => scoreSummary(evaluation)[part].f1, evidence: evaluation.evidence };
}

type Floors = readonly (readonly [Part, number])[];
const sets: readonly (readonly [name: string, documents: string, gold: string, floors: Floors])[] = [
  ["the fixtures", "fixtures/documents", "fixtures/gold", [["figures_strict", 0.97]]],
  [
    "the seeds",
    "../shared/seeds",
    "../shared/gold/seeds",
    [
      ["figures_strict", 0.97],
      ["sessions", 0.98],
      ["attendees", 0.98],
    ],
  ],
  [
    "the corpus, by a reader of the prompts alone",
    "../shared/corpus",
    "../shared/gold/corpus",
    [
      ["figures_found", 0.97],
      ["figures_strict", 0.93],
    ],
  ],
];

describe.each(sets)("recorded replies to %s", (_, documents, gold, floors) => {
  it.skipIf(!existsSync(documents))("give records that are proven by their text and agree with gold", async () => {
    const { records, f1, evidence } = await scored(documents, gold);
    for (const [part, floor] of floors) expect([part, f1(part)]).toEqual([part, expect.toSatisfy((f) => f >= floor)]);
    expect(evidence).toMatchObject({ wrong: 0 });
    expect(records.every(({ provenance }) => provenance.engine === "llm")).toBe(true);
  });
});
