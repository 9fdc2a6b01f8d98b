import type { Reading } from "../../../vietnamese/reading.js";
import type { Span } from "../../../vietnamese/span.js";
import type { DraftFigure, Words } from "../../draft.js";
import { countWords } from "../words.js";
import type { Group } from "./group.js";
import type { IndicatorFound } from "./indicators.js";
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
  if (!found.thin) return withParent(reading, found.words, section.parent);
  // "430.047 cử tri đã tham gia, đạt tỷ lệ 98,79%" shares all the words, "1.177 hộ với 5.941 khẩu" those on the left
  if (near && last && group.quantity?.value.kind === "share") return [...found.words, ...last.indicator];
  const shared =
    found.parent ?? (near && section.left && section.left.start >= group.clause.sentence.start ? section.left : null);
  return shared && countWords(reading, shared) <= 16 ? [shared, ...found.words] : found.words;
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
