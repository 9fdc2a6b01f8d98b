import { isCapital } from "../text/characters.js";
import { Lexicon, skipSpaces, tokenEnd } from "../text/lexicon.js";
import { swift } from "../text/patterns.js";
import type { Reading } from "../text/reading.js";
import { type CountedNoun, readCountedNoun } from "./counted-nouns.js";

/** A unit as read: its code and the factor from what is written to that code's unit. */
export interface Unit {
  readonly end: number;
  /** ISO 4217, UCUM, or the counted noun in braces; compounds with "/" */
  readonly code: string;
  /** "tạ" is 100 kg, told in tonnes: hectares times yield are then the output */
  readonly factor: number;
  readonly kind: "money" | "share" | "measure" | "count";
  /** the noun was not in the table but stood where a counted noun stands */
  readonly guessed: boolean;
}

type Row = readonly [code: string, kind: Unit["kind"], factor?: number];

/** ISO 4217 for money, UCUM for what is measured (https://ucum.org/ucum); Vietnamese measures by their SI value. */
const unitWords: Readonly<Record<string, Row>> = {
  đồng: ["VND", "money"],
  "đồng việt nam": ["VND", "money"],
  vnđ: ["VND", "money"],
  vnd: ["VND", "money"],
  đ: ["VND", "money"],
  trđ: ["VND", "money", 1e6],
  "tr.đ": ["VND", "money", 1e6],
  "tr. đồng": ["VND", "money", 1e6],
  usd: ["USD", "money"],
  "đô la mỹ": ["USD", "money"],
  "đô la": ["USD", "money"],
  "đô-la": ["USD", "money"],
  "mỹ kim": ["USD", "money"],
  eur: ["EUR", "money"],
  euro: ["EUR", "money"],
  "yên nhật": ["JPY", "money"],
  "nhân dân tệ": ["CNY", "money"],
  "%": ["%", "share"],
  "phần trăm": ["%", "share"],
  "điểm %": ["%", "share"],
  "điểm phần trăm": ["%", "share"],
  "‰": ["[ppth]", "share"],
  "%0": ["[ppth]", "share"],
  "%o": ["[ppth]", "share"],
  "0/00": ["[ppth]", "share"],
  "phần nghìn": ["[ppth]", "share"],
  mm: ["mm", "measure"],
  cm: ["cm", "measure"],
  m: ["m", "measure"],
  mét: ["m", "measure"],
  "mét dài": ["m", "measure"],
  md: ["m", "measure"],
  km: ["km", "measure"],
  "ki lô mét": ["km", "measure"],
  kilômét: ["km", "measure"],
  "cây số": ["km", "measure"],
  "hải lý": ["[nmi_i]", "measure"],
  m2: ["m2", "measure"],
  "m²": ["m2", "measure"],
  "m 2": ["m2", "measure"],
  "mét vuông": ["m2", "measure"],
  km2: ["km2", "measure"],
  "km²": ["km2", "measure"],
  "ki lô mét vuông": ["km2", "measure"],
  ha: ["ha", "measure"],
  "héc ta": ["ha", "measure"],
  "héc-ta": ["ha", "measure"],
  hécta: ["ha", "measure"],
  hecta: ["ha", "measure"],
  m3: ["m3", "measure"],
  "m³": ["m3", "measure"],
  "mét khối": ["m3", "measure"],
  lít: ["L", "measure"],
  g: ["g", "measure"],
  gam: ["g", "measure"],
  kg: ["kg", "measure"],
  ki: ["kg", "measure"],
  "ki lô gam": ["kg", "measure"],
  kilôgam: ["kg", "measure"],
  cân: ["kg", "measure"],
  yến: ["kg", "measure", 10],
  tạ: ["t", "measure", 0.1],
  tấn: ["t", "measure"],
  kw: ["kW", "measure"],
  mw: ["MW", "measure"],
  kwh: ["kW.h", "measure"],
  mwh: ["MW.h", "measure"],
  kwp: ["kW", "measure"],
  mwp: ["MW", "measure"],
  kva: ["kV.A", "measure"],
  kv: ["kV", "measure"],
  // regional measures have no one size (a sào is 360, 500 or 1,000 m²), so they are counted
  sào: ["{sào}", "count"],
  mẫu: ["{mẫu}", "count"],
  công: ["{công}", "count"],
};

