import type { AreaName } from "./areas.js";
import { findAreas } from "./areas.js";
import { skipSpaces } from "./lexicon.js";
import type { NameCandidate } from "./name-candidates.js";
import { nameCandidates, skipSpacesBack } from "./name-candidates.js";
import { plainWords } from "./names.js";
import type { Found, Reading } from "./reading.js";
import type { Span } from "./span.js";
import type { Title } from "./titles.js";
import { findTitles } from "./titles.js";

export interface PersonValue {
  /** as printed, with single spaces */
  readonly name: string;
  readonly nameSpan: Span;
  /** each post as spans of its words: two where a shared ending completes it ("Chủ tịch" … "UBND phường") */
  readonly titles: readonly (readonly Span[])[];
  /** the first post is over: "nguyên Chủ tịch" */
  readonly former: boolean;
  /** "đồng chí", "ông", as printed; `null` where none stands */
  readonly honorific: string | null;
}

/** A candidate with the posts that belong to it. */
interface Holder {
  readonly name: NameCandidate;
  readonly titles: readonly (readonly Span[])[];
  readonly former: boolean;
  /** the last post when its body is not said: "Chủ tịch" */
  readonly bare: boolean;
  readonly span: Span;
}

/**
 * The people that the text names, each with the posts that stand beside the name. A name needs evidence: a word of
 * address before it, a post beside it, a place in a list of such names, or to be such a name elsewhere in the text.
 * The span covers word of address, name and posts.
 * @returns in the order of the text
 */
export function findPeople(
  reading: Reading,
  areas: readonly Found<AreaName>[] = findAreas(reading),
): Found<PersonValue>[] {
  const names = nameCandidates(reading, areas);
  const titles = findTitles(reading, areas, new Set(names.map(({ start }) => start)));
  const holders = completeBareTitles(
    reading,
    addLabels(reading, titles, shareTitles(reading, attachTitles(reading, names, titles))),
  );
  const evident = new Set<Holder>();
  for (const [i, holder] of holders.entries()) {
    const previous = holders[i - 1];
    const listed = previous && evident.has(previous) && isListGap(gap(reading, previous, holder));
    if (holder.name.honorific || holder.titles.length > 0 || listed) evident.add(holder);
  }
  const known = new Set([...evident].map(({ name }) => nameOf(reading, name)));
  return holders
    .filter((holder) => evident.has(holder) || known.has(nameOf(reading, holder.name)))
    .map(({ name, titles, former, span }) => ({
      ...span,
      rule: name.honorific ? "word of address" : titles.length > 0 ? "post" : "list",
      value: {
        name: nameOf(reading, name),
        nameSpan: { start: name.start, end: name.end },
        titles,
        former,
        honorific: name.honorific ? plainWords(reading.text.slice(name.honorific.start, name.honorific.end)) : null,
      },
    }));
}

