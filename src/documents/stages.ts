import type { Line } from "./lines.js";

/** A step of cleaning: what it leaves, and what the lines that it takes away are. */
export interface Stage {
  readonly takes: string;
  readonly leaves: readonly Line[];
}

/** A line that is not in a document's text, and why. */
export interface DroppedLine {
  readonly text: string;
  readonly reason: string;
}

/** What the steps took away, step by step. A line that the text has after all, shortened or joined to others, is kept. */
export function droppedBy(lines: readonly Line[], stages: readonly Stage[]): readonly DroppedLine[] {
  const text = (stages.at(-1)?.leaves ?? lines).map((line) => line.text);
  const whole = text.join("\n");
  const isKept = (line: string) => whole.includes(line) || text.some((part) => line.includes(part));
  const dropped: DroppedLine[] = [];
  let before = lines;
  for (const { takes, leaves } of stages) {
    const left = new Set(leaves.map((line) => line.text));
    const gone = before.filter((line) => !left.has(line.text) && !isKept(line.text));
    dropped.push(...gone.map((line) => ({ text: line.text, reason: takes })));
    before = leaves;
  }
  return dropped;
}
