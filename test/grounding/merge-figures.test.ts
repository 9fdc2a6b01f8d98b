import { describe, expect, it } from "vitest";
import { mergeFigures } from "../../src/grounding/merge-figures.js";
import type { Figure } from "../../src/records/figure.js";

const jobs: Figure = {
  indicator: "giải quyết việc làm cho lao động",
  indicatorCode: null,
  value: 320,
  valueMax: null,
  outOf: null,
  unit: "{lao động}",
  comparator: "eq",
  measure: "level",
  status: null,
  period: { label: "năm 2023", start: "2023-01-01", end: "2023-12-31" },
  comparisons: [],
  area: null,
  sessionId: "s1",
  evidence: { start: 0, end: 5, quote: "first" },
  verified: false,
};
const again = { start: 900, end: 905, quote: "again" };
const share: Figure["comparisons"][number] = {
  basis: "plan",
  type: "ratio",
  percent: 80,
  value: null,
  comparator: "eq",
  setBy: null,
  text: "đạt 80% kế hoạch",
};

describe("a result told twice", () => {
  it("is one figure with the first evidence and all comparisons", () => {
    const told = { ...jobs, indicator: "Giải quyết việc làm", comparisons: [share], evidence: again };
    expect(mergeFigures([jobs, told])).toEqual([{ ...jobs, comparisons: [share] }]);
  });

  it("takes the period from where it is told", () => {
    expect(
      mergeFigures([
        { ...jobs, period: null },
        { ...jobs, evidence: again },
      ]),
    ).toEqual([jobs]);
  });

  it.each<[string, Partial<Figure>]>([
    ["another number", { value: 321 }],
    ["another unit", { unit: "{người}" }],
    ["another indicator", { indicator: "đào tạo nghề" }],
    ["another period", { period: { label: "năm 2024", start: "2024-01-01", end: "2024-12-31" } }],
    ["a change and no level", { measure: "increase" }],
    [
      "words within the others in the next clause",
      { indicator: "việc làm", evidence: { start: 40, end: 45, quote: "again" } },
    ],
    ["another session", { sessionId: "s2" }],
  ])("is two figures with %s", (_, change) => {
    expect(mergeFigures([jobs, { ...jobs, evidence: again, ...change }])).toHaveLength(2);
  });

  it("is two figures where a share of a plan is all that is told", () => {
    const plain = { ...jobs, value: null, unit: null, comparator: null };
    const other = { ...share, percent: 90 };
    expect(
      mergeFigures([
        { ...plain, comparisons: [share] },
        { ...plain, comparisons: [other] },
      ]),
    ).toHaveLength(2);
  });
});
