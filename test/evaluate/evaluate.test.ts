import { describe, expect, test } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.js";
import { Gold } from "../../src/evaluate/gold.js";
import { pair } from "../../src/evaluate/pairing.js";
import { parseGold } from "../../src/evaluate/parse.js";
import { scoreSummary } from "../../src/evaluate/report.js";
import { sameUnit, wordOverlap } from "../../src/evaluate/similarity.js";
import type { Figure } from "../../src/records/figure.js";
import type { Record } from "../../src/records/record.js";

const text = "Thu ngân sách xã đạt 12 tỷ đồng, bằng 60% dự toán.";
const revenue: Figure = {
  indicator: "Thu ngân sách xã",
  indicatorCode: null,
  value: 12e9,
  valueMax: null,
  outOf: null,
  unit: "VND",
  comparator: "eq",
  measure: "level",
  status: null,
  period: { label: "năm 2024", start: "2024-01-01", end: "2024-12-31" },
  comparisons: [
    { basis: "plan", type: "ratio", percent: 60, value: null, comparator: "eq", setBy: null, text: "bằng 60% dự toán" },
  ],
  area: null,
  sessionId: null,
  evidence: { start: 0, end: text.length, quote: text },
  verified: true,
};

const recordWith = (achievements: readonly Figure[], targets: readonly Figure[] = []): Record => ({
  schemaVersion: "1",
  document: {
    id: "0".repeat(64),
    source: "/somewhere/xa-binh-an.txt",
    kind: "session_news",
    title: "Xã Bình An họp",
    author: null,
    publisher: null,
    publishedAt: "2024-12-20T08:00:00+07:00",
    text,
  },
  sessions: [],
  attendees: [],
  resolutions: [],
  targets: [...targets],
  achievements: [...achievements],
  problems: [],
  provenance: {
    engine: "rules",
    model: null,
    pipeline: "session_news",
    promptVersion: null,
    tokens: { input: 0, output: 0, cached: 0 },
    costUsd: 0,
    extractedAt: "2025-01-01T00:00:00Z",
  },
});

const goldWith = (...achievements: readonly object[]) => ({
  name: "xa-binh-an.json",
  gold: Gold.parse({
    source: "xa-binh-an.txt",
    document: { kind: "session_news", title: "Xã Bình An họp", publishedAt: "2024-12-20" },
    achievements,
  }),
});

const scores = (gold: ReturnType<typeof goldWith>, record: Record) => scoreSummary(evaluate([gold], [record]));

describe("figures", () => {
  test("told as gold tells them score 1 in every part that is there", () => {
    const found = scores(goldWith(revenue), recordWith([revenue]));
    expect(found.figures_strict).toMatchObject({ f1: 1, gold: 1, got: 1 });
    expect(found.periods.f1).toBe(1);
    expect(found.comparisons.f1).toBe(1);
    expect(found.document.f1).toBe(1);
    expect(found.evidence).toEqual({ spans: 1, wrong: 0 });
  });

  test("in the wrong class are found, but not strictly", () => {
    const found = scores(goldWith(revenue), recordWith([], [revenue]));
    expect(found.figures_found.f1).toBe(1);
    expect(found.figures_strict.f1).toBe(0);
    expect(found.targets).toMatchObject({ gold: 0, got: 1 });
  });

  test("with another number are missed, and one too many", () => {
    const found = scores(goldWith(revenue), recordWith([{ ...revenue, value: 13e9 }]));
    expect(found.figures_found).toMatchObject({ f1: 0, gold: 1, got: 1 });
  });

  test("that are optional may be left out, and count when found", () => {
    const optional = { ...revenue, optional: true };
    expect(scores(goldWith(optional), recordWith([])).figures_found.gold).toBe(0);
    expect(scores(goldWith(optional), recordWith([revenue])).figures_found).toMatchObject({ gold: 1, got: 1 });
  });

  test("quotes that are not at their offsets are counted", () => {
    const moved = { ...revenue, evidence: { ...revenue.evidence, start: 4 } };
    expect(scores(goldWith(revenue), recordWith([moved])).evidence).toEqual({ spans: 1, wrong: 1 });
  });
});

test("a gold document without a record is all missed, and told", () => {
  const sheet = evaluate([goldWith(revenue)], []);
  expect(sheet.notes[0]).toBe("xa-binh-an.json: no record");
  expect(scoreSummary(sheet).figures_found).toMatchObject({ recall: 0, gold: 1, got: 0 });
});

test("gold that is none is refused with the place of its fault", () => {
  const fault = { source: "a.txt", document: { kind: "poem" } };
  expect(() => parseGold("a.json", JSON.stringify(fault))).toThrow(/^a\.json is not a gold record: document\.kind: /);
});

test("pairs are made from the most alike down, equal items one to one", () => {
  const likeness = (a: string, b: string) => (a === b ? 2 : a[0] === b[0] ? 1 : 0);
  const { pairs, missed, extra } = pair(["ab", "aa", "aa"], ["aa", "aa", "ac", "b"], likeness);
  expect(pairs).toEqual([
    ["aa", "aa"],
    ["aa", "aa"],
    ["ab", "ac"],
  ]);
  expect({ missed, extra }).toEqual({ missed: [], extra: ["b"] });
});

test("words are compared without order, case and punctuation; units without their braces", () => {
  expect(wordOverlap("Thu ngân sách, xã", "XÃ thu ngân sách")).toBe(1);
  expect(wordOverlap("thu", null)).toBe(0);
  expect(sameUnit("{hộ}", "{hộ dân}")).toBe(true);
  expect(sameUnit("VND", null)).toBe(false);
});
