import { afterAll, describe, expect, it } from "vitest";
import { ground } from "../../src/grounding/ground.js";
import { Proof } from "../../src/grounding/proof.js";
import { verifyAgainst, verifyRecord } from "../../src/grounding/verify.js";
import type { Figure } from "../../src/records/figure.js";
import type { Problem, Record } from "../../src/records/record.js";
import { Random } from "../support/random.js";
import { extractedDocuments, extractInStages, provenance } from "./extracted-documents.js";
import { draftMutants } from "./mutants/draft-mutants.js";
import { type RecordMutant, recordMutants } from "./mutants/record-mutants.js";
import { textMutants } from "./mutants/text-mutants.js";

const seed = 20_251;
/** One mutant of so many is tried, which keeps the suite quick; the kinds come in turn, so each is tried. */
const triedEach = { record: 5, text: 3, again: 14, draft: 5 };

const documents = (await extractedDocuments()).map((one) => ({
  ...one,
  proof: new Proof(one.document.text, one.mentions),
}));
const counts = new Map<string, number>();

describe("falsified claims", () => {
  it("loses no true one: every record verifies as it was extracted", () => {
    const figures = documents.flatMap(({ record }) => figuresOf(record));
    expect(documents.flatMap(({ record }) => verifyRecord(record))).toEqual([]);
    expect(figures.filter(({ verified }) => verified).length).toBeGreaterThan(figures.length * 0.97);
  });

  it("finds every claim of a stored record that was changed", () => {
    const missed = documents.flatMap(({ name, record, proof }) =>
      [...tried(recordMutants(record, new Random(seed)), triedEach.record)]
        .filter((mutant) => !isFound(mutant, verifyAgainst(proof, mutant.record)))
        .map((mutant) => `${name}: ${mutant.kind}: ${claimAt(mutant)}`),
    );
    expect(missed).toEqual([]);
  });

  it("finds every claim whose text was changed under it", () => {
    const missed = documents.flatMap(({ name, record, proof }) =>
      [...tried(textMutants(record, proof, new Random(seed)), triedEach.text)]
        .filter((mutant) => !isFound(mutant, verifyRecord(mutant.record)))
        .map((mutant) => `${name}: ${mutant.kind}: ${claimAt(mutant)}`),
    );
    expect(missed).toEqual([]);
  });

  it("takes from a changed text what it says now, and believes nothing that it said before", async () => {
    const believed: string[] = [];
    for (const { name, document, record, proof } of documents) {
      const mutants = [...textMutants(record, proof, new Random(seed))];
      const renamed = mutants.map((one) => ({ ...one, kind: `extracted again, ${one.kind}` }));
      for (const mutant of tried(renamed, triedEach.again)) {
        const { text } = mutant.record.document;
        const { record: again } = await extractInStages({ ...document, text });
        if (stillBelieves(again, mutant)) believed.push(`${name}: ${mutant.kind}: ${claimAt(mutant)}`);
      }
    }
    expect(believed).toEqual([]);
  });

  it("verifies nothing that a false draft says", () => {
    const believed = documents.flatMap(({ name, document, pipeline, mentions, draft, record }) =>
      [...tried(draftMutants(document.text, draft, mentions, new Random(seed)), triedEach.draft)].flatMap((mutant) => {
        const other = ground({ document, kind: pipeline.kind, mentions, draft: mutant.draft, provenance });
        return newClaims(record, other).map((claim) => `${name}: ${mutant.kind}: ${claim}`);
      }),
    );
    expect(believed).toEqual([]);
  });

  afterAll(() => {
    const kinds = [...counts].sort(([a], [b]) => a.localeCompare(b));
    const total = kinds.reduce((sum, [, count]) => sum + count, 0);
    console.log(`${total} mutants\n${kinds.map(([kind, count]) => `${String(count).padStart(6)} ${kind}`).join("\n")}`);
    expect(total).toBeGreaterThanOrEqual(2000);
  });
});

/** Every so many of the mutants, counted by kind. */
function* tried<Mutant extends { readonly kind: string }>(mutants: Iterable<Mutant>, each: number): Generator<Mutant> {
  let made = 0;
  for (const mutant of mutants) {
    if (made++ % each !== 0) continue;
    counts.set(mutant.kind, (counts.get(mutant.kind) ?? 0) + 1);
    yield mutant;
  }
}

function isFound({ path }: RecordMutant, problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.path === path);
}

function itemAt({ path, record }: RecordMutant): unknown {
  const [list = "targets", index] = path.split(/[[\]]/) as [("targets" | "achievements" | "attendees")?, string?];
  return record[list][Number(index)];
}

const claimAt = (mutant: RecordMutant): string => JSON.stringify(itemAt(mutant));

/** Whether a record of the changed text still tells, as verified and at the changed place, what stood there before. */
function stillBelieves(again: Record, mutant: RecordMutant): boolean {
  const before = itemAt(mutant);
  if (!isFigure(before)) return again.attendees.some(({ name }) => name === (before as { readonly name: string }).name);
  const { start, end } = before.evidence;
  return figuresOf(again).some((figure) => {
    const isThere = figure.evidence.start < end && start < figure.evidence.end;
    return figure.verified && isThere && claimOf(figure) === claimOf(before);
  });
}

const isFigure = (item: unknown): item is Figure => typeof item === "object" && item !== null && "indicator" in item;

/** What the record's verified figures say that those of the original do not. A comparison may go, none may come. */
function newClaims(original: Record, other: Record): string[] {
  const known = new Map<string, Set<string>>();
  for (const figure of figuresOf(original)) {
    const comparisons = known.get(claimOf(figure)) ?? new Set();
    for (const comparison of figure.comparisons) comparisons.add(JSON.stringify(comparison));
    known.set(claimOf(figure), comparisons);
  }
  return figuresOf(other).flatMap((figure) => {
    const comparisons = known.get(claimOf(figure));
    const isKnown = comparisons && figure.comparisons.every((one) => comparisons.has(JSON.stringify(one)));
    return isKnown || !figure.verified ? [] : [JSON.stringify(figure)];
  });
}

const figuresOf = ({ targets, achievements }: Record): readonly Figure[] => [...targets, ...achievements];

function claimOf({ indicator, value, valueMax, outOf, unit, comparator, measure, status }: Figure): string {
  return JSON.stringify([indicator, value, valueMax, outOf, unit, comparator, measure, status]);
}
