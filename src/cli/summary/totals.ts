import type { Record } from "../../records/record.js";

/** Counts over the records of a run, for the closing line. */
export class Totals {
  private readonly counts = { documents: 0, sessions: 0, figures: 0, verified: 0, problems: 0 };

  add({ sessions, targets, achievements, problems }: Record): void {
    const figures = [...targets, ...achievements];
    this.counts.documents++;
    this.counts.sessions += sessions.length;
    this.counts.figures += figures.length;
    this.counts.verified += figures.filter(({ verified }) => verified).length;
    this.counts.problems += problems.length;
  }

  /** "24 documents · 1 session · 180 figures · 176 verified · 3 problems" */
  line(failed: number): string {
    const parts = Object.entries(this.counts).map(
      ([name, count]) => `${count} ${count === 1 ? name.replace(/s$/, "") : name}`,
    );
    return [...parts, ...(failed ? [`${failed} failed`] : [])].join(" · ");
  }
}
