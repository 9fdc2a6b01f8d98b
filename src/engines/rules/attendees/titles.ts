import type { MentionOf } from "../../../mentions/mention.js";
import { ranks } from "../../../vietnamese/people/title-words.js";
import { fold } from "../../../vietnamese/text/fold.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Words } from "../../draft.js";

/**
 * The posts of each person, by folded name: those of the first mention that has any. A rank of the army or the police
 * is left out where a post stands beside it.
 */
export function postsOf(
  people: readonly MentionOf<"person">[],
  reading: Reading,
): ReadonlyMap<string, readonly Words[]> {
  const posts = new Map<string, readonly Words[]>();
  for (const { value } of people) {
    const key = fold(value.name);
    if (value.titles.length === 0 || posts.has(key)) continue;
    const isRank = (words: Words) => {
      const [first] = words;
      return first !== undefined && ranks.matchAt(reading, first.start)?.end === first.end;
    };
    const civil = value.titles.filter((words) => !isRank(words));
    posts.set(key, civil.length > 0 ? civil : value.titles);
  }
  return posts;
}
