import { skipSpaces } from "../text/lexicon.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import type { NameCandidate } from "./name-candidates.js";
import { skipSpacesBack } from "./names.js";
import type { Title } from "./titles.js";

/** A name with the posts that belong to it. */
export interface TitleHolder {
  readonly name: NameCandidate;
  readonly titles: readonly (readonly Span[])[];
  readonly former: boolean;
  /** the last post when its body is not said: "Chủ tịch" */
  readonly bare: boolean;
  readonly span: Span;
}

const longestChain = 6;
/** Posts that are always of some body. */
const bodyHead = /(?:chủ tịch|bí thư|giám đốc|chủ nhiệm|trưởng ban|^p?ct|^p?bt|^p?gđ)$/;

/** Posts that touch a name are its own; then come those in the chain before them and in the chain after the name. */
export function attachTitles(
  reading: Reading,
  names: readonly NameCandidate[],
  titles: readonly Found<Title>[],
): readonly TitleHolder[] {
  const { folded } = reading;
  const byStart = new Map(titles.map((title) => [title.start, title]));
  const byEnd = new Map(titles.map((title) => [title.end, title]));
  const taken = new Set<Found<Title>>();
  const touching = names.map((name) => {
    const chain: Found<Title>[] = [];
    let title = byEnd.get(endBefore(reading, name.honorific?.start ?? name.start)) ?? signedTitle(reading, name, byEnd);
    for (
      ;
      title && !isDeputed(folded, title.start) && chain.length < longestChain;
      title = byEnd.get(beforeSeparator(folded, title.start))
    ) {
      chain.unshift(title);
      taken.add(title);
    }
    return chain;
  });
  return names.map((name, i) => {
    const before = touching[i] ?? [];
    const after: Found<Title>[] = [];
    let title = byStart.get(afterSeparator(reading, name.end)) ?? unseparatedTitle(reading, name.end, byStart);
    for (
      ;
      title && !taken.has(title) && after.length < longestChain;
      title = byStart.get(afterSeparator(reading, title.end))
    ) {
      after.push(title);
      taken.add(title);
    }
    const own = [...before, ...after];
    const last = own.at(-1);
    return {
      name,
      titles: own.map(({ start, end }) => [{ start, end }]),
      former: own[0]?.value.former ?? false,
      bare: last?.value.bare === true && bodyHead.test(folded.slice(last.value.head.start, last.value.head.end)),
      span: {
        start: before[0]?.start ?? name.honorific?.start ?? name.start,
        end: after.at(-1)?.end ?? name.end,
      },
    };
  });
}

/** The end of the words before `at`, a colon passed over. */
function endBefore({ folded }: Reading, at: number): number {
  const end = skipSpacesBack(folded, at);
  return folded[end - 1] === ":" ? skipSpacesBack(folded, end - 1) : end;
}

/** "thừa ủy quyền của Chủ tịch UBND tỉnh": the post of somebody else. */
function isDeputed(folded: string, at: number): boolean {
  return /(?:ủy quyền|thay mặt)\s(?:của\s)?$/.test(folded.slice(Math.max(0, at - 20), at));
}

/** The end of what a comma, a dash or "kiêm" joins to the title that begins at `at`. */
function beforeSeparator(folded: string, at: number): number {
  const separator = /\s{0,2}(?:[,-]|,?\s{1,2}kiêm)\s{0,2}$/.exec(folded.slice(Math.max(0, at - 10), at));
  return separator ? at - separator[0].length : -1;
}

/** The beginning of what a comma, a dash, a colon, a bracket, "là" or "kiêm" joins to the words that end at `at`. */
function afterSeparator({ folded, units }: Reading, at: number): number {
  const seat = inPicture.exec(folded.slice(at, at + 60))?.[0].length ?? 0;
  const separator = /^\s{0,3}(?:[,:(-]\s{0,3}(?:hiện\s|đồng thời\s)?(?:là\s)?(?:kiêm\s)?|(?:là|kiêm)\s)/;
  const match = separator.exec(folded.slice(at + seat, at + seat + 24));
  return match ? skipSpaces(units, at + seat + match[0].length) : -1;
}

/** "Lê Văn An (bìa trái), Chủ tịch …": where he stands in a picture. */
const inPicture = /^\s?\((?:bìa|thứ|ngoài cùng|đứng|ngồi|ở giữa|giữa|bên|hàng)(?:\s[^()\n]{1,40})?\)/;

/** "Ông Nguyễn Văn An PCT HĐND xã": a post that begins with a capital needs no comma. */
function unseparatedTitle(
  { text, units }: Reading,
  at: number,
  byStart: ReadonlyMap<number, Found<Title>>,
): Found<Title> | undefined {
  const next = skipSpaces(units, at);
  return next > at && next < at + 3 && /\p{Lu}/u.test(text.charAt(next)) ? byStart.get(next) : undefined;
}

/** The post in capitals on a line of its own over the name of who signs. */
function signedTitle(
  reading: Reading,
  name: NameCandidate,
  byEnd: ReadonlyMap<number, Found<Title>>,
): Found<Title> | undefined {
  const { text, folded } = reading;
  const above = /\n(?:\s{0,40}\(đã ký\))?\s{0,40}$/.exec(folded.slice(Math.max(0, name.start - 100), name.start));
  if (!above || !/^[ \t]{0,40}(?:\n|$)/.test(text.slice(name.end, name.end + 42))) return undefined;
  const title = byEnd.get(skipSpacesBack(folded, name.start - above[0].length));
  const printed = title ? text.slice(title.start, title.end) : "";
  return printed === printed.toUpperCase() ? title : undefined;
}
