import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pipelines } from "../../../pipelines/index.js";
import { rulesEngine } from "../../../src/engines/rules/index.js";
import { extract } from "../../../src/pipeline.js";
import type { Comparison, Figure } from "../../../src/records/figure.js";
import { documentOf } from "../../support/documents.js";

interface Expected {
  readonly class?: "target" | "achievement";
  readonly comparisons?: readonly string[];
  readonly period?: string | null;
  readonly [field: string]: unknown;
}

interface Row {
  readonly text: string;
  readonly published?: string;
  readonly figures: readonly Expected[];
}

const rows = JSON.parse(readFileSync("fixtures/rules/figures.json", "utf8")) as readonly Row[];
const news = pipelines.filter(({ kind }) => kind === "session_news").map((one) => ({ ...one, match: () => 1 }));

async function figuresOf({ text, published }: Row): Promise<readonly (Figure & { readonly class: string })[]> {
  const document = documentOf(text, published ?? null);
  const record = await extract(document, { engine: rulesEngine, pipelines: news, now: () => new Date(0) });
  const of = (figures: readonly Figure[], name: string) => figures.map((figure) => ({ ...figure, class: name }));
  const all = [...of(record.targets, "target"), ...of(record.achievements, "achievement")];
  return all.sort((a, b) => a.evidence.end - b.evidence.end);
}

/** "plan ratio 52.5 of 6945000000 huyện": the slots of a comparison that say anything. */
function told({ basis, type, percent, value, setBy }: Comparison): string {
  const amount = value === null ? [] : [type === "change" ? "by" : "of", value];
  return [basis, type, percent, ...amount, setBy].filter((part) => part !== null).join(" ");
}

describe("figures, each row of the corpus", () => {
  it.each(rows)("$text", async (row) => {
    const figures = await figuresOf(row);
    expect(figures.map(({ indicator, value, status }) => ({ indicator, value, status }))).toHaveLength(
      row.figures.length,
    );
    for (const [index, { comparisons, period, ...slots }] of row.figures.entries()) {
      const figure = figures[index];
      expect(figure).toMatchObject(slots);
      if (comparisons) expect(figure?.comparisons.map(told)).toEqual(comparisons);
      if (period !== undefined) expect(figure?.period?.start ?? null).toBe(period);
      expect(figure?.verified, JSON.stringify(figure)).toBe(true);
    }
  });
});
