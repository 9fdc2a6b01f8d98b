import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftComparison } from "../../draft.js";
import { folded } from "../words.js";
import type { ColumnCell } from "./columns.js";

/** A row's comparison: its basis, and whether it says it of the plan or of the result. */
export interface Compared {
  readonly of: "plan" | "result" | null;
  readonly comparison: DraftComparison;
}

const planned = swift(/(?<!\p{L})(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu)(?!\p{L})/u);
const done = swift(/(?<!\p{L})(?:ước|ưth|th|thực hiện)(?!\p{L})/u);
const sameTime = swift(/cùng kỳ|(?<!\p{L})ck(?!\p{L})/u);
const against = swift(/so sánh với|so với|(?<!\p{L})so(?!\p{L})(?! sánh)|\//u);

/** Reads "So sánh TH/KH (%): 107,8%"; `null` where the heading does not say against what, or which way. */
export function readCompared(reading: Reading, { cell, quantity }: ColumnCell): Compared | null {
  const words = folded(reading, cell.header);
  const [rises, falls] = [/(?<!\p{L})tăng/u.test(words), /(?<!\p{L})giảm/u.test(words)];
  if (quantity.value.kind !== "share" || (rises && falls)) return null;
  const cut = against.exec(words);
  const [subject, basis] = cut ? [words.slice(0, cut.index), words.slice(cut.index + cut[0].length)] : ["", words];
  const known = basisOf(basis);
  if (!known) return null;
  return {
    of: planned.test(subject) ? "plan" : done.test(subject) || known === "plan" ? "result" : null,
    comparison: {
      basis: known,
      type: rises || falls ? "change" : "ratio",
      quantity: quantity.id,
      falls,
      other: null,
      setBy: null,
      text: { start: cell.start, end: cell.end },
    },
  };
}

function basisOf(words: string): DraftComparison["basis"] | null {
  if (planned.test(words)) return "plan";
  if (sameTime.test(words)) return "same_period";
  return done.test(words) || /(?<!\d)(?:19|20)\d\d(?!\d)|năm trước/.test(words) ? "previous_period" : null;
}
