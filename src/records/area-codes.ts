import { foldedWords } from "../vietnamese/text/fold.js";
import type { Area } from "./area.js";
import before from "./data/units-2025-03-01.json" with { type: "json" };
import since from "./data/units-2026-07-25.json" with { type: "json" };

/** The day on which the districts went and the communes were merged (Law 72/2025/QH15). */
const merger = "2025-07-01";

interface Unit {
  readonly code: string;
  readonly level: Area["level"];
  /** "phường quang trung", folded; of this unit and of those above it */
  readonly name: string;
  readonly above: readonly string[];
}

const levels: Readonly<Record<number, Area["level"]>> = { 2: "province", 3: "district", 5: "commune" };

/**
 * The General Statistics Office's code of a unit: two digits of a province, three of a district, five of a commune.
 * The same code can mean another unit after the merger of 2025-07-01, so a code is read together with the date.
 * @param on the ISO day that the text is about: it decides the list. `null`: a code that both lists agree on
 * @param parents units that stand above it, as "tỉnh Hà Giang"
 * @returns `null` where no unit of the list fits, or more than one
 */
export function areaCode(
  area: Pick<Area, "type" | "name" | "level">,
  on: string | null,
  parents: readonly string[],
): string | null {
  if (on !== null) return codeIn(on < merger ? unitsBefore() : unitsSince(), area, parents);
  const [old, current] = [codeIn(unitsBefore(), area, parents), codeIn(unitsSince(), area, parents)];
  return old === current ? old : null;
}

type Units = ReadonlyMap<string, readonly Unit[]>;

function codeIn(units: Units, area: Pick<Area, "type" | "name" | "level">, parents: readonly string[]): string | null {
  const wanted = parents.map(unitName);
  const fitting = (units.get(unitName(`${area.type} ${area.name}`)) ?? []).filter(
    ({ level, above }) => level === area.level && wanted.every((parent) => above.includes(parent)),
  );
  return fitting.length === 1 ? (fitting[0]?.code ?? null) : null;
}

const unitsBefore = once(() => index(before.units));
const unitsSince = once(() => index(since.units));

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Rows are "00001 phường Phúc Xá", each below the unit that it belongs to. */
function index(rows: readonly string[]): Units {
  const units = new Map<string, Unit[]>();
  let above: readonly Unit[] = [];
  for (const row of rows) {
    const code = row.slice(0, row.indexOf(" "));
    const name = unitName(row.slice(code.length + 1));
    above = above.filter((unit) => unit.code.length < code.length);
    const unit: Unit = { code, level: levels[code.length] ?? "commune", name, above: above.map((one) => one.name) };
    units.set(name, [...(units.get(name) ?? []), unit]);
    above = [...above, unit];
  }
  return units;
}

/** Folded, with "Phường 01" and "Phường 1" alike. */
function unitName(words: string): string {
  return foldedWords(words).replace(/(?<= )0(?=\d$)/, "");
}
