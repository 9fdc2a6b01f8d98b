import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/records/figure.js";
import type { Record } from "../../src/records/record.js";
import { documents, fixtures, kyhop, temporaryFolder } from "../cli/kyhop.js";

const shared = fileURLToPath(new URL("../../../shared", import.meta.url));
const reference = join(shared, "score.mjs");

const corpora = [
  { name: "fixtures", sources: documents, gold: join(fixtures, "gold") },
  { name: "seeds", sources: join(shared, "seeds"), gold: join(shared, "gold/seeds") },
  { name: "corpus", sources: join(shared, "corpus"), gold: join(shared, "gold/corpus") },
];

describe.skipIf(!existsSync(reference))("scores are those of the reference (skipped where it is not at hand)", () => {
  describe.each(corpora)("on $name", ({ sources, gold }) => {
    test.each([
      { of: "what the rules engine extracts", change: (records: Record[]) => records },
      { of: "records with faults of every kind", change: damaged },
      { of: "no records", change: () => [] },
    ])("of $of", async ({ change }) => {
      const extracted = (await kyhop(["extract", sources, "--engine", "rules"])).stdout;
      const records = change(
        extracted
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Record),
      );
      const file = join(temporaryFolder(), "records.jsonl");
      writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));

      const ours = JSON.parse((await kyhop(["eval", gold, file, "--json", "--diff"])).stdout);
      const { differences, ...scores } = ours;
      const run = (flag: string) => execFileSync(process.execPath, [reference, gold, file, flag], { encoding: "utf8" });
      expect(scores).toEqual(JSON.parse(run("--json")));
      const table = (await kyhop(["eval", gold, file])).stdout;
      expect([...differences, table].join("\n")).toBe(run("--verbose"));
    });
  });
});

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
