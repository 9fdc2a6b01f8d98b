import { hasLetter, isDigit } from "../../../vietnamese/text/characters.js";
import { allMatches, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { countWords, folded, strip } from "../words.js";
import { startsActing } from "./indicator-words.js";
import { isWithinPair } from "./pairs.js";

/** The parts of a span between its commas, those within brackets and quotation marks left whole. */
export function segments(reading: Reading, span: Span): Span[] {
  const found: Span[] = [];
  let start = span.start;
  let depth = 0;
  let quoted = false;
  for (let i = span.start; i < span.end; i++) {
    const sign = reading.folded.charAt(i);
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (sign === '"') quoted = !quoted;
    else if (sign === "," && depth === 0 && !quoted && !isDecimal(reading, i)) {
      found.push({ start, end: i });
      start = i + 1;
    }
  }
  found.push({ start, end: span.end });
  return found;
}

const isDecimal = ({ units }: Reading, comma: number): boolean =>
  isDigit(units[comma - 1] ?? 0) && isDigit(units[comma + 1] ?? 0);

/**
 * The last part of a span that says something by itself: a short rest of an enumeration ("khiếu nại, [tố cáo]") takes
 * the parts before it along, until one begins an indicator of its own.
 */
export function lastSegment(reading: Reading, span: Span, startsOwn: (reading: Reading, part: Span) => boolean): Span {
  const parts = segments(reading, span);
  let from = parts.length - 1;
  if (isOneMeasure(reading, parts, startsOwn)) from = 0;
  for (let taken = 0; from > 0 && taken < 3; taken++) {
    const part = parts[from];
    const before = parts[from - 1];
    if (!part || !before || tellsState.test(folded(reading, strip(reading, before)))) break;
    if (isSector(reading, before) || isTwin(reading, before, part)) {
      from--;
      continue;
    }
    // "tích tụ đất đai để sản xuất quy mô lớn, [ứng dụng công nghệ cao]": the purpose goes on
    if (taken === 0 && aimed.test(folded(reading, before)) && !measure.test(folded(reading, strip(reading, part)))) {
      from--;
      continue;
    }
    const lone = isLoneAction(reading, before);
    // "thành lập tổ công tác, tổ chức [7 cuộc đối thoại]": the action has its object behind the number
    if (taken === 0 && passive.test(folded(reading, strip(reading, before))) && isLoneAction(reading, part, 3)) {
      from--;
      continue;
    }
    if (taken === 0 && !lone && isLoneAction(reading, part)) break;
    if (!lone && !isAverage(reading, part) && (startsOwn(reading, part) || wordsSaid(reading, part) > 5)) break;
    if (countWords(reading, before) > 14) break;
    from--;
  }
  return strip(reading, { start: parts[from]?.start ?? span.start, end: span.end }, ",.; ");
}

/** "văn hóa, xã hội được quan tâm, [xã có 3 trường]": a whole clause about something else. */
export const tellsState = swift(
  /(?<!\p{L})(?:được|tiếp tục|luôn|cơ bản|ngày càng) (?:\p{L}+ )?(?:quan tâm|chú trọng|đảm bảo|bảo đảm|giữ vững|ổn định|duy trì|nâng lên|nâng cao|tăng cường|đẩy mạnh|cải thiện|phát triển|củng cố|đầu tư)(?: (?:\p{L}+ ?){1,2})?$|(?<!\p{L})(?:đạt(?: được)?|có)(?: nhiều)? (?:kết quả|hiệu quả|chuyển biến|tiến bộ)(?: \p{L}+){0,2}$|(?<!\p{L})(?:hoàn chỉnh|đồng bộ|khởi sắc|sôi động|(?:tăng trưởng|phát triển|phục hồi|tăng) mạnh(?: mẽ)?)$/u,
);

const aimed = swift(/(?<!\p{L})(?:để|nhằm) (?:sản xuất|phát triển|xây dựng|thực hiện|hình thành)(?!\p{L})/u);
const longestMeasure = 30;
const measure = swift(
  /^(?:tổng|tỷ lệ|tỉ lệ|tỷ trọng|diện tích|số|giá trị|sản lượng|thu nhập|doanh thu|chỉ số|kim ngạch)(?!\p{L})/u,
);

const yieldOfWork = swift(
  /^(?:tổng )?(?:sản lượng|diện tích|giá trị|doanh thu) (?:nuôi trồng|khai thác|đánh bắt|sản xuất|chế biến|chăn nuôi|gieo trồng)$/u,
);
const attained = swift(/(?<!\p{L})(?:đạt|là|được quan tâm)[^,]{3,}$/u);

/** "Diện tích đất được tích tụ, tập trung để sản xuất, ứng dụng công nghệ cao": one name with commas in it. */
function isOneMeasure(
  reading: Reading,
  [first, ...others]: readonly Span[],
  startsOwn: (reading: Reading, part: Span) => boolean,
): boolean {
  const last = others.at(-1);
  if (!first || !last || countWords(reading, { start: first.start, end: last.end }) > longestMeasure) return false;
  const head = folded(reading, strip(reading, first));
  if (!measure.test(head)) return false;
  // "sản lượng nuôi trồng, [khai thác thủy sản]": what is brought in is named after the work, and so is the next
  if (others.length === 1 && yieldOfWork.test(head)) return startsActing.test(folded(reading, strip(reading, last)));
  return others.every((part) => !startsOwn(reading, part) && !attained.test(folded(reading, part)));
}

const times = /(?:đến |trong )?(?:cuối |đầu )?(?:năm|tháng|quý)(?: \d+)?|\d+ tháng(?: (?:đầu|cuối) năm)?/g;
const leading = swift(/(?<!\p{L})(?:ước|đã|sẽ|đạt|là|tăng|giảm|còn|chiếm|bằng|khoảng|trên|gần)(?!\p{L})/gu);

const apart = swift(/[^\p{L}\p{N}]+/u);
const twins = swift(
  /(?<!\p{L})(?:phí, lệ phí|thuế, phí|thu, chi|thuế, lệ phí|cán bộ, công chức|hộ, lao động)(?!\p{L})/u,
);

/** How many words of a part are neither a time nor lead to the number. */
function wordsSaid(reading: Reading, part: Span): number {
  const said = folded(reading, part).replace(times, " ").replace(leading, " ");
  return said.split(apart).filter(Boolean).length;
}

/** "phí, [lệ phí]", "thu, [chi]": the second begins no name of its own. */
function isTwin(reading: Reading, before: Span, part: Span): boolean {
  const pair = `${folded(reading, strip(reading, before))}, ${folded(reading, strip(reading, part))}`;
  return twins.test(pair);
}

/** "[thương mại,] dịch vụ đạt …", "[nông, lâm,] thủy sản": sectors that are told of together. */
const isSector = (reading: Reading, part: Span): boolean =>
  /^(?:ngành |lĩnh vực |khu vực |trong đó |riêng |về |giá trị |tổng |sản xuất )*(?:nông|lâm|ngư|nông nghiệp|lâm nghiệp|thương mại|công nghiệp|xây dựng|dịch vụ|chăn nuôi|trồng trọt|tiểu thủ công nghiệp|cn|ttcn|tm|chế biến)$/.test(
    folded(reading, strip(reading, part)),
  );

/** What stands behind the last comma. */
export function lastPart(reading: Reading, span: Span): Span {
  return segments(reading, span).at(-1) ?? span;
}

const jointAtEnd = /[,;] ?$| (?:và|còn) ?$/g;
const takingVerb = swift(/(?<=\p{L}) (?=(?:\p{L}{2,6} ){1,2}được ?$)/u);
/** "[12 giải thể thao] thu hút 800 lượt người", "[2 tỷ đồng] xây mới 5 căn nhà": an action right before the next number is that number's. */
const ownAction = swift(
  /(?<=^| )(?=(?:thu hút|giải quyết việc làm|tạo việc làm|phục vụ|xây mới|xây dựng|sửa chữa|xây|làm|mua|trồng|nâng cấp)(?: mới| được| cho| sự tham gia của| thêm| trên| hơn| khoảng| gần){0,3} ?$)/u,
);
const joints = swift(
  /, (?=\p{L}|\d)| (?:và|còn) (?!(?:nghị quyết|quyết định|chỉ thị|kết luận|kế hoạch|chương trình) (?:số )?\d)(?=\p{L})| và (?=\d)| với (?=(?:tổng|số|kinh phí|trị giá|mức|quy mô|diện tích|chiều dài|sự tham gia)(?!\p{L}))| \((?=trong đó )|; /gu,
);

/** Where the words between two numbers part: those of the first end at `end`, those of the second begin at `next` or later. */
export function partingOf(reading: Reading, span: Span): { readonly end: number; readonly next: number } | null {
  const slice = reading.folded.slice(span.start, span.end);
  const found = [...allMatches(joints, slice), ...allMatches(jointAtEnd, slice)].filter(
    (match) => !isWithinBrackets(slice, match.index) && !isWithinPair(slice, match.index),
  );
  // "và" joins nouns as often as clauses: it parts two numbers only where no comma does
  const signs = found.filter((match) => !hasLetter(match[0]));
  // "[1 công ty] thành lập tại xã thu hút được [100 lao động]"
  const verb = ownAction.exec(slice) ?? (slice.includes("được", slice.length - 5) ? takingVerb.exec(slice) : null);
  const all = signs.length > 0 ? signs : found.length > 0 || !verb ? found : [verb];
  const [first] = all;
  if (!first) return null;
  return { end: span.start + first.index, next: span.start + first.index + first[0].length };
}

/** Where the words within an open bracket before `at` begin, or `from` where none is open. */
export function withinBracket(reading: Reading, from: number, at: number): number {
  const slice = reading.folded.slice(from, at);
  const open = slice.lastIndexOf("(");
  // "là (270.983.160 đồng)": the number stands in brackets by itself
  return open >= 0 && slice.indexOf(")", open) < 0 && hasLetter(slice.slice(open)) ? from + open + 1 : from;
}

function isWithinBrackets(slice: string, at: number): boolean {
  const open = slice.lastIndexOf("(", at);
  return open >= 0 && slice.lastIndexOf(")", at) < open && slice.indexOf(")", at) > at;
}

/** "kinh tế tăng trưởng khá, [bình quân] 7,3%/năm" */
const isAverage = (reading: Reading, part: Span): boolean =>
  /^(?:đạt )?(?:bình quân|trung bình)(?: (?:mỗi|một|hằng|hàng) năm)?$/.test(folded(reading, strip(reading, part)));

/** "đường trục xã đã được nhựa hóa, [bê tông hóa] 95%": what is done to it goes on. */
const passive = swift(/(?<!\p{L})được \p{L}+(?: \p{L}+)?$/u);

/** "cải tạo, xây dựng mới …": an action without its object shares that of the next. */
function isLoneAction(reading: Reading, part: Span, most = 2): boolean {
  const words = folded(reading, strip(reading, part));
  return countWords(reading, part) <= most && startsActing.test(words);
}
