import type { Figure } from "../records/figure.js";
import type { Problem } from "../records/record.js";
import { foldedWords } from "../vietnamese/text/fold.js";
import { problem } from "./problems.js";

/** Figures of one class that give the same indicator, for the same period and place, another value. */
export function conflicts(figures: readonly Figure[], list: "targets" | "achievements"): Problem[] {
  const first = new Map<string, number>();
  return figures.flatMap((figure, index) => {
    const { value, valueMax, outOf, unit, measure, period, area, sessionId } = figure;
    if (value === null) return [];
    const told = [foldedWords(figure.indicator), unit, measure, period?.start, period?.end, area?.name, sessionId];
    // nothing of it holds a line break
    const key = told.join("\n");
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, index);
      return [];
    }
    const before = figures[earlier];
    if (before?.value === value && before.valueMax === valueMax && before.outOf === outOf) return [];
    const other = `${list}[${earlier}]`;
    return [problem(`${list}[${index}]`, "CONFLICTING_VALUES", { indicator: figure.indicator, other })];
  });
}