/** Posts that touch a name are its own; then come those in the chain before them and in the chain after the name. */
function attachTitles(
  reading: Reading,
  names: readonly NameCandidate[],
  titles: readonly Found<Title>[],
): readonly Holder[] {
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
    let title = byStart.get(afterSeparator(folded, name.end)) ?? unseparatedTitle(reading, name.end, byStart);
    for (
      ;
      title && !taken.has(title) && after.length < longestChain;
      title = byStart.get(afterSeparator(folded, title.end))
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

/** "các đồng chí Phó Chủ tịch UBND xã: A, B", "các đồng chí A, B - Phó Chủ tịch": the post is of each of them. */
function shareTitles(reading: Reading, holders: readonly Holder[]): readonly Holder[] {
  const shared = holders.slice();
  for (let i = 1; i < shared.length; i++) {
    const [previous, holder] = [shared[i - 1], shared[i]];
    if (!previous || !holder || holder.titles.length > 0) continue;
    const before = reading.folded.slice(Math.max(0, previous.span.start - 16), previous.span.start);
    const plural = previous.span.start < previous.name.start && /(?:các|các đồng chí|các đ\/c)\s$/u.test(before);
    const continued = shared[i - 2]?.titles === previous.titles;
    if (isListGap(gap(reading, previous, holder)) && (plural || continued))
      shared[i] = { ...holder, titles: previous.titles };
  }
  for (let i = shared.length - 2; i >= 0; i--) {
    const [holder, next] = [shared[i], shared[i + 1]];
    if (!holder || !next || holder.titles.length > 0 || next.name.honorific || next.span.start < next.name.start)
      continue;
    const plural = /^các/u.test(reading.folded.slice(holder.name.honorific?.start, holder.name.start));
    const separator = reading.folded.slice(next.name.end, next.titles[0]?.[0]?.start ?? next.name.end);
    if (plural && separator.includes("-") && isListGap(gap(reading, holder, next)))
      shared[i] = { ...holder, titles: next.titles };
  }
  return shared;
}

/** "các Phó Bí thư Thành ủy: Chủ tịch UBND A, Chủ tịch HĐND B": the label is a post of each beside his own. */
function addLabels(reading: Reading, titles: readonly Found<Title>[], holders: readonly Holder[]): readonly Holder[] {
  const { folded } = reading;
  const labels = new Map(
    titles
      .filter(({ start, end }) => /các\s$/u.test(folded.slice(Math.max(0, start - 4), start)) && folded[end] === ":")
      .map((title) => [skipSpaces(folded, title.end + 1), title]),
  );
  const labelled: Holder[] = [];
  let label: Span | null = null;
  for (const [i, holder] of holders.entries()) {
    const previous = holders[i - 1];
    const opened = labels.get(holder.span.start);
    if (opened) label = { start: opened.start, end: opened.end };
    else if (!previous || !isListGap(gap(reading, previous, holder)) || gap(reading, previous, holder).includes(";"))
      label = null;
    const own: readonly (readonly Span[])[] = holder.titles;
    labelled.push(label ? { ...holder, titles: [[label], ...own] } : holder);
  }
  return labelled;
}

/** "A - Chủ tịch và đồng chí B - Phó Chủ tịch UBND xã": the body that ends the second post is of the first too. */
function completeBareTitles(reading: Reading, holders: readonly Holder[]): readonly Holder[] {
  return holders.map((holder, i) => {
    const next = holders[i + 1];
    const ending = next?.titles.at(-1)?.[0];
    if (!holder.bare || !next || next.bare || !ending || !isListGap(gap(reading, holder, next))) return holder;
    const body = bodyStart(reading.folded, ending);
    const last = holder.titles.at(-1);
    if (body === null || !last) return holder;
    return { ...holder, titles: [...holder.titles.slice(0, -1), [...last, { start: body, end: ending.end }]] };
  });
}

const longestChain = 6;
/** Posts that are always of some body. */
const bodyHead = /(?:chủ tịch|bí thư|giám đốc|chủ nhiệm|trưởng ban|^p?ct|^p?bt|^p?gđ)$/u;
const headAndSpace =
  /^(?:(?:nguyên|quyền|phó|chủ tịch|bí thư|giám đốc|chủ nhiệm|trưởng ban|pct|ct|pbt|bt|pgđ|gđ)\s){1,4}/u;

function bodyStart(folded: string, title: Span): number | null {
  const head = headAndSpace.exec(folded.slice(title.start, title.end));
  return head ? title.start + head[0].length : null;
}

function nameOf({ text }: Reading, name: Span): string {
  return plainWords(text.slice(name.start, name.end));
}

/** What stands between two people, their words of address aside. */
function gap({ folded }: Reading, previous: Holder, holder: Holder): string {
  return folded.slice(previous.span.end, Math.min(holder.span.start, previous.span.end + 12));
}

function isListGap(between: string): boolean {
  return /^\)?\s{0,3}(?:[,;]\s{0,3})?(?:và|cùng)?\s{0,3}$/u.test(between);
}

/** The end of the words before `at`, a colon passed over. */
function endBefore({ folded }: Reading, at: number): number {
  const end = skipSpacesBack(folded, at);
  return folded[end - 1] === ":" ? skipSpacesBack(folded, end - 1) : end;
}

/** "thừa ủy quyền của Chủ tịch UBND tỉnh": the post of somebody else. */
function isDeputed(folded: string, at: number): boolean {
  return /(?:ủy quyền|thay mặt)\s(?:của\s)?$/u.test(folded.slice(Math.max(0, at - 20), at));
}

/** The end of what a comma, a dash or "kiêm" joins to the title that begins at `at`. */
function beforeSeparator(folded: string, at: number): number {
  const separator = /\s{0,2}(?:[,-]|,?\s{1,2}kiêm)\s{0,2}$/u.exec(folded.slice(Math.max(0, at - 10), at));
  return separator ? at - separator[0].length : -1;
}

/** The beginning of what a comma, a dash, a colon, a bracket, "là" or "kiêm" joins to the words that end at `at`. */
function afterSeparator(folded: string, at: number): number {
  const separator = /^\s{0,3}(?:[,:(-]\s{0,3}(?:hiện\s|đồng thời\s)?(?:là\s)?(?:kiêm\s)?|(?:là|kiêm)\s)/u;
  const match = separator.exec(folded.slice(at, at + 24));
  return match ? skipSpaces(folded, at + match[0].length) : -1;
}

/** "Ông Nguyễn Văn An PCT HĐND xã": a post that begins with a capital needs no comma. */
function unseparatedTitle(
  { text, folded }: Reading,
  at: number,
  byStart: ReadonlyMap<number, Found<Title>>,
): Found<Title> | undefined {
  const next = skipSpaces(folded, at);
  return next > at && next < at + 3 && /\p{Lu}/u.test(text.charAt(next)) ? byStart.get(next) : undefined;
}

/** The post in capitals on a line of its own over the name of who signs. */
function signedTitle(
  reading: Reading,
  name: NameCandidate,
  byEnd: ReadonlyMap<number, Found<Title>>,
): Found<Title> | undefined {
  const { text, folded } = reading;
  const above = /\n(?:\s{0,40}\(đã ký\))?\s{0,40}$/u.exec(folded.slice(Math.max(0, name.start - 100), name.start));
  if (!above || !/^[ \t]{0,40}(?:\n|$)/u.test(text.slice(name.end, name.end + 42))) return undefined;
  const title = byEnd.get(skipSpacesBack(folded, name.start - above[0].length));
  const printed = title ? text.slice(title.start, title.end) : "";
  return printed === printed.toUpperCase() ? title : undefined;
}
