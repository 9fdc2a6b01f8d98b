import { foundedBehind } from "../../../vietnamese/numbers/founding.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftFigure } from "../../draft.js";
import type { Group } from "./group.js";

const toLevel = swift(
  /(?<!\p{L})(?:còn|xuống|lên|tới|giảm còn|nâng lên|tăng lên|xuống còn|đạt|là|bằng|ở mức|chiếm)(?: (?:còn|được|dưới|trên|khoảng|mức|gần|hơn|tới|đến)){0,2}[ :=]{0,3}$/u,
);
const fall = swift(
  /(?<!\p{L})(?:giảm|cắt giảm|kéo giảm|sụt giảm|giảm thêm|giảm được|giảm bình quân(?:\/năm)?)(?: (?:được|thêm|bình quân|trung bình|từ|ít nhất|tối thiểu|khoảng|trên|hơn|mỗi năm|hằng năm|hàng năm|trong năm|cho|là|tỷ lệ)){0,3}[ :]{0,3}$/u,
);
const rise = swift(
  /(?<!\p{L})(?:tăng thêm|tăng|có thêm|phát triển thêm|thêm|phát triển mới|hình thành mới|kết nạp mới|kết nạp|kết nạp được|thành lập mới|bồi dưỡng kết nạp|phát triển được|kết nạp thêm|thành lập thêm|bổ sung thêm|tăng mới)(?: (?:được|mới|thêm|bình quân|từ|ít nhất|tối thiểu|khoảng|trên|hơn|là|mỗi năm|hằng năm|hàng năm)){0,3}[ :]{0,3}$/u,
);
/** "số hợp tác xã mới được thành lập giai đoạn 2021-2025: 12" */
const founded = swift(
  /(?<!\p{L})(?:mới (?:được )?thành lập|thành lập mới)(?: (?:trong |thời kỳ |giai đoạn |năm )*\d{4}(?: ?- ?\d{4})?)?[ :]{1,3}$/u,
);
/** Verbs of growth that only count as such before people, households and bodies that join. */
const growing = /(?:phát triển thêm|phát triển mới|phát triển được|kết nạp)/;
const joining =
  /^\{(?:hộ|đảng viên|đoàn viên|hội viên|đồng chí|đồng chí đảng viên|quần chúng|quần chúng ưu tú|người|doanh nghiệp|tổ chức|chi bộ|đ\/c|tổ chức đảng|thành viên|đoàn viên công đoàn)/i;

/** Whether the number is the amount itself or a change of it. */
export function measureOf(reading: Reading, group: Group, direction: string | null): DraftFigure["measure"] {
  if (!group.quantity) return "level";
  const { start } = group.quantity;
  const before = reading.folded.slice(Math.max(group.clause.start, start - 60), start);
  // "giảm dưới 0,5%" tells where it is to come to: nobody plans to lower by less
  if (fall.test(before)) return group.quantity.value.comparator === "lt" ? "level" : "decrease";
  if (foundedBehind(reading.folded, group.quantity.value.number.end)) return "increase";
  const grows = rise.exec(before);
  if (grows) {
    const unit = group.quantity.value.unit ?? "";
    if (!growing.test(grows[0]) || joining.test(unit)) return "increase";
  }
  if (/^(?:mức|tốc độ) giảm(?!\p{L})/u.test(reading.folded.slice(group.clause.start, group.start))) return "decrease";
  if (founded.test(before)) return "increase";
  if (direction === null || toLevel.test(before)) return "level";
  // "Giảm tỷ lệ suy dinh dưỡng so với năm trước: 0,2%" tells a change, "Giảm tỷ lệ hộ nghèo còn 2%" does not
  if (/giảm|hạ/.test(direction)) return "decrease";
  return /tăng$/.test(direction) ? "increase" : "level";
}

const farthestEstimate = 120;
const times = /(?:năm|tháng|quý) ?\d{1,4}(?:\/\d{4})?|\d{1,2} tháng/g;
const estimate = swift(/(?<!\p{L})ước(?: (?:thực hiện|tính|cả năm|đạt|giá trị))?(?!\p{L})/u);

/** An estimating word that stands apart from its number: "[ước] giá trị sản xuất đạt 20 tỷ". */
export function remoteEstimate(reading: Reading, group: Group): Span | null {
  if (group.quantity?.value.comparator !== "eq") return null;
  const from = Math.max(group.clause.start, group.start - farthestEstimate);
  const slice = reading.folded.slice(from, group.start);
  const part = Math.max(0, slice.lastIndexOf(", "));
  const found = estimate.exec(slice.slice(part));
  // a number between is what is estimated; the year and the months of a period are none
  if (!found || /\d/.test(slice.slice(part + found.index).replace(times, ""))) return null;
  const start = from + part + found.index;
  return { start, end: start + found[0].length };
}
