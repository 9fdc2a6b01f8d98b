import { isDigit } from "../text/characters.js";
import { swift } from "../text/patterns.js";
import type { Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { type Numeral, readNumeral } from "./numerals.js";
import { readPerAlone, readUnit, type Unit } from "./units.js";

/** A number with its unit, as a range or as a part of a whole, before the bound words around it are read. */
export interface Amount {
  readonly value: number;
  readonly valueMax: number | null;
  readonly outOf: number | null;
  readonly unit: Unit | null;
  /** a place in a ranking: "top 3" */
  readonly rank: boolean;
  readonly number: Span;
  readonly unitWords: Span | null;
  readonly end: number;
  readonly rule: string;
}

const rangeJoint = / ?- ?| (?:đến|tới) /y;
const outOfJoint = / ?\/ ?/y;
const rankBefore = swift(/(?<!\p{L})(?:top|tốp) $/u);
const rankOf = / ?(?:\/|trên|trong) ?/y;

/**
 * The amount that begins exactly at `at`.
 * @param five read a lone "năm" as the number
 */
export function readAmount(reading: Reading, at: number, five = false): Amount | null {
  const { folded } = reading;
  const first = readNumeral(reading, at, five);
  if (!first) return null;
  if (rankBefore.test(folded.slice(Math.max(0, at - 5), at))) return readRank(reading, first);
  const unit = unitOf(reading, first);
  return readPart(reading, first, unit) ?? readRange(reading, first, unit) ?? single(first, unit);
}

function unitOf(reading: Reading, numeral: Numeral): Unit | null {
  const unit = readUnit(reading, numeral.end, numeral.scale >= 6) ?? readPerAlone(reading, numeral.end, numeral.scale);
  if (unit || numeral.scale < 6) return unit;
  return { end: numeral.end, code: "VND", factor: 1, kind: "money", guessed: false };
}

function single(numeral: Numeral, unit: Unit | null): Amount {
  return {
    value: scaled(numeral.value, unit),
    valueMax: null,
    outOf: null,
    unit,
    rank: false,
    number: { start: numeral.start, end: numeral.end },
    unitWords: wordsOf(numeral, unit),
    end: Math.max(numeral.end, unit?.end ?? 0),
    rule: `number${numeral.inDigits ? "" : " in words"}${unit ? ` + ${unit.guessed ? "unknown noun" : unit.kind}` : ""}`,
  };
}

const averaged = new Set(["{tiêu chí}", "{chỉ tiêu}", "{điểm}"]);

/** "8/8 tổ dân phố" is a part of a whole; of "500/500 ha" the second is an amount of its own, the plan's. */
function readPart(reading: Reading, first: Numeral, unit: Unit | null): Amount | null {
  if (unit || first.scale > 0 || !first.inDigits) return null;
  const at = joint(outOfJoint, reading.folded, first.end);
  const whole = at === null ? null : readNumeral(reading, at);
  if (!whole?.inDigits) return null;
  if (whole.scale > 0) return scaledPart(reading, first, whole);
  const shared = readUnit(reading, whole.end, false);
  if (shared && shared.kind !== "count") {
    return {
      ...single(first, shared),
      end: first.end,
      unitWords: wordsOf(whole, shared),
      rule: "amount/amount + unit",
    };
  }
  if (!Number.isInteger(whole.value)) return null;
  // "bình quân đạt 12,6/19 tiêu chí"; elsewhere the parts are whole
  if (!Number.isInteger(first.value) && !(shared && averaged.has(shared.code) && first.value < whole.value))
    return null;
  // "12/2025" and "24/7" are no parts of a whole
  if (first.value > whole.value && !(shared && !shared.guessed)) return null;
  return {
    ...single(first, shared),
    outOf: whole.value,
    number: { start: first.start, end: whole.end },
    unitWords: wordsOf(whole, shared),
    end: Math.max(whole.end, shared?.end ?? 0),
    rule: "part/whole",
  };
}

/** "186/274 tỷ đồng": the scale and the unit stand once, behind the plan's amount. */
function scaledPart(reading: Reading, first: Numeral, whole: Numeral): Amount | null {
  const unit = unitOf(reading, whole);
  if (!unit || unit.kind === "count") return null;
  const value = Number(`${first.value}e${whole.scale}`);
  return {
    ...single({ ...first, value }, unit),
    end: first.end,
    unitWords: wordsOf(whole, unit),
    rule: "amount/amount + unit",
  };
}

function readRange(reading: Reading, first: Numeral, firstUnit: Unit | null): Amount | null {
  const implied = firstUnit !== null && firstUnit.end === first.end;
  const from = Math.max(first.end, firstUnit?.end ?? 0);
  const at = joint(rangeJoint, reading.folded, from);
  const last = at === null || !isDigit(reading.units[at] ?? 0) ? null : readNumeral(reading, at);
  if (!last) return null;
  const unit = unitOf(reading, last);
  if (firstUnit && !implied && firstUnit.code !== unit?.code) return null;
  if (!unit && !firstUnit && !Number.isInteger(first.value) !== !Number.isInteger(last.value)) return null;
  // "125-135 triệu": the scale stands once and holds for both ends
  const inherited = first.scale === 0 && last.scale > 0 && firstUnit?.kind !== "money";
  const low = inherited ? Number(`${first.value}e${last.scale}`) : first.value;
  if (low >= last.value) return null;
  return {
    ...single(last, unit),
    value: scaled(low, unit),
    valueMax: scaled(last.value, unit),
    number: { start: first.start, end: last.end },
    rule: "range",
  };
}

/** "top 3", "top 03 trên 15 xã": a place in a ranking, so at most that. */
function readRank(reading: Reading, first: Numeral): Amount | null {
  if (!Number.isInteger(first.value) || first.scale > 0) return null;
  const unit: Unit = { end: first.end, code: "{hạng}", factor: 1, kind: "count", guessed: false };
  const at = joint(rankOf, reading.folded, first.end);
  const whole = at === null ? null : readNumeral(reading, at);
  const noun = whole && readUnit(reading, whole.end, false);
  const end = Math.max(first.end, whole?.end ?? 0, noun?.end ?? 0);
  return { ...single(first, unit), outOf: whole?.value ?? null, rank: true, unitWords: null, end, rule: "rank" };
}

function joint(pattern: RegExp, folded: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(folded) ? pattern.lastIndex : null;
}

function wordsOf(numeral: Numeral, unit: Unit | null): Span | null {
  return unit && unit.end > numeral.end ? { start: numeral.end, end: unit.end } : null;
}

/** The factor is a power of ten, so it is applied in decimal: 54,95 tạ is 5.495 t and not 5.4950000000000005. */
function scaled(value: number, unit: Unit | null): number {
  return unit && unit.factor !== 1 ? Number(`${value}e${Math.log10(unit.factor)}`) : value;
}
