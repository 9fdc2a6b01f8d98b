import { capitalRun, plainWords } from "../people/names.js";
import { departments } from "../people/title-words.js";
import { isCapital } from "../text/characters.js";
import { Lexicon, skipSpaces } from "../text/lexicon.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { phrasesIn } from "../text/word-places.js";
import type { AreaName, AreaType } from "./area-words.js";
import { areaTypeWords } from "./area-words.js";
import { placeLength, provinceAt } from "./areas.js";

export interface BodyName {
  /** as printed with the type abbreviated: "HĐND phường Đại An", "HĐND Phường 1" */
  readonly name: string;
  /** "HĐND", "UBND", "UBMTTQ", "Đảng ủy", "Sở"… */
  readonly type: string;
  /** `null` where the text names none beside the body */
  readonly area: AreaName | null;
  /** the type of place where it stands without a name: "phường" of "HĐND phường" */
  readonly areaWord: AreaType | null;
}

interface BodyType {
  readonly type: string;
  /** how `name` begins; `null`: as printed */
  readonly short: string | null;
  /** the type of place whose name may follow without its word: "Huyện ủy Bình Sơn" */
  readonly placeType: AreaType | null;
}

const council = { type: "HĐND", short: "HĐND", placeType: null };
const committee = { type: "UBND", short: "UBND", placeType: null };
const front = (type: string, short: string) => ({ type, short, placeType: null });
const asPrinted = (type: string, placeType: AreaType | null = null) => ({ type, short: null, placeType });
const bodyTypes = new Lexicon<BodyType>({
  "hội đồng nhân dân": council,
  hđnd: council,
  "ủy ban nhân dân": committee,
  ubnd: committee,
  "ủy ban mặt trận tổ quốc việt nam": front("UBMTTQ", "UBMTTQ Việt Nam"),
  "ủy ban mttq việt nam": front("UBMTTQ", "UBMTTQ Việt Nam"),
  "ủy ban mttqvn": front("UBMTTQ", "UBMTTQ Việt Nam"),
  "ubmttq việt nam": front("UBMTTQ", "UBMTTQ Việt Nam"),
  ubmttqvn: front("UBMTTQ", "UBMTTQ Việt Nam"),
  "ủy ban mặt trận tổ quốc": front("UBMTTQ", "UBMTTQ"),
  "ủy ban mttq": front("UBMTTQ", "UBMTTQ"),
  ubmttq: front("UBMTTQ", "UBMTTQ"),
  "mặt trận tổ quốc việt nam": front("MTTQ", "MTTQ Việt Nam"),
  "mttq việt nam": front("MTTQ", "MTTQ Việt Nam"),
  mttqvn: front("MTTQ", "MTTQ Việt Nam"),
  "mặt trận tổ quốc": front("MTTQ", "MTTQ"),
  mttq: front("MTTQ", "MTTQ"),
  "đảng ủy": asPrinted("Đảng ủy"),
  "đảng bộ": asPrinted("Đảng bộ"),
  "tỉnh ủy": asPrinted("Tỉnh ủy", "tỉnh"),
  "thành ủy": asPrinted("Thành ủy", "thành phố"),
  "huyện ủy": asPrinted("Huyện ủy", "huyện"),
  "quận ủy": asPrinted("Quận ủy", "quận"),
  "thị ủy": asPrinted("Thị ủy", "thị xã"),
  "quốc hội": asPrinted("Quốc hội"),
  "chính phủ": asPrinted("Chính phủ"),
  "hội nông dân": asPrinted("Hội Nông dân"),
  "hội liên hiệp phụ nữ": asPrinted("Hội Liên hiệp Phụ nữ"),
  "hội lhpn": asPrinted("Hội Liên hiệp Phụ nữ"),
  "hội cựu chiến binh": asPrinted("Hội Cựu chiến binh"),
  "đoàn tncs hồ chí minh": asPrinted("Đoàn TNCS Hồ Chí Minh"),
  "đoàn thanh niên": asPrinted("Đoàn TNCS Hồ Chí Minh"),
  "liên đoàn lao động": asPrinted("Liên đoàn Lao động"),
  "công an": asPrinted("Công an"),
});
const departmentTypes = new Lexicon({ bộ: "Bộ", sở: "Sở", phòng: "Phòng", ban: "Ban" });

/**
 * Bodies of the State, the Party and the Front, with the place that follows: a named one, one of which only the type
 * word stands, or a province's bare name ("HĐND Hà Nội").
 * @param areas what `findAreas` found in the same reading
 */
