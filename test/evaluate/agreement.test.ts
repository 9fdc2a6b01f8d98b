import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { extractorOf } from "../../src/cli/engines.js";
import { expandPaths, readSource } from "../../src/documents/read.js";
import { rulesEngine } from "../../src/engines/rules/index.js";
import { evaluate } from "../../src/evaluate/evaluate.js";
import { parseGold } from "../../src/evaluate/parse.js";
import { scoreSummary, scoreTable } from "../../src/evaluate/report.js";
import type { Figure } from "../../src/records/figure.js";
import type { Record } from "../../src/records/record.js";
import { documents, fixtures } from "../cli/kyhop.js";
import { temporaryFolder } from "../support/folders.js";

const shared = fileURLToPath(new URL("../../../shared", import.meta.url));
const reference = join(shared, "score.mjs");

const corpora = [
  { name: "fixtures", sources: documents, gold: join(fixtures, "gold") },
  { name: "seeds", sources: join(shared, "seeds"), gold: join(shared, "gold/seeds") },
  { name: "corpus", sources: join(shared, "corpus"), gold: join(shared, "gold/corpus") },
];

describe.skipIf(!existsSync(reference))("scores are those of the reference (skipped where it is not at hand)", () => {
  describe.each(corpora.filter(({ gold }) => existsSync(gold)))("on $name", async ({ sources, gold }) => {
    const extracted = await extractAll(sources);
    const golds = readdirSync(gold)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => ({ name, gold: parseGold(name, readFileSync(join(gold, name), "utf8")) }));

    test.each([
      { of: "what the rules engine extracts", records: extracted },
      { of: "records with faults of every kind", records: damaged(extracted) },
      { of: "no records", records: [] },
    ])("$of", ({ records }) => {
      const file = join(temporaryFolder(), "records.jsonl");
      writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
      const told = (flag: string) =>
        execFileSync(process.execPath, [reference, gold, file, flag], { encoding: "utf8" });
      const sheet = evaluate(golds, records);
      expect(scoreSummary(sheet)).toEqual(JSON.parse(told("--json")));
      expect([...sheet.notes, scoreTable(sheet), ""].join("\n")).toBe(told("--verbose"));
    });
  });
});

async function extractAll(folder: string): Promise<readonly Record[]> {
  const extractRecord = extractorOf(rulesEngine);
  const records: Record[] = [];
  for await (const path of expandPaths([folder])) records.push(await extractRecord(await readSource(path)));
  return records;
}

/** Every third document is lost; of the others fields, items and offsets are changed in turn. */
function damaged(records: readonly Record[]): Record[] {
  return records
    .filter((_, i) => i % 3 !== 1)
    .map((record) => ({
      ...record,
      document: {
        ...record.document,
        title: `${record.document.title} (thêm mấy chữ cho khác đi nhiều)`,
        publishedAt: null,
      },
      sessions: record.sessions.map((session) => ({ ...session, number: 77, form: null, place: null, date: null })),
      attendees: record.attendees.flatMap((attendee, i) =>
        i % 3 === 0
          ? []
          : [{ ...attendee, titles: [...attendee.titles, ...attendee.titles], roles: ["chair" as const] }],
      ),
      resolutions: record.resolutions.slice(1),
      targets: [...record.targets.map(changed), ...record.achievements.slice(0, 2)],
      achievements: record.achievements.map(changed).slice(2),
    }));
}

function changed(figure: Figure, i: number): Figure {
  const changes: readonly Partial<Figure>[] = [
    {},
    { value: figure.value === null ? 1 : figure.value + 1 },
    { indicator: "việc khác hẳn", measure: "decrease" },
    { comparator: "gte", outOf: 3 },
    { period: null, comparisons: [] },
    { unit: "{cái}", valueMax: 5 },
    { value: null, status: "Đạt", unit: null },
    { evidence: { ...figure.evidence, start: figure.evidence.start + 1 } },
  ];
  return { ...figure, ...changes[i % changes.length] };
}
