import { isWord } from "../text/characters.js";
import { Lexicon } from "../text/lexicon.js";
import { swift } from "../text/patterns.js";
import type { Reading } from "../text/reading.js";

/** A number right behind one of these names or orders something, and measures nothing. */
const naming = Lexicon.of(
  `điều; khoản; điểm; mục; chương; tiết; phụ lục; biểu; mẫu số; bảng; lớp; cấp; hạng; loại; bậc; nhóm; thứ; lần thứ; lần; mùng; mồng; khóa; kỳ họp; phiên họp thứ; kỳ; nhiệm kỳ; giai đoạn; quý; quận; phường; thôn; ấp; khóm; khu phố; tổ; tổ dân phố; khu; khối; khối phố; xóm; bản; buôn; đội; phòng; tầng; quốc lộ; tỉnh lộ; huyện lộ; đường; ql; tl; đt; dt; hẻm; ngõ; ngách; kiệt; số nhà; nghị quyết; chỉ thị; quyết định; kết luận; nghị định; thông tư; công văn; luật; pháp lệnh; đề án; thông báo; hướng dẫn; quy định; kế hoạch số; covid; covid-; sars-cov-; img; ảnh; vitamin; điện thoại; hotline; đường dây nóng; fax; tài khoản; mã số; mã; km; vành đai; lô; chi bộ; chi bộ số; trường tiểu học số; công nghiệp; cách mạng công nghiệp; đại hội; mức độ; cấp độ; vùng; tiểu khu; đợt; học kỳ; học kì; tuần; tập; cổng; ngày; tháng; mô hình 5 không; đất`
    .split(";")
    .map((word) => word.trim()),
);

/** Whole places and sums may carry an amount: "toàn xã 15 hộ", "tổng số 40 em", "trong số 12 dự án". */
const notNaming = Lexicon.of([
  "toàn",
  "cả",
  "mỗi",
  "toàn bộ",
  "tổng",
  "trong",
  "con",
  "với",
  "một",
  "bình quân",
  "dân",
  "thiểu",
  "đa",
  "thí",
  "địa",
  "thuê",
  "giao",
  "cao",
  "nông",
  "kỷ",
  "nâng",
  "cung",
  "trợ",
  "phụ",
  "tiếp",
]);
const sums = Lexicon.of(["số"]);

/** A number before one of these is an age, a time of day or a stretch of time. */
const times = Lexicon.of([
  "tuổi",
  "giờ",
  "h",
  "phút",
  "giây",
  "tháng tuổi",
  "tháng",
  "ngày",
  "năm",
  "năm tuổi",
  "tuần",
  "quý",
  "đêm",
  "thế kỷ",
  "nhiệm kỳ",
  "niên khóa",
  "mùa vụ",
  "khoản",
  "nhiệm kì",
]);

/** Whether the words before a number say that it is a name, an ordinal or a place in a list. */
export function namesSomething(reading: Reading, at: number): boolean {
  const { folded, units } = reading;
  let end = at;
  while (end > 0 && folded.charAt(end - 1) === " ") end--;
  // "IMG_1500", "QL1A", "Covid-19"
  if (
    end === at &&
    end > 0 &&
    (isWord(units[end - 1] ?? 0) || (folded.charAt(end - 1) === "-" && isWord(units[end - 2] ?? 0)))
  ) {
    return true;
  }
  const named = naming.matchBefore(reading, end, 24) ?? sums.matchBefore(reading, end, 4);
  if (!named) return false;
  let before = named.start;
  while (before > 0 && folded.charAt(before - 1) === " ") before--;
  const other = notNaming.matchBefore(reading, before, 10);
  // "dân số 1.200 người" against "Ủy ban nhân dân Phường 2"
  return other === null || (other.value === "dân" && named.value !== "số");
}

/** Names that are also verbs and nouns: "cấp 3.105 giấy chứng nhận" against "cấp 2". */
const ambiguous = Lexicon.of([
  "cấp",
  "điểm",
  "lớp",
  "tổ",
  "đội",
  "khu",
  "phòng",
  "khoản",
  "tầng",
  "trường",
  "bản",
  "mục",
]);
const mostNumbered = 12;

/** Whether the word before the number names it only if it is small. */
export function mayName(reading: Reading, at: number, value: number): boolean {
  let end = at;
  while (end > 0 && reading.folded.charAt(end - 1) === " ") end--;
  return value <= mostNumbered || ambiguous.matchBefore(reading, end, 8) === null;
}

/** Whether what follows the number makes it an age or a time. */
export function isTime(reading: Reading, at: number): boolean {
  const { folded } = reading;
  let i = at;
  while (folded.charAt(i) === " " || folded.charAt(i) === "-") i++;
  const time = times.matchAt(reading, i);
  // "năm 2020" behind a number is the next clause's year, and still no amount
  return time !== null;
}

const longestMark = 14;
const listMark = swift(/(?:^|\n)[ \t*+•-]{0,6}(?:\d{1,2}[.)]){0,4}\d{1,2}(?:[.)/]| -)(?: |$|\p{L})/uy);

/** Whether the number is the mark of a list's item or a heading: "1. …", "2.1. …", "(3) …". */
export function isListMark(folded: string, start: number, end: number): boolean {
  if (folded.charAt(start - 1) === "(" && folded.charAt(end) === ")" && end - start <= 3) return true;
  const reach = Math.max(0, start - longestMark);
  const line = reach + folded.slice(reach, start).lastIndexOf("\n");
  if (line < reach && reach > 0) return false;
  listMark.lastIndex = Math.max(0, line);
  const match = listMark.exec(folded);
  return match !== null && end <= match.index + match[0].length;
}