export function findBodies(reading: Reading, areas: readonly Found<AreaName>[]): Found<BodyName>[] {
  const areaAt = new Map(areas.map((area) => [area.start, area]));
  return [...typeSites(reading)]
    .map(({ start, end, value }) => {
      const place = placeAfter(reading, end, value, areaAt);
      const bodyEnd = place?.end ?? end;
      const words = value.short ?? plainWords(reading.text.slice(start, end));
      const name = place ? `${words} ${placeWords(reading, place)}` : words;
      const { area, areaWord } = place ?? { area: null, areaWord: null };
      return {
        start,
        end: bodyEnd,
        rule: place?.rule ?? "body alone",
        value: { name, type: value.type, area, areaWord },
      };
    })
    .sort((a, b) => a.start - b.start);
}

function* typeSites(reading: Reading): Generator<Span & { readonly value: BodyType }> {
  const { printed, units } = reading;
  yield* phrasesIn(reading, bodyTypes);
  for (const { start, end, value } of phrasesIn(reading, departmentTypes)) {
    if (!isCapital(printed[start] ?? 0)) continue;
    const department = departments.matchAt(reading, skipSpaces(units, end));
    if (department) yield { start, end: department.end, value: asPrinted(value) };
  }
}

interface Place extends Span {
  readonly rule: string;
  readonly area: AreaName | null;
  readonly areaWord: AreaType | null;
}

function placeAfter(
  reading: Reading,
  end: number,
  type: BodyType,
  areaAt: ReadonlyMap<number, Found<AreaName>>,
): Place | null {
  const { text } = reading;
  const at = nextWord(reading, end);
  const area = areaAt.get(at);
  if (area) return { start: at, end: area.end, rule: "body and area", area: area.value, areaWord: null };
  const parent = type.type === "Ban" ? bodyTypes.matchAt(reading, at) : null;
  if (parent) return placeOfParent(reading, at, parent, areaAt);
  const word = areaTypeWords.matchAt(reading, at);
  if (
    word &&
    !bodyTypes.matchAt(reading, at) &&
    (word.end - at > 3 || word.value === "xã" || /\p{Lu}/u.test(text.charAt(at)))
  )
    return { start: at, end: word.end, rule: "body and type of area", area: null, areaWord: word.value };
  const province = provinceAt(reading, at);
  if (province)
    return { start: at, end: province.end, rule: "body and province", area: province.value, areaWord: null };
  const run = type.placeType ? capitalRun(reading, at, 8).filter(({ allCapitals }) => !allCapitals) : [];
  const last = run[placeLength(run, new Set()) - 1];
  if (!type.placeType || !last || run.length < 2) return null;
  const named = { type: type.placeType, name: plainWords(text.slice(at, last.end)), level: "district" } as const;
  return { start: at, end: last.end, rule: "Party committee and place", area: named, areaWord: null };
}

/** "Ban Pháp chế | HĐND tỉnh": a committee's place is its council's. */
function placeOfParent(
  reading: Reading,
  start: number,
  { end, value }: Span & { readonly value: BodyType },
  areaAt: ReadonlyMap<number, Found<AreaName>>,
): Place {
  const place = placeAfter(reading, end, value, areaAt);
  return {
    start,
    end: place?.end ?? end,
    rule: "committee of a body",
    area: place?.area ?? null,
    areaWord: place?.areaWord ?? null,
  };
}

/** Past spaces, "(HĐND)", and in a heading of capitals one line break. */
function nextWord({ text, folded, units }: Reading, end: number): number {
  const bracket = /^ ?\((?:hđnd|ubnd|mttq)\)/.exec(folded.slice(end, end + 10));
  const at = skipSpaces(units, end + (bracket?.[0].length ?? 0));
  const next = folded[at] === "\n" ? skipSpaces(units, at + 1) : at;
  const around = text.slice(end - 3, end) + text.slice(next, next + 4);
  return next > at && around === around.toUpperCase() ? next : at;
}

/** The place as it stands in a body's name: as printed, but "phường Tân Khê" for "PHƯỜNG TÂN KHÊ". */
function placeWords({ text }: Reading, { start, end, area, areaWord }: Place): string {
  const words = plainWords(text.slice(start, end));
  if (words !== words.toUpperCase() || words.length < 7) return words;
  if (!area) return areaWord ?? words;
  return /^\d/.test(area.name)
    ? `${area.type.charAt(0).toUpperCase()}${area.type.slice(1)} ${area.name}`
    : `${area.type} ${area.name}`;
}
