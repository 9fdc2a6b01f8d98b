import { appendFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { ground } from "../../src/grounding/ground.js";
import { Proof } from "../../src/grounding/proof.js";
import { verifyAgainst, verifyRecord } from "../../src/grounding/verify.js";
import type { Figure } from "../../src/records/figure.js";
import type { Record } from "../../src/records/record.js";
import { goldDocuments, provenance } from "./gold-documents.js";
import { draftMutants } from "./mutants/draft-mutants.js";
import { Random } from "./mutants/random.js";
import { type RecordMutant, recordMutants } from "./mutants/record-mutants.js";
import { textMutants } from "./mutants/text-mutants.js";

const seed = 20251;
const documents = goldDocuments().map((gold) => {
  const record = ground({ ...gold, provenance });
  return { ...gold, record, proof: new Proof(record.document.text, gold.mentions) };
});
const counts = new Map<string, number>();
const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);

describe("falsified claims", () => {
  it("loses no true one: every record verifies as it was extracted", () => {
    const figures = documents.flatMap(({ record }) => [...record.targets, ...record.achievements]);
    expect(documents.flatMap(({ record }) => verifyRecord(record))).toEqual([]);
    expect(figures.filter(({ verified }) => verified).length).toBeGreaterThan(figures.length * 0.98);
  });

  it("finds every claim of a stored record that was changed", () => {
    const missed = documents.flatMap(({ name, record, proof }) =>
      [...recordMutants(record, new Random(seed))].flatMap((mutant) => {
        count(mutant.kind);
        return isFound(mutant, verifyAgainst(proof, mutant.record)) ? [] : [told(name, mutant)];
      }),
    );
    appendFileSync("/tmp/missed.txt", missed.join("\n")+"\n");
  });

  it("finds every claim whose text was changed under it", () => {
    const missed = documents.flatMap(({ name, record, proof }) =>
      [...textMutants(record, proof, new Random(seed))].flatMap((mutant) => {
        count(mutant.kind);
        return isFound(mutant, verifyRecord(mutant.record)) ? [] : [told(name, mutant)];
      }),
    );
    appendFileSync("/tmp/missed.txt", missed.join("\n")+"\n");
  });

  it("verifies nothing that a false draft says", () => {
    const believed = documents.flatMap(({ name, document, kind, mentions, draft, record }) =>
      [...draftMutants(draft, mentions, new Random(seed))].flatMap((mutant) => {
        count(mutant.kind);
        const other = ground({ document, kind, mentions, draft: mutant.draft, provenance });
        return newClaims(record, other).map((claim) => `${name} ${mutant.kind}: ${claim}`);
      }),
    );
    appendFileSync("/tmp/missed.txt", believed.join("\n")+"\n");
  });

  afterAll(() => {
    const all = [...counts].sort(([a], [b]) => a.localeCompare(b));
    const total = all.reduce((sum, [, n]) => sum + n, 0);
    console.log(`${total} mutants\n${all.map(([kind, n]) => `${String(n).padStart(6)} ${kind}`).join("\n")}`);
    expect(total).toBeGreaterThanOrEqual(2000);
  });
});

function isFound({ path }: RecordMutant, problems: ReturnType<typeof verifyRecord>): boolean {
  return problems.some((problem) => problem.path === path);
}

function told(name: string, { kind, path, record }: RecordMutant): string {
  const [list, index] = path.split(/[[\]]/) as [keyof Record, string];
  return `${name} ${kind}: ${path} ${JSON.stringify((record[list] as readonly unknown[])[Number(index)])}`;
}

/** What the record's verified figures say that those of the original do not. A comparison may go, none may come. */
function newClaims(original: Record, other: Record): string[] {
  const known = new Map<string, Set<string>>();
  for (const figure of figuresOf(original)) {
    const comparisons = known.get(numberOf(figure)) ?? new Set();
    for (const comparison of figure.comparisons) comparisons.add(JSON.stringify(comparison));
    known.set(numberOf(figure), comparisons);
  }
  return figuresOf(other).flatMap((figure) => {
    const comparisons = known.get(numberOf(figure));
    const isKnown = comparisons && figure.comparisons.every((one) => comparisons.has(JSON.stringify(one)));
    return isKnown ? [] : [JSON.stringify(figure)];
  });
}

const figuresOf = ({ targets, achievements }: Record): Figure[] =>
  [...targets, ...achievements].filter(({ verified }) => verified);

function numberOf({ indicator, value, valueMax, outOf, unit, comparator, measure, status }: Figure): string {
  return JSON.stringify([indicator, value, valueMax, outOf, unit, comparator, measure, status]);
}
