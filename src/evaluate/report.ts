import { type Part, parts, type Sheet } from "./sheet.js";

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly got: number;
}

/** The scores for machines: ratios rounded to three places, by part, and the count of evidence. */
export function scoreSummary(sheet: Sheet): { readonly [P in Part]: Score } & Pick<Sheet, "evidence"> {
  const rows = parts.map((part): [Part, Score] => {
    const { precision, recall, f1, gold, got } = sheet.tallies[part];
    return [part, { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1), gold, got }];
  });
  return { ...(Object.fromEntries(rows) as { [P in Part]: Score }), evidence: sheet.evidence };
}

function rounded(ratio: number): number {
  return Math.round(ratio * 1000) / 1000;
}

/** The scores for people: a line a part, aligned. */
export function scoreTable(sheet: Sheet): string {
  const header = ["precision", "recall", "f1", "gold", "got"];
  const lines = parts.map((part) => {
    const { precision, recall, f1, gold, got } = sheet.tallies[part];
    return row(part, [...[precision, recall, f1].map((ratio) => ratio.toFixed(3)), String(gold), String(got)]);
  });
  const { spans, wrong } = sheet.evidence;
  return [
    row("part", header),
    ...lines,
    `evidence: ${spans} spans, ${wrong} that are not the text at their offsets`,
  ].join("\n");
}

const widths = [9, 6, 6, 6, 6];

function row(part: string, cells: readonly string[]): string {
  return [part.padEnd(16), ...cells.map((cell, i) => cell.padStart(widths[i] ?? 0))].join(" ");
}
