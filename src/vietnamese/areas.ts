import provinces from "./data/provinces.json" with { type: "json" };
import { Lexicon, skipSpaces } from "./lexicon.js";
import type { Syllable } from "./names.js";
import { capitalRun, isFamilyName, isFrequentFamilyName, plainWords, titleCase } from "./names.js";
import type { Found, Reading } from "./reading.js";
import type { Span } from "./span.js";
import { organisations } from "./title-words.js";
import { followsTitle } from "./titles.js";

/** The types of unit of the Law on Organisation of Local Government, before and after 2025-07-01. */
export type AreaType = "tỉnh" | "thành phố" | "quận" | "huyện" | "thị xã" | "phường" | "xã" | "thị trấn" | "đặc khu";

export interface AreaName {
  readonly type: AreaType;
  /** without the type word, in title case: "Quang Minh"; "1" of Phường 1 */
  readonly name: string;
  readonly level: "province" | "district" | "commune";
}

/** The words of each type of unit, abbreviations included. */
export const areaTypeWords = new Lexicon<AreaType>({
  tỉnh: "tỉnh",
  "thành phố": "thành phố",
  tp: "thành phố",
  "tp.": "thành phố",
  quận: "quận",
  "q.": "quận",
  huyện: "huyện",
  "h.": "huyện",
  "thị xã": "thị xã",
  tx: "thị xã",
  "tx.": "thị xã",
  phường: "phường",
  p: "phường",
  "p.": "phường",
  xã: "xã",
  "thị trấn": "thị trấn",
  tt: "thị trấn",
  "tt.": "thị trấn",
  "đặc khu": "đặc khu",
});

const levels: Readonly<Record<AreaType, AreaName["level"]>> = {
  tỉnh: "province",
  "thành phố": "district",
  quận: "district",
  huyện: "district",
  "thị xã": "district",
  phường: "commune",
  xã: "commune",
  "thị trấn": "commune",
  "đặc khu": "commune",
};

const hoChiMinhCity = new Lexicon({ tphcm: 1, "tp hcm": 1, "tp.hcm": 1, "thành phố hcm": 1, "tp. hcm": 1 });
const provinceNames = new Lexicon<AreaName>([
  ...provinces.provinces.map((name) => [name, area("tỉnh", name)] as const),
  ["Thừa Thiên - Huế", area("tỉnh", "Thừa Thiên Huế")],
  ...provinces.cities.map((name) => [name, area("thành phố", name)] as const),
]);
const centralCities = Lexicon.of(provinces.cities);
// units whose own names are written with a dash (the lists of 2025-03-01 and 2026-07-25)
const dashedNames = Lexicon.of([
  "Phan Rang - Tháp Chàm",
  "Văn Miếu - Quốc Tử Giám",
  "Phương Liên - Trung Tự",
  "Chân Mây - Lăng Cô",
  ...["Lâm Viên", "Xuân Hương", "Cam Ly", "Xuân Trường"].map((name) => `${name} - Đà Lạt`),
]);
const wordsBeforeNoArea = Lexicon.of(["hợp tác", "thông tấn", "liên", "cấp", "bảo hiểm", "chính sách"]);
const wordsAfterName = Lexicon.of(["khóa", "nhiệm kỳ", "kỳ họp"]);
const wordsAfterNameInHeading = Lexicon.of(
  `khóa,nhiệm kỳ,kỳ họp,đã,tổ chức,năm,về,lần,trong,tại,thông qua,đối với,giai đoạn,và,với,là,có,tăng,giảm,đạt,thực hiện,
  hoàn thành,đẩy mạnh,vào,khai mạc,bế mạc,tổng kết,sơ kết,triển khai`.split(/,\s*/),
);
const wordsNoName = new Set("hội đảng đoàn ủy ban mặt công sở thường đội chủ phó bí đại ngày".split(" "));
const countedAfterNumber = Lexicon.of(
  "tổ hộ đơn vị,phường,xã,khu,ấp,thôn,trường,chi bộ,đồng chí,dự án,tỷ,triệu,người,trạm,năm,tháng".split(","),
);

/**
 * Administrative units that the text names: a type word with a proper name ("xã Tân Hòa", "TP. Quy Nhơn"), with a
 * number ("Phường 1"), or TPHCM. A type word alone is none. Names of provinces are read in lower case too.
 * @returns in the order of the text, none overlapping another
 */
export function findAreas(reading: Reading): Found<AreaName>[] {
  const sites = [...typeWordSites(reading)].sort((a, b) => a.start - b.start);
  const plain = sites.flatMap((site) => readArea(reading, site, null) ?? []);
  const known = new Set(plain.filter((found) => !followsTitle(reading, found.start)).map(({ value }) => value.name));
  return sites
    .flatMap((site) => readArea(reading, site, followsTitle(reading, site.start) ? known : null) ?? [])
    .filter((found, i, all) => found.start >= (all[i - 1]?.end ?? 0));
}

/** The province or central city whose name stands at `at`, without a type word: "Hà Nội" of "HĐND Hà Nội". */
export function provinceAt({ text, folded }: Reading, at: number): (Span & { readonly value: AreaName }) | null {
  const capital = /\p{Lu}/u.test(text.charAt(at));
  return capital ? provinceNames.matchAt(folded, at) : null;
}

/**
 * The part of a run of capitalised syllables that names a place, where a person's name may follow it: after a title
 * ("Chủ tịch UBND xã Tân Hòa Phạm Duy Đức") the place ends where the person begins.
 * @param known names of places that stand elsewhere in the text with no title before them
 * @returns how many syllables of the run are the place
 */
