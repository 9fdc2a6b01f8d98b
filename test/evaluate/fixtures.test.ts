import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { pipelines } from "../../pipelines/index.js";
import { readSource } from "../../src/documents/read.js";
import { rulesEngine } from "../../src/engines/rules/index.js";
import { evaluate } from "../../src/evaluate/evaluate.js";
import { parseGold } from "../../src/evaluate/parse.js";
import { scoreSummary } from "../../src/evaluate/report.js";
import type { Part } from "../../src/evaluate/sheet.js";
import { extract } from "../../src/pipeline.js";
import type { Record } from "../../src/records/record.js";

const read = (path: string) => readFileSync(path, "utf8");
const documents = readdirSync("fixtures/documents").sort();
const golds = readdirSync("fixtures/gold")
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, gold: parseGold(name, read(join("fixtures/gold", name))) }));
const floors = Object.entries(JSON.parse(read("fixtures/floors.json")) as { readonly [part in Part]: number });

async function extractAll(): Promise<readonly Record[]> {
  const records: Record[] = [];
  for (const name of documents) {
    const raw = await readSource(join("fixtures/documents", name));
    records.push(await extract(raw, { engine: rulesEngine, pipelines, now: () => new Date(0) }));
  }
  return records;
}

describe("the fixtures, which npm start shows", async () => {
  const records = await extractAll();

  it("each have a gold record of their own", () => {
    expect(golds.map(({ gold }) => basename(gold.source)).sort()).toEqual(documents);
    expect(documents.length).toBeGreaterThanOrEqual(24);
  });

  it.each(floors)("keep the F1 of %s at %d or more", (part, floor) => {
    expect(scoreSummary(evaluate(golds, records))[part as Part].f1).toBeGreaterThanOrEqual(floor);
  });

  it("are proven by their own text, word for word", () => {
    expect(evaluate(golds, records).evidence).toMatchObject({ wrong: 0 });
  });

  it("give no session, and no figure but a doubtful one, where there is nothing to extract", () => {
    const empty = golds.filter(({ gold }) => gold.document.kind === "other" && gold.sessions.length === 0);
    expect(empty.length).toBeGreaterThanOrEqual(4);
    for (const { gold } of empty) {
      const record = records.find(({ document }) => basename(document.source) === gold.source);
      const allowed = [...gold.targets, ...gold.achievements].length;
      expect(record?.sessions).toEqual([]);
      expect([...(record?.targets ?? []), ...(record?.achievements ?? [])].length).toBeLessThanOrEqual(allowed);
    }
  });

  it("give the same records each time, byte for byte", async () => {
    expect(JSON.stringify(await extractAll())).toBe(JSON.stringify(records));
  });
});
