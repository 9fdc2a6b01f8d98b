import { basename } from "node:path";
import type { Record } from "../records/record.js";
import { judgeFigures } from "./figures.js";
import type { Gold, Scored } from "./gold.js";
import { judgeAttendees, judgeResolutions, judgeSessions } from "./meetings.js";
import { Sheet } from "./sheet.js";
import { documentSlots, judgeSlots } from "./slots.js";

/** A gold record, and the name by which differences are told (its file's). */
export interface NamedGold {
  readonly name: string;
  readonly gold: Gold;
}

const nothing: Omit<Scored, "document"> = {
  sessions: [],
  attendees: [],
  resolutions: [],
  targets: [],
  achievements: [],
};

/**
 * Scores records against gold. They are paired by the base name of `document.source`, the last record of a name
 * counting; a gold document without a record counts as all missed, a record without gold not at all.
 */
export function evaluate(golds: readonly NamedGold[], records: readonly Record[]): Sheet {
  const sheet = new Sheet();
  const bySource = new Map(records.map((record) => [basename(record.document.source), record]));
  for (const { name, gold } of golds) {
    const record = bySource.get(basename(gold.source));
    if (!record) sheet.note(name, "no record");
    const got: Scored = record ?? { ...gold, ...nothing };
    judgeSlots(sheet, "document", name, documentSlots, gold.document, record?.document ?? null);
    judgeSessions(sheet, name, gold, got);
    judgeAttendees(sheet, name, gold, got);
    judgeResolutions(sheet, name, gold, got);
    judgeFigures(sheet, name, gold, got);
    if (record) checkEvidence(sheet, record);
  }
  return sheet;
}

function checkEvidence(sheet: Sheet, { document, ...record }: Record): void {
  const proven = [
    ...record.sessions,
    ...record.attendees,
    ...record.resolutions,
    ...record.targets,
    ...record.achievements,
  ];
  for (const { start, end, quote } of proven.flatMap(({ evidence }) => evidence)) {
    sheet.evidence.spans++;
    if (document.text.slice(start, end) !== quote) sheet.evidence.wrong++;
  }
}