export function placeLength(run: readonly Syllable[], known: ReadonlySet<string>): number {
  const name = (length: number) =>
    titleCase(
      run
        .slice(0, length)
        .map((syllable) => syllable.folded)
        .join(" "),
    );
  for (let length = run.length; length > 0; length--) if (known.has(name(length))) return length;
  const score = (at: number) => {
    const rest = run.length - at;
    const syllable = run[at]?.folded ?? "";
    if (!isFamilyName(syllable) || rest < 2 || rest > 5 || (at === 0 && rest < 3)) return 0;
    // most names of places have two syllables, most of people three or four
    const likely = at === 2 || (at === 0 && rest < 5);
    return 1 + (likely ? 2 : 0) + (isFrequentFamilyName(syllable) ? 2 : 0);
  };
  const best = run.map((_, at) => at).reduce((a, b) => (score(b) > score(a) ? b : a), 0);
  return score(best) > 0 ? best : run.length;
}

interface TypeWordSite extends Span {
  readonly type: AreaType | "TPHCM";
}

function* typeWordSites({ text, folded }: Reading): Generator<TypeWordSite> {
  for (const { start, end } of hoChiMinhCity.matchAll(folded)) yield { start, end, type: "TPHCM" };
  for (const { start, end, value } of areaTypeWords.matchAll(folded)) {
    if (isAbbreviated({ start, end }, value) && !/^\p{Lu}/u.test(text.slice(start, end))) continue;
    if (wordsBeforeNoArea.matchBefore(folded, trimEnd(folded, start), 10)) continue;
    yield { start, end, type: value };
  }
}

function readArea(reading: Reading, site: TypeWordSite, known: ReadonlySet<string> | null): Found<AreaName> | null {
  const { text, folded } = reading;
  const found = (rule: string, end: number, value: AreaName) => ({ start: site.start, end, rule, value });
  if (site.type === "TPHCM") return found("Ho Chi Minh City", site.end, area("thành phố", "Hồ Chí Minh"));
  const at = skipSpaces(folded, site.end);
  const province =
    levels[site.type] === "province" || site.type === "thành phố" ? provinceNames.matchAt(folded, at) : null;
  if (province && (site.type === "tỉnh" || centralCities.matchAt(folded, at)))
    return found("province", province.end, area(site.type, province.value.name));
  const number = at > site.end || folded[site.end - 1] === "." ? readNumber(folded, at, site.type) : null;
  if (number) return found("numbered unit", number.end, area(site.type, number.name));
  const dashed = dashedNames.matchAt(folded, at);
  if (dashed) return found("dashed name", dashed.end, area(site.type, dashed.value));
  if (isAbbreviated(site, site.type) && organisations.matchAt(folded, at)) return null;
  const heading = isHeading(text, site);
  const run = nameRun(reading, at, heading);
  if (site.type === "xã" && isSociety(run, heading)) return null;
  const length = known ? placeLength(run, known) : run.length;
  const last = run[length - 1];
  // no province has a name of one syllable: "HĐND tỉnh Năm 2017" is a broken line
  const tooShort = length === 1 && (site.type === "tỉnh" || (last && wordsNoName.has(last.folded)));
  if (!last || tooShort) return null;
  return found("proper name", last.end, area(site.type, properName(text.slice(at, last.end))));
}

/** Capitalised syllables up to a word that no name holds; in a heading of capitals, whole words of capitals. */
function nameRun(reading: Reading, at: number, heading: boolean): Syllable[] {
  const run = capitalRun(reading, at, 8);
  const after = heading ? wordsAfterNameInHeading : wordsAfterName;
  const end = run.findIndex((syllable, i) => {
    const otherCase = heading ? syllable.end - syllable.start > 1 && !syllable.allCapitals : syllable.allCapitals;
    return otherCase || (i > 0 && after.matchAt(reading.folded, syllable.start));
  });
  return end < 0 ? run : run.slice(0, end);
}

function readNumber(
  folded: string,
  at: number,
  type: AreaType,
): { readonly name: string; readonly end: number } | null {
  if (type !== "phường" && type !== "quận") return null;
  const number = /^(\d{1,2})(?![\p{L}\p{N}]|[.,/]\d|%)/u.exec(folded.slice(at, at + 5))?.[1];
  if (!number) return null;
  const end = at + number.length;
  return countedAfterNumber.matchAt(folded, skipSpaces(folded, end)) ? null : { name: String(Number(number)), end };
}

function properName(printed: string): string {
  const name = plainWords(printed);
  return name === name.toUpperCase() ? titleCase(name) : name;
}

/** "XÃ HỘI CHỦ NGHĨA", "Chính sách Xã Hội": the word xã hội (society), no commune. */
function isSociety(run: readonly Syllable[], heading: boolean): boolean {
  return run[0]?.folded === "hội" && (heading || run.length === 1 || run[1]?.folded === "chủ");
}

/** Whether the type word stands in a line of capitals. An abbreviation is always in capitals: what follows decides. */
function isHeading(text: string, { start, end, type }: TypeWordSite): boolean {
  const words = text.slice(start, isAbbreviated({ start, end }, type) ? end + 12 : end);
  return words.length > 1 && words === words.toUpperCase();
}

function isAbbreviated({ start, end }: Span, type: TypeWordSite["type"]): boolean {
  return end - start < 4 && type !== "xã";
}

function area(type: AreaType, name: string): AreaName {
  const central = type === "thành phố" && provinces.cities.includes(name);
  return { type, name, level: central ? "province" : levels[type] };
}

function trimEnd(folded: string, at: number): number {
  let end = at;
  while (end > 0 && folded[end - 1] === " ") end--;
  return end;
}
