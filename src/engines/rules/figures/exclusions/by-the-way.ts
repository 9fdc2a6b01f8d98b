import { swift } from "../../../../vietnamese/text/patterns.js";
import type { Around } from "./around.js";

/** A map's scale: "quy hoạch tỷ lệ 1/500", "quy hoạch chi tiết 1/500". */
const scale = swift(/(?<!\p{L})(?:tỷ lệ|quy hoạch(?: chi tiết| phân khu)?) $/u);
/** "thành lập 62 doanh nghiệp với số vốn 50 tỷ đồng, tăng 12% [về số doanh nghiệp]": of which of them it is told */
const inRespectOf = swift(/^ về (?:số|tổng số|vốn|giá trị|lượng|trị giá|quy mô|diện tích|sản lượng)(?!\p{L})/u);
/** "không còn xã dưới 10 tiêu chí": which of them there are no more */
const noMore = swift(/(?<!\p{L})không (?:còn|có) (?:\p{L}+ ){1,4}(?:dưới|đạt|trên|từ)? ?$/u);
/** "thấp hơn mức tăng 7,45% của quý I", "cao hơn kịch bản đầu năm (7,59%)": another's rate, held against */
const othersRate = swift(
  /(?<!\p{L})(?:cao|thấp|lớn|nhanh|chậm|ít|nhiều) hơn (?:so )?(?:với )?(?:mức|tốc độ|kịch bản|con số|tỷ lệ)(?: [^,;.()\d]{1,40})? ?\(?$/u,
);
/** "thành lập trên cơ sở sáp nhập 3 xã": what it was made of */
const madeOf = swift(/(?<!\p{L})trên cơ sở (?:sáp nhập|hợp nhất|sắp xếp|nhập|tổ chức lại)(?: [^,;.]{1,40})? ?$/u);
/** "có thể tăng thêm 0,3%" */
const mayBe = swift(/(?<!\p{L})có thể (?:\p{L}+ ){0,2}$/u);
/** "3 chương trình mục tiêu quốc gia" */
const programmes = swift(/^ (?:mục tiêu quốc gia|mtqg)(?!\p{L})/u);
/** "giữa hai hội nghị" */
const between = swift(/(?<!\p{L})giữa $/u);
/** "so với tháng trước và cùng kỳ tăng lần lượt 5,4% và 17,2%": which is which is not told by their places alone */
const inTurn = swift(/(?<!\p{L})(?:tăng|giảm|đạt|bằng)(?: tương ứng)? lần lượt(?: là)? [^;.]*$/u);
/** "hộ nghèo có thu nhập từ 21 triệu đồng/người/năm trở xuống": who counts as poor is no income that was reached */
const ofStandard = swift(
  /(?<!\p{L})(?:hộ nghèo|cận nghèo|chuẩn nghèo)[^.;\d]{0,60}thu nhập(?: bình quân)?[^.;,\d]{0,20}$/u,
);
/** "giữa 3 môi trường", "của 4 nhà": how many there are of them is told by the way. */
const byTheWay = swift(/(?<!\p{L})(?:giữa|của|theo|các|cùng) $/u);
/** "số xã đạt từ 10 tiêu chí trở lên là 37 xã": which of them are counted, not how many */
const whichCounted = swift(/(?<!\p{L})số \p{L}+[^,;:.\d]{0,40} (?:đạt|có)(?: từ| trên| dưới| đủ)? ?$/u);
const thenCounted = /^ ?(?:là|có|đạt)? ?:? ?\d/;
const quality = /^\{(?:tiêu chí|sao|điểm|năm|chỉ tiêu|mức)\}$/;
/** "1 trong 7 quận" names one of them. */
const oneOf = swift(/(?<!\p{L})(?:1|một) trong (?:số |những )?$/u);
/** "cầu Phú Hòa 2 vốn …": the number belongs to the name before it. */
const namesNumber = swift(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ $/u);
/** "trong 3 đơn vị này", "chia 2 tổ thảo luận": told before, or the meeting's own. */
const pointedAt = swift(/^ (?:này|nói trên|nêu trên|trên đây|thảo luận)(?!\p{L})/u);

/** Whether the number tells which of them, what they are held to, or belongs to a name: it is no result by itself. */
export function isByTheWay({ reading, quantity, clause, before, lead, behind }: Around): boolean {
  const { unit, outOf, guessed, value, number } = quantity.value;
  if (pointedAt.test(behind.slice(0, 12)) || oneOf.test(before) || between.test(before)) return true;
  if (guessed && (byTheWay.test(before) || namesNumber.test(reading.text.slice(clause.start, quantity.start))))
    return true;
  if (outOf !== null && value === 1 && scale.test(before)) return true;
  if (othersRate.test(before) || madeOf.test(before) || mayBe.test(before)) return true;
  if (unit === "%") return inTurn.test(before) || inRespectOf.test(behind.slice(0, 16));
  if (unit === "{chương trình}") return programmes.test(behind.slice(0, 20));
  if (unit?.startsWith("VND/{")) return ofStandard.test(lead);
  if (!quality.test(unit ?? "")) return false;
  if (noMore.test(reading.folded.slice(clause.start, number.start))) return true;
  return whichCounted.test(before) && thenCounted.test(behind);
}
