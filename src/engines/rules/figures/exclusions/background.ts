import { swift } from "../../../../vietnamese/text/patterns.js";
import { oncePerReading } from "../../../../vietnamese/text/reading.js";
import { BySpan } from "../../../../vietnamese/text/span.js";
import type { Around } from "./around.js";

/** The size of the place is background: "diện tích tự nhiên 127 km²". */
const background = swift(/(?<!\p{L})(?:diện tích tự nhiên|(?<!quy mô |tăng |tỷ lệ )dân số)(?: \p{L}{1,7}){0,2} ?$/u);
/** "diện tích tự nhiên 112 km2, dân số 22.312 người, với 39 tổ chức đảng": how large the place is */
const sizeOfPlace = swift(/(?<!\p{L})diện tích tự nhiên .{3,40},? dân số /u);
/** "tăng trưởng kinh tế thế giới âm 4,9%", "hội nghị chào đón 1.300 nhà đầu tư": the world's, and who came. */
const elsewhereOrGuests = swift(
  /(?<!\p{L})(?:(?:kinh tế )?(?:thế giới|toàn cầu)(?: \p{L}+){0,3}|(?:chào đón|đón tiếp)(?: [\p{L}\d.]+){0,4}) ?$/u,
);
/** "Trước khi xây dựng nông thôn mới, huyện có 1 xã đạt 6 tiêu chí": how it was before is no result. */
const history = swift(
  /(?:^|[:;] ?)trước khi (?:xây dựng|thực hiện|triển khai|sáp nhập|sắp xếp|hợp nhất|có|tiến hành)(?!\p{L})(?![^.]*(?:đến nay|hiện nay))/u,
);
/** "từ chỗ mỗi xã chỉ đạt 2 tiêu chí năm 2010, đến nay …" */
const from = swift(/(?<!\p{L})từ chỗ (?!\p{L}+ đến )[^,;.]*$/u);
const fromThen = swift(/^[^.]*(?<!\p{L})(?:đến nay|tới nay|hiện nay|nay)(?!\p{L})/u);
/** What the law asks of every such place is no place's target. */
const norm = swift(
  /(?<!\p{L})phải (?:đáp ứng|bảo đảm|đảm bảo|có|đạt)[^.]*(?:tiêu chuẩn|điều kiện)[^.]*(?:quy định|theo luật)/u,
);
/** Where an office sits, and how to call it. */
const contact = swift(/^(?:trụ sở|địa chỉ|điện thoại|đt|hotline|liên hệ|fax|email) ?:/);

/** Sentences of many numbers are asked once. */
const ofSentences = oncePerReading(() => new BySpan<boolean>());

/** Whether the number only describes: the place, how it was before, what the law asks, the world's economy, an office's address. */
export function isBackground({ reading, quantity, clause, before, sentence }: Around): boolean {
  const describes = ofSentences(reading).get(
    clause.sentence,
    () => norm.test(sentence) || history.test(sentence) || sizeOfPlace.test(sentence),
  );
  if (describes || background.test(before) || elsewhereOrGuests.test(before.slice(-60))) return true;
  if (quantity.value.unit === "km2" && /diện tích /.test(before.slice(-40))) return true;
  if (from.test(before) && fromThen.test(reading.folded.slice(quantity.end, clause.sentence.end))) return true;
  return contact.test(reading.folded.slice(clause.line.start, clause.line.end));
}
