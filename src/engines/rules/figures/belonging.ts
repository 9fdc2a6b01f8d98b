import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { DraftComparison } from "../../draft.js";
import type { Group } from "./group.js";

const ofSeveral = swift(/^ \p{L}(?:(?!tỷ lệ|tỉ lệ|tổng |số )[^;:.\d]){0,120}, ?$/u);
const restOfResult = swift(/^ ?[\p{L}"(][^,;:.]{0,90}, ?$/u);
const ofSubject = swift(/^ ?\p{L}[^,;.(]{2,80}$/u);
/** "156 đảng viên mới (vượt 4% chỉ tiêu)" */
const intoBracket = swift(/^ \p{L}[^,;:.()\d]{0,60} \( ?(?:đã )?$/u);
/** "37 xã, gấp 2,46 lần so kế hoạch, tăng 25 xã": how many times as much it is tells no other result. */
const times = swift(/,? gấp (?:hơn |gần |trên |khoảng )?[\d.,]+ lần(?: so (?:với )?[^,;.]{2,40})?(?=[ ,;]|$)/u);
const unparted = swift(/^ \p{L}[^,;:.()]{0,70}$/u);

/** A comparison belongs to the result before it where no words of a new subject stand between. */
export function belongs({ folded }: Reading, end: number, start: number, isShare = false): boolean {
  // "[100%] xóm, tổ dân phố xây dựng đường làng, ngõ xóm, tăng 5%": the counted things are several
  if (isShare && ofSeveral.test(folded.slice(end, start))) return true;
  // "4.391 ha/4.302 (đạt 102%)": the plan's number without its unit
  const between = folded
    .slice(end, start)
    .replace(/^\/[\d.,]+/, "")
    .replace(times, "")
    .replace(/[(),/:\-\s]+/g, " ")
    .trim();
  // "xảy ra 12 vụ phạm pháp hình sự, giảm 2 vụ": the rest of the result's words, then a comma, then the change
  if (restOfResult.test(folded.slice(end, start)) || intoBracket.test(folded.slice(end, start))) return true;
  return (
    between.length === 0 ||
    /^(?:và|và (?:bằng|đạt)|đã|ước|cũng|trong khi|tương đương|so với .{1,60}|lần lượt|tức|hay|đồng thời|thì|chỉ|mới|cả năm|dân|số|nên)$/.test(
      between,
    )
  );
}

/** "4 ngành công nghiệp trọng điểm tăng 11%": the count is the subject's, and only the change is told of it. */
export function isSubjectCount({ folded }: Reading, current: Group, comparison: DraftComparison): boolean {
  if (current.quantity?.value.kind !== "count" || current.comparisons.length > 0 || comparison.type !== "change")
    return false;
  return ofSubject.test(folded.slice(current.end, comparison.text.start));
}

/** "sửa 18 tuyến đường làng đạt 100% khối lượng": nothing parts the result from its plan. */
export function isHeldToPlan({ folded }: Reading, current: Group, comparison: DraftComparison): boolean {
  if (current.quantity === null || current.quantity.value.kind === "share" || comparison.basis !== "plan") return false;
  return unparted.test(folded.slice(current.end, comparison.text.start));
}
