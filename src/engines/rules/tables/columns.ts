import type { MentionOf, Mentions } from "../../../mentions/mention.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { TableCell } from "../../../vietnamese/text/table-rows.js";
import { folded, spanOf, wholeWords, wordList } from "../words.js";

/** What a column's heading makes of its numbers. */
export interface Column {
  /** a plan, a result, or a number that holds one against another; `null` where the heading names only a time */
  readonly role: "plan" | "result" | "comparison" | null;
  readonly period: MentionOf<"period"> | MentionOf<"date"> | null;
  /** the word that makes the column's numbers estimates */
  readonly estimate: Span | null;
}

/** A cell that holds an amount, and what its column's heading makes of it. */
export interface ColumnCell extends Column {
  readonly cell: TableCell;
  readonly quantity: MentionOf<"quantity">;
}

const planWords = wordList(
  "kế hoạch; kh; dự toán; dt; mục tiêu; chỉ tiêu; chỉ tiêu giao; phấn đấu; dự kiến; nghị quyết; giao; được giao",
);
const resultWords = wordList(
  "thực hiện; th; ước thực hiện; ước; ưth; kết quả; kq; đạt; đạt được; quyết toán; hiện trạng",
);
const [plan, result] = [wholeWords(planWords), wholeWords(resultWords)];
const estimate = wholeWords(["ước thực hiện", "ước th", "ước", "ưth"]);
const heldAgainst = wholeWords(
  wordList("so sánh; so với; so; tăng; giảm; tăng giảm; chênh lệch; tỷ lệ; tỉ lệ; tốc độ; đạt tỷ lệ"),
);
/** "TH/KH", "KH 2025/ƯTH 2024": one column over another */
const quotient = swift(/(?:\p{L}|\d{4}) ?\/ ?\p{L}/u);

/** The amounts of a row with their columns; cells without an amount are left out. */
export function columnCells(reading: Reading, mentions: Mentions, cells: readonly TableCell[]): readonly ColumnCell[] {
  return cells.flatMap((cell) => {
    const [quantity] = mentions.of("quantity", cell.content);
    if (!quantity || quantity.value.kind === "bare") return [];
    return [{ ...readColumn(reading, mentions, cell.header), cell, quantity }];
  });
}

function readColumn(reading: Reading, mentions: Mentions, header: Span): Column {
  const words = folded(reading, header);
  const period = mentions.of("period", header)[0] ?? mentions.of("date", header)[0] ?? null;
  const isComparison =
    heldAgainst.test(words) || quotient.test(words) || /%.*(?:kh|kế hoạch|dự toán|cùng kỳ)/.test(words);
  const guess = estimate.exec(words);
  if (isComparison) return { role: "comparison", period, estimate: null };
  return { role: firstOf(words), period, estimate: guess && spanOf(guess, header.start) };
}

/** "Kế hoạch thực hiện 2025" is a plan, "Thực hiện kế hoạch 2024" a result: the first word tells. */
function firstOf(words: string): "plan" | "result" | null {
  const [planned, done] = [plan.exec(words)?.index ?? Number.POSITIVE_INFINITY, result.exec(words)?.index];
  if (done !== undefined && done < planned) return "result";
  return planned < Number.POSITIVE_INFINITY ? "plan" : null;
}
