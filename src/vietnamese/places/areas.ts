import type { Syllable } from "../people/names.js";
import { capitalRun, isFamilyName, isFrequentFamilyName, plainWords, titleCase } from "../people/names.js";
import { organisations } from "../people/title-words.js";
import { followsTitle } from "../people/titles.js";
import { isCapital } from "../text/characters.js";
import { foldedWords } from "../text/fold.js";
import { skipSpaces } from "../text/lexicon.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { phrasesIn } from "../text/word-places.js";
import type { AreaName, AreaType } from "./area-words.js";
import {
  area,
  areaTypeWords,
  centralCities,
  countedAfterNumber,
  dashedNames,
  hoChiMinhCity,
  provinceNames,
  wordsAfterName,
  wordsAfterNameInHeading,
  wordsBeforeNoArea,
  wordsNeverName,
  wordsNoName,
} from "./area-words.js";

export type { AreaName, AreaType } from "./area-words.js";

/**
 * Administrative units that the text names: a type word with a proper name ("xã Tân Hòa", "TP. Quy Nhơn"), with a
 * number ("Phường 1"), or TPHCM. A type word alone is none. Names of provinces are read in lower case too.
 * @returns in the order of the text, none overlapping another
 */
export function findAreas(reading: Reading): Found<AreaName>[] {
  const sites = [...typeWordSites(reading)].sort((a, b) => a.start - b.start);
  const plain = sites.flatMap((site) => {
    const found = readArea(reading, site, null);
    return found ? [{ site, found, titled: mayHoldPerson(found.value) && followsTitle(reading, site.start) }] : [];
  });
  const known = new Set(plain.filter(({ titled }) => !titled).map(({ found }) => found.value.name));
  const names = new Set([...known].map(foldedWords));
  return plain
    .map((one) => ({ ...one, found: wholeName(reading, one.found, names) }))
    .flatMap(({ site, found, titled }) => (titled ? (readArea(reading, site, known) ?? []) : found))
    .filter((found, i, all) => found.start >= (all[i - 1]?.end ?? 0));
}

/** "thị trấn Liên sơn": a small letter within a name that the text prints in whole elsewhere. */
function wholeName({ text, folded }: Reading, found: Found<AreaName>, names: ReadonlySet<string>): Found<AreaName> {
  const next = /^ (\p{Ll}{1,7})(?!\p{L})/u.exec(text.slice(found.end, found.end + 9))?.[1];
  if (!next || found.rule !== "proper name" || found.value.name.includes(" ")) return found;
  const end = found.end + 1 + next.length;
  const name = `${found.value.name} ${next}`;
  const start = found.end - found.value.name.length;
  if (!names.has(foldedWords(name)) || folded.slice(start, end) !== foldedWords(name)) return found;
  return { ...found, end, value: area(found.value.type, titleCase(name)) };
}

/** Whether the words taken for a name have room for a person's name at their end. */
function mayHoldPerson({ name }: AreaName): boolean {
  const syllables = foldedWords(name).split(" ");
  return syllables.length > 2 && syllables.slice(0, -1).some(isFamilyName);
}

/** The province or central city whose name stands at `at`, without a type word: "Hà Nội" of "HĐND Hà Nội". */
export function provinceAt(reading: Reading, at: number): (Span & { readonly value: AreaName }) | null {
  return isCapital(reading.printed[at] ?? 0) ? provinceNames.matchAt(reading, at) : null;
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

function* typeWordSites(reading: Reading): Generator<TypeWordSite> {
  const { text, folded } = reading;
  for (const { start, end } of phrasesIn(reading, hoChiMinhCity)) yield { start, end, type: "TPHCM" };
  for (const { start, end, value } of phrasesIn(reading, areaTypeWords)) {
    if (isAbbreviated({ start, end }, value) && !/^\p{Lu}/u.test(text.slice(start, end))) continue;
    if (wordsBeforeNoArea.test(folded.slice(Math.max(0, start - 12), start))) continue;
    yield { start, end, type: value };
  }
}

function readArea(reading: Reading, site: TypeWordSite, known: ReadonlySet<string> | null): Found<AreaName> | null {
  const { text, folded, units } = reading;
  const found = (rule: string, end: number, value: AreaName) => ({ start: site.start, end, rule, value });
  if (site.type === "TPHCM") return found("Ho Chi Minh City", site.end, area("thành phố", "Hồ Chí Minh"));
  const at = skipSpaces(units, site.end);
  const province = site.type === "tỉnh" || site.type === "thành phố" ? provinceNames.matchAt(reading, at) : null;
  if (province && (site.type === "tỉnh" || centralCities.matchAt(reading, at)))
    return found("province", province.end, area(site.type, province.value.name));
  const number = at > site.end || folded[site.end - 1] === "." ? readNumber(reading, at, site.type) : null;
  if (number) return found("numbered unit", number.end, area(site.type, number.name));
  const dashed = dashedNames.matchAt(reading, at);
  if (dashed) return found("dashed name", dashed.end, area(site.type, dashed.value));
  if (isAbbreviated(site, site.type) && organisations.matchAt(reading, at)) return null;
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
    return otherCase || (i > 0 ? after : wordsNeverName).matchAt(reading, syllable.start);
  });
  return end < 0 ? run : run.slice(0, end);
}

function readNumber(
  reading: Reading,
  at: number,
  type: AreaType,
): { readonly name: string; readonly end: number } | null {
  if (type !== "phường" && type !== "quận") return null;
  const number = /^(\d{1,2})(?![\p{L}\p{N}]|[.,/]\d|%)/u.exec(reading.folded.slice(at, at + 5))?.[1];
  if (!number) return null;
  const end = at + number.length;
  return countedAfterNumber.matchAt(reading, skipSpaces(reading.units, end))
    ? null
    : { name: String(Number(number)), end };
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
