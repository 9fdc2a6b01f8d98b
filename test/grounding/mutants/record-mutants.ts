import type { Figure } from "../../../src/records/figure.js";
import type { Record } from "../../../src/records/record.js";
import type { Random } from "../../support/random.js";

/** One record with one thing falsified, and the path of the claim that is now false. */
export interface RecordMutant {
  readonly kind: string;
  readonly path: string;
  readonly record: Record;
}

type Change<Item> = (item: Item, random: Random) => Item | null;

const otherUnits: Readonly<{ [unit: string]: string }> = {
  VND: "USD",
  "%": "[ppth]",
  ha: "km",
  m: "km",
  t: "kg",
  km: "m",
};

const figureChanges: Readonly<{ [kind: string]: Change<Figure> }> = {
  "value by one": (one) => (one.value === null ? null : { ...one, value: one.value + 1 }),
  "value times ten": (one) => (one.value ? { ...one, value: one.value * 10 } : null),
  "value times a thousand": (one) => (one.value ? { ...one, value: one.value * 1000 } : null),
  "value transposed": (one) => withValue(one, transposed(one.value)),
  "value made negative": (one) => (one.value ? { ...one, value: -one.value } : null),
  "range's end": (one) => (one.valueMax === null ? null : { ...one, valueMax: one.valueMax + 1 }),
  "range made one number": (one) => (one.valueMax === null ? null : { ...one, valueMax: null, comparator: "eq" }),
  "out of": (one) => (one.outOf === null ? null : { ...one, outOf: one.outOf + 1 }),
  "out of dropped": (one) => (one.outOf === null ? null : { ...one, outOf: null }),
  unit: (one) => (one.unit === null ? null : { ...one, unit: otherUnits[one.unit] ?? "{tàu vũ trụ}" }),
  "unit dropped": (one) => (one.unit === null ? null : { ...one, unit: null }),
  comparator: (one) => one.comparator && { ...one, comparator: one.comparator.startsWith("l") ? "gt" : "lt" },
  measure: (one) =>
    one.value === null ? null : { ...one, measure: one.measure === "decrease" ? "increase" : "decrease" },
  "measure made a level": (one) =>
    one.measure === "level" || one.value === null ? null : { ...one, measure: "level" },
  "indicator's word": (one, random) => ({ ...one, indicator: withOtherWord(one.indicator, random) }),
  status: (one) => (one.status === null ? null : { ...one, status: `không ${one.status}` }),
  "comparison's number": (one) => withComparison(one, (first) => ({ ...first, percent: (first.percent ?? 0) + 1 })),
  "comparison's sign": (one) =>
    withComparison(one, (first) => ({
      ...first,
      percent: first.percent && -first.percent,
      value: first.percent ? first.value : -(first.value ?? 0),
    })),
  "comparison's words": (one, random) =>
    withComparison(one, (first) => ({ ...first, text: withOtherWord(first.text, random) })),
  "comparison's setter": (one) => withComparison(one, (first) => ({ ...first, setBy: "Liên hợp quốc" })),
  "evidence shifted": (one) => ({
    ...one,
    evidence: { ...one.evidence, start: one.evidence.start + 1, end: one.evidence.end + 1 },
  }),
  "quote's letter": (one) => ({ ...one, evidence: { ...one.evidence, quote: `${one.evidence.quote.slice(0, -1)}ỵ` } }),
  "period's year": (one) =>
    one.period?.start ? { ...one, period: { ...one.period, start: `1${one.period.start.slice(1)}` } } : null,
  session: (one) => ({ ...one, sessionId: "s77" }),
};

function withValue(figure: Figure, value: number | null): Figure | null {
  return value === null ? null : { ...figure, value };
}

function transposed(value: number | null): number | null {
  const digits = [...String(value ?? "")];
  const at = digits.findIndex(
    (digit, i) => /\d/.test(digit) && /\d/.test(digits[i + 1] ?? "") && digit !== digits[i + 1],
  );
  if (at < 0) return null;
  const [a = "", b = ""] = [digits[at], digits[at + 1]];
  digits.splice(at, 2, b, a);
  return Number(digits.join(""));
}

