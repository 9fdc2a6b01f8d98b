import type { Scored, ScoredSession } from "./gold.js";
import type { Part, Sheet } from "./sheet.js";
import { normalise, wordOverlap } from "./similarity.js";

type Value = string | number | null | undefined;

/** One field of an item: what it is called, how it is read, and when two values are the same. */
interface Slot<Item> {
  readonly name: string;
  readonly value: (item: Item) => Value;
  readonly same?: (gold: string, got: string) => boolean;
}

const alike = (threshold: number) => (gold: string, got: string) => wordOverlap(gold, got) >= threshold;
const sameWords = (gold: string, got: string) => normalise(gold) === normalise(got);

export const documentSlots: readonly Slot<Scored["document"]>[] = [
  { name: "kind", value: (document) => document.kind },
  { name: "title", value: (document) => document.title, same: alike(0.9) },
  { name: "publishedAt", value: (document) => day(document.publishedAt) },
];

export const sessionSlots: readonly Slot<ScoredSession>[] = [
  { name: "kind", value: (session) => session.kind },
  { name: "form", value: (session) => session.form },
  { name: "number", value: (session) => session.number },
  { name: "term", value: (session) => session.term },
  { name: "mandate.start", value: (session) => session.mandate?.start },
  { name: "mandate.end", value: (session) => session.mandate?.end },
  { name: "body.name", value: (session) => session.body?.name, same: alike(0.8) },
  { name: "area.name", value: (session) => session.body?.area?.name },
  { name: "area.type", value: (session) => session.body?.area?.type },
  { name: "date.start", value: (session) => day(session.date?.start) },
  { name: "date.partOfDay", value: (session) => session.date?.partOfDay },
];

/** A moment's day. */
export function day(moment: string | null | undefined): string | null {
  return moment ? moment.slice(0, 10) : null;
}

/** Scores an item field by field; `null` stands for an item that one side has not. */
export function judgeSlots<Item>(
  sheet: Sheet,
  part: Part,
  document: string,
  slots: readonly Slot<Item>[],
  gold: Item | null,
  got: Item | null,
): void {
  for (const { name, value, same = sameWords } of slots) {
    const expected = known(gold && value(gold));
    const actual = known(got && value(got));
    if (expected !== null && actual !== null && same(String(expected), String(actual))) {
      sheet.tallies[part].add(1, 0, 0);
    } else if (expected !== null || actual !== null) {
      sheet.tallies[part].add(0, actual === null ? 0 : 1, expected === null ? 0 : 1);
      sheet.note(document, `${name}: gold ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
    }
  }
}

function known(value: Value): string | number | null {
  return value === undefined || value === "" ? null : value;
}
