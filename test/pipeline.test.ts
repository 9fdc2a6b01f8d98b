import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pipelines } from "../pipelines/index.js";
import type { Engine } from "../src/engines/engine.js";
import { rulesEngine } from "../src/engines/rules/index.js";
import { extract } from "../src/pipeline.js";
import { Record } from "../src/records/record.js";

const source = "fixtures/documents/phuong-an-thinh-2024.txt";
const raw = { source, bytes: readFileSync(source) };
const collaborators = { engine: rulesEngine, pipelines, now: () => new Date("2026-01-02T03:04:05Z") };

describe("one document through all stages", () => {
  it("gives a valid record whose evidence is the text at its offsets", async () => {
    const record = await extract(raw, collaborators);
    expect(Record.parse(record)).toEqual(record);
    const figures = [...record.targets, ...record.achievements];
    expect(figures.length).toBeGreaterThan(5);
    for (const { evidence } of figures) {
      expect(record.document.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  it("gives the same record again, but for the time", async () => {
    const [first, second] = [
      await extract(raw, collaborators),
      await extract(raw, { ...collaborators, now: () => new Date(0) }),
    ];
    const timeless = ({ provenance, ...record }: Record) =>
      JSON.stringify({ ...record, ...provenance, extractedAt: "" });
    expect(timeless(second)).toBe(timeless(first));
    expect(first.provenance).toMatchObject({ engine: "rules", extractedAt: "2026-01-02T03:04:05.000Z" });
  });

  it("gives the document to the pipeline that is surest of it", async () => {
    const { document, provenance } = await extract(raw, collaborators);
    expect([document.kind, provenance.pipeline]).toEqual(["session_news", "session-news"]);
  });

  it("tells a draft that says nothing from a failure", async () => {
    const silent: Engine = {
      ...rulesEngine,
      draft: async (input) => ({
        ...(await rulesEngine.draft(input)),
        draft: { sessions: [], attendees: [], resolutions: [], figures: [] },
      }),
    };
    const record = await extract(raw, { ...collaborators, engine: silent });
    expect([record.targets, record.achievements, record.problems]).toEqual([[], [], []]);
  });

  it("calls a record that breaks its own schema a defect", async () => {
    const broken: Engine = {
      ...rulesEngine,
      draft: async (input) => {
        const { draft, provenance } = await rulesEngine.draft(input);
        return { draft, provenance: { ...provenance, costUsd: Number.NaN } };
      },
    };
    await expect(extract(raw, { ...collaborators, engine: broken })).rejects.toMatchObject({ code: "INTERNAL" });
  });
});