function withOtherWord(words: string, random: Random): string {
  const list = words.split(" ");
  const at = random.below(list.length);
  return list.map((word, i) => (i === at ? `${word}xq` : word)).join(" ");
}

function withComparison(
  figure: Figure,
  change: (comparison: Figure["comparisons"][number]) => Figure["comparisons"][number],
): Figure | null {
  const [first, ...rest] = figure.comparisons;
  return first ? { ...figure, comparisons: [change(first), ...rest] } : null;
}

type Claims = "sessions" | "attendees" | "resolutions";

const claimChanges: { readonly [List in Claims]: Readonly<{ [kind: string]: Change<Record[List][number]> }> } = {
  sessions: {
    "session's number": (one) => (one.number === null ? null : { ...one, number: one.number + 1 }),
    "session's term": (one) => (one.term === null ? null : { ...one, term: one.term + 1 }),
    "session's mandate": (one) => one.mandate && { ...one, mandate: { ...one.mandate, start: one.mandate.start - 1 } },
    "session's day": (one) => one.date && { ...one, date: { ...one.date, start: "1999-01-01" } },
    "session's last day": (one) => one.date && { ...one, date: { ...one.date, end: "2099-01-01" } },
    "session's body": (one) => one.body && { ...one, body: { ...one.body, name: `${one.body.name} Xq` } },
    "session's place": (one, random) => (one.place ? { ...one, place: withOtherWord(one.place, random) } : null),
    "session's name": (one, random) => ({ ...one, name: withOtherWord(one.name, random) }),
  },
  attendees: {
    "person's name": (one, random) => (one.name ? { ...one, name: withOtherWord(one.name, random) } : null),
    "person's name cut": (one) =>
      one.name?.includes(" ") ? { ...one, name: one.name.slice(0, one.name.lastIndexOf(" ")) } : null,
    "person's title": (one, random) =>
      one.titles[0] ? { ...one, titles: [withOtherWord(one.titles[0], random)] } : null,
    "group's words": (one, random) => (one.group ? { ...one, group: withOtherWord(one.group, random) } : null),
    "group's count": (one) => (one.count === null ? null : { ...one, count: one.count + 1 }),
    "attendee's session": (one) => ({ ...one, sessionId: "s77" }),
  },
  resolutions: {
    "resolution's number": (one) => (one.number ? { ...one, number: `9${one.number}` } : null),
    "resolution's title": (one, random) => (one.title ? { ...one, title: withOtherWord(one.title, random) } : null),
    "resolution's day": (one) => (one.issuedOn ? { ...one, issuedOn: "1999-01-01" } : null),
  },
};

/** Every falsification of every claim of a record, one at a time. Figures that are not verified claim nothing. */
export function* recordMutants(record: Record, random: Random): Generator<RecordMutant> {
  for (const list of ["targets", "achievements"] as const) {
    const isClaim = (figure: Figure) => figure.verified;
    yield* changed(record, list, figureChanges, isClaim, random);
  }
  for (const list of Object.keys(claimChanges) as Claims[]) {
    const told = new Set(record.problems.map(({ path }) => path));
    const isClaim = (_: unknown, path: string) => !told.has(path);
    yield* changed(record, list, claimChanges[list] as Readonly<{ [kind: string]: Change<unknown> }>, isClaim, random);
  }
}

function* changed<Item>(
  record: Record,
  list: Claims | "targets" | "achievements",
  changes: Readonly<{ [kind: string]: Change<Item> }>,
  isClaim: (item: Item, path: string) => boolean,
  random: Random,
): Generator<RecordMutant> {
  const items = record[list] as readonly unknown[] as readonly Item[];
  for (const [index, item] of items.entries()) {
    const path = `${list}[${index}]`;
    if (!isClaim(item, path)) continue;
    for (const [kind, change] of Object.entries(changes)) {
      const other = change(item, random);
      if (other === null) continue;
      yield { kind, path, record: { ...record, [list]: items.map((one, i) => (i === index ? other : one)) } };
    }
  }
}
