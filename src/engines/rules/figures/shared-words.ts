import type { Reading } from "../../../vietnamese/reading.js";
import type { Span } from "../../../vietnamese/span.js";
import type { DraftFigure, Words } from "../../draft.js";
import { behindLead, countWords, folded, strip } from "../words.js";
import type { Group } from "./group.js";
import type { IndicatorFound } from "./indicators.js";
import { underParent } from "./list-parents.js";
import type { Context, Section } from "./sections.js";

/** The indicator with what it shares with its neighbours: the words, the family, or the left part of the number before. */
export function wholeIndicator(
  { reading }: Context,
  section: Section,
  group: Group,
  found: IndicatorFound,
  last: DraftFigure | null,
): Words {
  const near = sameSentence(reading, last, group);
  if (found.words.length === 0) return near ? (last?.indicator ?? []) : [];
  if (found.left && !found.thin) section.left = found.left;
  if (found.thin && found.parent) section.left = found.parent;
  const crop = near && last && isYield(reading, found.words) ? cropOf(reading, last.indicator) : null;
  if (crop) return [...found.words, crop];
  if (!found.thin) {
    const words = withParent(reading, found.words, section.parent);
    return words === found.words ? underParent(reading, words, group.clause, section.above) : words;
  }
  // "430.047 cử tri đã tham gia, đạt tỷ lệ 98,79%" shares all the words, "1.177 hộ với 5.941 khẩu" those on the left
  if (near && last && group.quantity?.value.kind === "share") return [...found.words, ...last.indicator];
  const shared =
    found.parent ?? (near && section.left && section.left.start >= group.clause.sentence.start ? section.left : null);
  return shared && countWords(reading, shared) <= 16 ? [shared, ...found.words] : found.words;
}

const yields =
  /^(?:tổng )?(?:diện tích|sản lượng|năng suất)(?: (?:gieo trồng|gieo cấy|gieo sạ|gieo|trồng|thu hoạch|canh tác|bình quân|ước))*/u;

/** "năng suất", "sản lượng" alone: of what stands with the area before. */
function isYield(reading: Reading, words: Words): boolean {
  const [only, ...others] = words;
  return (
    only !== undefined &&
    others.length === 0 &&
    yields.exec(folded(reading, only))?.[0].length === only.end - only.start
  );
}

/** What a number before was measured of: "diện tích [lúa Đông Xuân]". */
function cropOf(reading: Reading, words: Words): Span | null {
  const span = words.at(-1);
  if (!span || !yields.test(folded(reading, words[0] ?? span))) return null;
  const crop = words.length > 1 ? span : strip(reading, behindLead(reading, span, yields));
  return countWords(reading, crop) > 0 ? crop : null;
}

function sameSentence(reading: Reading, last: DraftFigure | null, group: Group): boolean {
  return (
    last !== null &&
    last.evidence.end >= group.clause.sentence.start &&
    !reading.text.slice(last.evidence.end, group.start).includes("\n")
  );
}

/** "tỷ lệ học sinh đi học: tiểu học 100%": a short name needs its family. */
function withParent(reading: Reading, words: Words, parent: Span | null): Words {
  const short = words.reduce((sum, span) => sum + countWords(reading, span), 0) <= 3;
  return short && parent ? [parent, ...words] : words;
}

const family = /^(?:tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|số|tổng|thu|chi|giá trị|diện tích|sản lượng|năng suất)(?!\p{L})/u;

export function isFamily(reading: Reading, parent: Span): boolean {
  const count = countWords(reading, parent);
  return count > 0 && count <= 12 && family.test(reading.folded.slice(parent.start, parent.end));
}
