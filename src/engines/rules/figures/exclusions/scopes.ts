import { swift } from "../../../../vietnamese/text/patterns.js";
import type { Around } from "./around.js";

/** "tại 121 thôn", "gồm 28 xã và 1 thị trấn": how large the area is; "12 xã đạt chuẩn" tells a result. */
const places =
  /^\{(?:xã|phường|thị trấn|huyện|quận|thị xã|thôn|khu phố|ấp|bản|xóm|tổ dân phố|tỉnh|thành phố|địa phương|khu dân cư|xã, thị trấn|xã, phường|xã, phường, thị trấn|tỉnh, thành phố|tỉnh, thành|huyện, thị xã, thành phố|huyện, thành phố|huyện, thị xã|khóm|buôn|đơn vị hành chính)\}$/i;
const predicate = swift(
  /^ (?:\p{L}+ ){0,3}(?:đạt|được|có|hoàn thành|giữ|đón|nhận|đăng ký|duy trì|lắp|công nhận|về đích|triển khai|thực hiện|ra mắt|ký|bị|chưa|đã|không|còn|nông thôn mới|văn hóa|kiểu mẫu|văn minh)(?!\p{L})/u,
);
const rearranged = swift(
  /(?<!\p{L})(?:còn|sắp xếp|sáp nhập|giảm|tăng|thành lập mới|công nhận|xây dựng|có thêm)(?!\p{L})/u,
);

const placeNames = /^(?:(?:,| và|:)? \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3}){1,12}(?= )/u;
/** "12 xã đạt chuẩn (kế hoạch 10 xã)" */
const inBracketOfPlan = /\((?:kế hoạch|kh|chỉ tiêu)(?: là)?[ :]{0,2}$/;
/** "249 đơn vị cấp huyện thuộc 57 tỉnh, thành phố" */
const belongingTo = swift(/(?<!\p{L})(?:thuộc|(?:sáp nhập|hợp nhất) từ) $/u);

/** Whether the number tells how large the area is, and no result of it. */
export function isScope({ reading, quantity, clause }: Around): boolean {
  const { unit, outOf } = quantity.value;
  if (!unit || outOf !== null || !places.test(unit)) return false;
  if (inBracketOfPlan.test(reading.folded.slice(Math.max(0, quantity.start - 16), quantity.start))) return false;
  if (belongingTo.test(reading.folded.slice(Math.max(clause.start, quantity.start - 16), quantity.start))) return true;
  // "số xã đạt chuẩn là 37 xã"
  if (reading.folded.slice(clause.start, quantity.start).includes(`số ${unit.slice(1, -1)} `)) return false;
  // "02 xã Phúc Chu và Trung Hội đã đón bằng công nhận"
  const names = placeNames.exec(reading.text.slice(quantity.end, clause.end))?.[0] ?? "";
  const behind = reading.folded.slice(quantity.end + names.length, clause.end).replace(/^ \([^()]{1,120}\)/, "");
  if (predicate.test(behind.slice(0, 60))) return false;
  return !rearranged.test(reading.folded.slice(Math.max(clause.start, quantity.start - 40), quantity.start + 8));
}

/** "trên 1 ha đất", "trên một vạn dân" name what the indicator is counted per. */
export function isPerUnit({ reading, quantity }: Around): boolean {
  const { number, comparator, unit } = quantity.value;
  // "14,3 bác sĩ/1 vạn dân"
  if (unit === "{dân}" && /\/ ?$/.test(reading.folded.slice(number.start - 2, number.start))) return true;
  return (
    comparator === "gt" &&
    /^(?:0?1|một)(?: (?:vạn|nghìn|ngàn|triệu))?$/.test(reading.folded.slice(number.start, number.end)) &&
    /^trên /.test(reading.folded.slice(quantity.start, number.start))
  );
}
