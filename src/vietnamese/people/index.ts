import type { AreaName } from "../places/area-words.js";
import { findAreas } from "../places/areas.js";
import type { Found, Reading } from "../text/reading.js";
import type { Span } from "../text/span.js";
import { nameCandidates } from "./name-candidates.js";
import { plainWords } from "./names.js";
import type { TitleHolder } from "./title-holders.js";
import { attachTitles } from "./title-holders.js";
import { isListGap, listGap, spreadTitles } from "./title-sharing.js";
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
  const holders = spreadTitles(reading, titles, attachTitles(reading, names, titles));
  const evident = new Set<TitleHolder>();
  for (const [i, holder] of holders.entries()) {
    const previous = holders[i - 1];
    const listed = previous && evident.has(previous) && isListGap(listGap(reading, previous, holder));
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

function nameOf({ text }: Reading, name: Span): string {
  return plainWords(text.slice(name.start, name.end));
}
