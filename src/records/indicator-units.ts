import { foldedForm } from "../vietnamese/text/reading.js";

/** What an indicator is measured in, as `data/indicators.json` has it. */
export interface Dimension {
  /** kinds of units that fit, as `unitKind` names them; texts often leave "/người" out */
  readonly kinds: readonly string[];
  /** of what is counted: the nouns that may begin the unit ("hộ" of "{hộ nghèo}") */
  readonly counted?: readonly string[] | undefined;
}

const measures: Readonly<Record<string, string>> = {
  "%": "share",
  "[ppth]": "share",
  mm: "length",
  cm: "length",
  m: "length",
  km: "length",
  m2: "area",
  km2: "area",
  ha: "area",
  g: "weight",
  kg: "weight",
  t: "weight",
  a: "time",
};

const times: ReadonlySet<string> = new Set(["a", "mo", "wk", "d", "h"]);

const persons: ReadonlySet<string> = new Set(["{người}", "{đầu người}", "{khẩu}", "{nhân khẩu}"]);

/**
 * The kind of a figure's unit: "money" of "VND/a", "money/person" of "VND/{người}/a", "weight/area" of "t/ha",
 * "count/people" of "{bác sĩ}/10000{dân}". How often ("/a") does not matter.
 */
export function unitKind(unit: string): string {
  const [head = "", ...rest] = unit.split("/");
  const per = rest.filter((part) => !times.has(part)).map(perKind);
  return [headKind(head), ...per].join("/");
}

function headKind(head: string): string {
  if (head.startsWith("{")) return "count";
  return measures[head] ?? (/^[A-Z]{3}$/.test(head) ? "money" : head);
}

function perKind(part: string): string {
  if (persons.has(part)) return "person";
  return /^\d+\{/.test(part) ? "people" : (measures[part] ?? part);
}

/** Whether figures of the unit can tell the indicator; "hộ nghèo 49 tỷ" is no count of households. */
export function fits(unit: string, { kinds, counted = [] }: Dimension): boolean {
  const kind = unitKind(unit);
  if (!kinds.includes(kind)) return false;
  if (!kind.startsWith("count")) return true;
  const noun = `${foldedForm(unit.slice(1).split("}", 1)[0] ?? "").folded} `;
  return counted.some((word) => noun.startsWith(`${word} `));
}
