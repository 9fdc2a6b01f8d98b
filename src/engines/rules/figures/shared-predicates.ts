import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { Words } from "../../draft.js";
import { countWords, folded } from "../words.js";
import type { Group } from "./group.js";

const told = swift(/(?<!\p{L})(?:đạt|được|có|hoàn thành|sử dụng|tham gia)(?!\p{L})/u);
/** the noun of the next share, and what it attains, up to the end of its part */
const predicate = swift(
  /^(?: \p{L}+(?: \p{L}+){0,3}?)? (?<words>(?:đạt|được|có|hoàn thành|sử dụng|tham gia) [^,;.:\d]{2,80})/u,
);
const mostWords = 3;

/** "65% dòng họ, 90% gia đình [đạt văn hóa]": what the next share attains is said of this one too. */
export function withSharedPredicate(reading: Reading, group: Group, next: Group | null, words: Words): Words {
  const [noun, ...others] = words;
  if (!next || !noun || others.length > 0 || noun.start < group.start || !alike(group, next)) return words;
  if (countWords(reading, noun) > mostWords || told.test(folded(reading, noun))) return words;
  if (!/^,? (?:và )?$/.test(reading.folded.slice(noun.end, next.start))) return words;
  const shared = predicate.exec(reading.folded.slice(next.end, next.clause.end));
  const span = shared && spanOf(shared, next.end);
  return span ? [noun, span] : words;
}

/** Two shares, or two counts: "3 tập thể và 54 cá nhân [được tặng giấy khen]". */
function alike(group: Group, next: Group): boolean {
  const [kind, other] = [group, next].map((one) => (one.comparisons.length > 0 ? null : one.quantity?.value.kind));
  return kind === other && (kind === "share" || kind === "count");
}

function spanOf({ 0: all, groups }: RegExpExecArray, from: number): Span {
  const end = from + all.length;
  return { start: end - (groups?.["words"]?.length ?? 0), end };
}
