import { skipSpaces } from "../text/lexicon.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import type { TitleHolder } from "./title-holders.js";
import type { Title } from "./titles.js";

/** Gives each person of a list the posts that the text says once for several. */
export function spreadTitles(
  reading: Reading,
  titles: readonly Found<Title>[],
  holders: readonly TitleHolder[],
): readonly TitleHolder[] {
  return completeBareTitles(reading, addLabels(reading, titles, shareTitles(reading, holders)));
}

/** "các đồng chí Phó Chủ tịch UBND xã: A, B", "các đồng chí A, B - Phó Chủ tịch": the post is of each of them. */
function shareTitles(reading: Reading, holders: readonly TitleHolder[]): readonly TitleHolder[] {
  const shared = holders.slice();
  for (let i = 1; i < shared.length; i++) {
    const [previous, holder] = [shared[i - 1], shared[i]];
    if (!previous || !holder || holder.titles.length > 0) continue;
    const before = reading.folded.slice(Math.max(0, previous.span.start - 16), previous.span.start);
    const plural = previous.span.start < previous.name.start && /(?:các|các đồng chí|các đ\/c)\s$/.test(before);
    const continued = shared[i - 2]?.titles === previous.titles;
    if (isListGap(listGap(reading, previous, holder)) && (plural || continued))
      shared[i] = { ...holder, titles: previous.titles };
  }
  for (let i = shared.length - 2; i >= 0; i--) {
    const [holder, next] = [shared[i], shared[i + 1]];
    if (!holder || !next || holder.titles.length > 0 || next.name.honorific || next.span.start < next.name.start)
      continue;
    const plural = /^các/.test(reading.folded.slice(holder.name.honorific?.start, holder.name.start));
    const separator = reading.folded.slice(next.name.end, next.titles[0]?.[0]?.start ?? next.name.end);
    if (plural && separator.includes("-") && isListGap(listGap(reading, holder, next)))
      shared[i] = { ...holder, titles: next.titles };
  }
  return shared;
}

/** "các Phó Bí thư Thành ủy: Chủ tịch UBND A, Chủ tịch HĐND B": the label is a post of each beside his own. */
function addLabels(
  reading: Reading,
  titles: readonly Found<Title>[],
  holders: readonly TitleHolder[],
): readonly TitleHolder[] {
  const { folded, units } = reading;
  const labels = new Map(
    titles
      .filter(({ start, end }) => /các\s$/.test(folded.slice(Math.max(0, start - 4), start)) && folded[end] === ":")
      .map((title) => [skipSpaces(units, title.end + 1), title]),
  );
  const labelled: TitleHolder[] = [];
  let label: Span | null = null;
  for (const [i, holder] of holders.entries()) {
    const previous = holders[i - 1];
    const opened = labels.get(holder.span.start);
    if (opened) label = { start: opened.start, end: opened.end };
    else if (
      !previous ||
      !isListGap(listGap(reading, previous, holder)) ||
      listGap(reading, previous, holder).includes(";")
    )
      label = null;
    const own: readonly (readonly Span[])[] = holder.titles;
    labelled.push(label ? { ...holder, titles: [[label], ...own] } : holder);
  }
  return labelled;
}

/** "A - Chủ tịch và đồng chí B - Phó Chủ tịch UBND xã": the body that ends the second post is of the first too. */
function completeBareTitles(reading: Reading, holders: readonly TitleHolder[]): readonly TitleHolder[] {
  return holders.map((holder, i) => {
    const next = holders[i + 1];
    const ending = next?.titles.at(-1)?.[0];
    if (!holder.bare || !next || next.bare || !ending || !isListGap(listGap(reading, holder, next))) return holder;
    const body = bodyStart(reading.folded, ending);
    const last = holder.titles.at(-1);
    if (body === null || !last) return holder;
    return { ...holder, titles: [...holder.titles.slice(0, -1), [...last, { start: body, end: ending.end }]] };
  });
}

const headAndSpace =
  /^(?:(?:nguyên|quyền|phó|chủ tịch|bí thư|giám đốc|chủ nhiệm|trưởng ban|pct|ct|pbt|bt|pgđ|gđ)\s){1,4}/;

function bodyStart(folded: string, title: Span): number | null {
  const head = headAndSpace.exec(folded.slice(title.start, title.end));
  return head ? title.start + head[0].length : null;
}

/** What stands between two people, their words of address aside. */
export function listGap({ folded }: Reading, previous: TitleHolder, holder: TitleHolder): string {
  return folded.slice(previous.span.end, Math.min(holder.span.start, previous.span.end + 12));
}

/** Whether nothing but a comma, a semicolon or "và" parts two people of a list. */
export function isListGap(between: string): boolean {
  return /^\)?\s{0,3}(?:[,;]\s{0,3})?(?:và|cùng)?\s{0,3}$/.test(between);
}