const units = new Lexicon<Row>(unitWords);
/** Words that begin like a unit but are none: "đồng chí", "công trình", "cân đối". */
const lookAlikes = Lexicon.of([
  "đồng chí",
  "đồng bào",
  "đồng thời",
  "đồng bộ",
  "đồng đội",
  "đồng hồ",
  "công trình",
  "công dân",
  "công ty",
  "công chức",
  "công nhân",
  "công việc",
  "công an",
  "công đoàn",
  "công nghệ",
  "công tác",
  "công lập",
  "công suất",
  "công cụ",
  "cân đối",
  "mẫu giáo",
  "mẫu số",
  "mẫu mã",
  "mẫu vật",
  "mẫu nước",
  "mẫu máu",
  "mẫu xét nghiệm",
  "mẫu thực phẩm",
  "mẫu giám sát",
  "mẫu biểu",
  "ki ốt",
  "ki-ốt",
  "yến tiệc",
  "tạ ơn",
  "tấn công",
  "đồng loạt",
  "đồng ruộng",
  "đồng hành",
  "đồng phạm",
  "công văn",
  "công bố",
  "công khai",
  "công cộng",
  "công viên",
  "công lao",
  "công sở",
  "công điện",
  "công trường",
]);

/** What stands behind a slash: UCUM's year, month and day, and Vietnamese counted nouns. */
const perWords: Readonly<Record<string, string>> = {
  năm: "a",
  tháng: "mo",
  ngày: "d",
  "ngày đêm": "d",
  giờ: "h",
  h: "h",
  quý: "{quý}",
  ha: "ha",
  "héc ta": "ha",
  km: "km",
  km2: "km2",
  "km²": "km2",
  m2: "m2",
  "m²": "m2",
  m3: "m3",
  "m³": "m3",
  tấn: "t",
  kg: "kg",
  lít: "L",
};
const pers = new Lexicon<string>(perWords);

/** "/" or, in running words, "một" and "trên một" ("4 triệu đồng một người một tháng"). */
const per = /\s?\/\s?(?:(?:01|1|một)(?!\d)\s?)?(?!\d{0,3}%)/y;
const perNumber = swift(
  /\s?\/\s?(10{0,6}|10{0,2}(?:\.000){1,2}|vạn|một vạn)\s?(dân|người|trẻ|hộ|bà mẹ|lao động|bé gái)(?:\s(?:dân|đẻ sống|sống))?(?!\p{L})/uy,
);

/**
 * The unit at `at`, with what it is counted per: "triệu đồng/người/năm" has been read up to "đồng" as the scale goes
 * before it. `null` where no unit stands.
 * @param scaled a scale word stood before, so an unknown noun is not guessed
 */
export function readUnit(reading: Reading, at: number, scaled: boolean): Unit | null {
  const start = skipSpaces(reading.units, at);
  const row = isUnit(reading, start) ? units.matchAt(reading, start) : null;
  const noun = readCountedNoun(reading, start, !scaled && start > at);
  const base = longer(
    row && { end: row.end, code: row.value[0], kind: row.value[1], factor: row.value[2] ?? 1, guessed: false },
    noun,
  );
  return base && readPer(reading, base);
}

/** "5G" and "4K" are names: a unit of one letter is printed small. */
function isUnit(reading: Reading, at: number): boolean {
  if (lookAlikes.matchAt(reading, at)) return false;
  return tokenEnd(reading.units, at) - at > 1 || !isCapital(reading.printed[at] ?? 0);
}

function longer(unit: Unit | null, noun: CountedNoun | null): Unit | null {
  if (unit && (!noun || noun.guessed || noun.end <= unit.end)) return unit;
  return noun && { end: noun.end, code: `{${noun.noun}}`, kind: "count", factor: 1, guessed: noun.guessed };
}

function readPer(reading: Reading, base: Unit): Unit {
  const { folded } = reading;
  let { end, code } = base;
  for (let i = 0; i < 3; i++) {
    perNumber.lastIndex = end;
    const counted = perNumber.exec(folded);
    if (counted) {
      const many = counted[1]?.endsWith("vạn") ? "10000" : counted[1]?.replace(/\./g, "");
      code += `/${many}{${counted[2]}}`;
      end += counted[0].length;
      continue;
    }
    per.lastIndex = end;
    const slash = per.exec(folded);
    if (!slash) break;
    const at = end + slash[0].length;
    const known = pers.matchAt(reading, at);
    const noun = known ? null : readCountedNoun(reading, at, true);
    if (!known && !noun) break;
    code += known ? `/${known.value}` : `/{${noun?.noun}}`;
    end = (known ?? noun)?.end ?? end;
  }
  return { ...base, end, code };
}

/** "28 triệu/người", "600 nghìn/suất": money whose "đồng" was dropped. `scale` is the number's power of ten. */
export function readPerAlone(reading: Reading, at: number, scale: number): Unit | null {
  if (scale < 3) return null;
  const unit = readPer(reading, { end: at, code: "VND", kind: "money", factor: 1, guessed: false });
  return unit.end > at ? unit : null;
}
