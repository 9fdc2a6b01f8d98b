import { isDigit } from "../../../vietnamese/text/characters.js";
import { anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { wholeWords, wordList } from "../words.js";
import type { Clause } from "./clauses.js";
import type { QuantityMention } from "./number-verbs.js";

/** Nouns whose count is the meeting's own business and no result: agenda items, papers, tasks, people present. */
const meetingNouns = wordList(`
  nhiệm vụ; nhóm nhiệm vụ; chỉ tiêu; giải pháp; nhóm giải pháp; nghị quyết; dự thảo nghị quyết; báo cáo;
  tờ trình; nội dung; đại biểu; vị đại biểu; kỳ họp; phiên; phiên họp; lượt ý kiến; điều; phần; chương; ban;
  khâu; vấn đề; mục tiêu; nhóm; đồng chí đại biểu; chuyên đề; quyết định; trụ cột; hợp phần; lĩnh vực;
  nhóm vấn đề; câu hỏi; bước; yếu tố; nguyên nhân; bài học; hạng; điểm cầu; ủy viên; khâu đột phá; cấp;
  thành viên; tổ đại biểu; kết luận; phiếu; đại biểu hđnd; ngày; giai đoạn; trang; bản; người con; thế hệ;
  dấu; ông; bà; phó; nước; quốc gia; lần; mặt; loại; bên; phương án; chữ; câu; nq; cục; chi cục
`);
const meetingUnit = new RegExp(`^\\{(?:${anyOf(meetingNouns)})\\}$`, "u");

/** Votes, and "14/15 chỉ tiêu": how many of them were met tells nothing that was aimed at. */
const countedAlways = /^\{(?:đại biểu|phiếu|chỉ tiêu|nhiệm vụ)/i;

/** No session passes so many resolutions: they are a council's of its whole term, and that is a result. */
const mostAtOnce = 60;

const isOfWholeTerm = ({ value: { unit, value } }: QuantityMention): boolean =>
  /^\{(?:nghị quyết|nhóm|thành viên)\}$/.test(unit ?? "") && value > mostAtOnce;

/** "(Hai ngàn, một trăm chín mươi chín tỷ … đồng)": the sum of the line above in words. */
const sumInWords = swift(/^\((?:bằng chữ ?:? ?)?[\p{L} ,]{20,}đồng ?\.?\) ?\.?$/u);

/** "15 tỷ đồng (mười lăm tỷ đồng)": the sum said again in words */
const bracketBehindSum = /đồng[a-z/]{0,6},? ?\((?:bằng chữ:? ?|viết bằng chữ:? ?)?$/;
const longestSum = 300;

/** Votes and attendance. */
const voting = wholeWords(
  wordList(`
  tán thành; biểu quyết; bỏ phiếu; phiếu tín nhiệm; số phiếu; phiếu bầu; đại biểu có mặt; đại biểu tham dự;
  đại biểu dự; trúng cử; tín nhiệm cao
`),
);
const attendance = wholeWords(
  wordList(`
  tham dự; sự tham dự; về dự; dự kỳ họp; dự hội nghị; đến dự; có mặt; dự họp; dự đại hội; tham gia dự; cùng dự;
  dự có; dự khai mạc; dự lễ; chào đón; đón tiếp
`),
);
/** Elections and appointments. */
const elected = swift(
  /(?<!\p{L})(?:bầu|hiệp thương|cử ra|bầu bổ sung|miễn nhiệm|trúng cử|bổ nhiệm|chỉ định)(?!\p{L})/u,
);
const people = /^\{(?:đồng chí|ủy viên|người|đại biểu|thành viên|phó chủ tịch|chủ tịch|vị|đ\/c|đảng viên|cán bộ)\}$/i;
/** The size of the place is background: "diện tích tự nhiên 127 km²". */
const background = swift(/(?<!\p{L})(?:diện tích tự nhiên|(?<!quy mô |tăng |tỷ lệ )dân số)(?: \p{L}{1,7}){0,2} ?$/u);
/** A map's scale: "quy hoạch tỷ lệ 1/500", "quy hoạch chi tiết 1/500". */
const scale = swift(/(?<!\p{L})(?:tỷ lệ|quy hoạch(?: chi tiết| phân khu)?) $/u);
/** Proposals are no targets unless the meeting sets them. */
const proposal = swift(
  /(?<!\p{L})(?:đề nghị|(?<!ý kiến, |có |các |những |giải quyết )kiến nghị|đề xuất|xin chủ trương)(?! (?:tặng|trao|khen|công nhận|xét|biểu dương|cấp bằng))(?!\p{L})/u,
);
const requested = swift(/(?<!\p{L})đề nghị (?!tặng|trao|khen|công nhận|xét|biểu dương)/u);
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
/** "diện tích tự nhiên 112 km2, dân số 22.312 người, với 39 tổ chức đảng": how large the place is */
const sizeOfPlace = swift(/(?<!\p{L})diện tích tự nhiên .{3,40},? dân số /u);
/** "giữa 3 môi trường", "của 4 nhà": how many there are of them is told by the way. */
const byTheWay = swift(/(?<!\p{L})(?:giữa|của|theo|các|cùng) $/u);
/** "1 trong 7 quận" names one of them. */
/** "số xã đạt từ 10 tiêu chí trở lên là 37 xã": which of them are counted, not how many */
const whichCounted = swift(/(?<!\p{L})số \p{L}+[^,;:.\d]{0,40} (?:đạt|có)(?: từ| trên| dưới| đủ)? ?$/u);
const thenCounted = /^ ?(?:là|có|đạt)? ?:? ?\d/;
const quality = /^\{(?:tiêu chí|sao|điểm|năm|chỉ tiêu|mức)\}$/;
const oneOf = swift(/(?<!\p{L})(?:1|một) trong (?:số |những )?$/u);
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
/** "cầu Phú Hòa 2 vốn …": the number belongs to the name before it. */
const namesNumber = swift(/\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ $/u);
/** "trong 3 đơn vị này", "chia 2 tổ thảo luận": told before, or the meeting's own. */
const pointedAt = swift(/^ (?:này|nói trên|nêu trên|trên đây|thảo luận)(?!\p{L})/u);
/** Where an office sits, and how to call it. */
const contact = swift(/^(?:trụ sở|địa chỉ|điện thoại|đt|hotline|liên hệ|fax|email) ?:/);
/** Prices and rates of support: sums a thing or person gets. */
const perPiece = /^(?:VND|USD)\/(?:\{(?!người|hộ|khẩu)|kg|t$|L|m2$|m3)/;
const priced = swift(
  /(?<!\p{L})(?:giá bán|mỗi suất|mỗi phần quà|trị giá mỗi|với giá(?! trị)|mức phạt|học phí|mức hỗ trợ|mức chi|mức đóng|mức vay|mệnh giá|phạt tiền)(?!\p{L})/u,
);
const wrote = /bằng chữ/;
/** "… dài 400 m cập cảng. Ảnh: Hà Lan": a picture's words, with its photographer behind. */
const credited = /(?:^|[\s(.])ảnh ?: ?[^:]{2,40}$/;
const longestCredit = 60;
const longestCaption = 300;
const caption = /(?:^|\n)(?:ảnh|hình|đ\/c|đồng chí|các đồng chí|quang cảnh|toàn cảnh)/;

/** "trên 1 ha đất", "trên một vạn dân" name what the indicator is counted per. */
function isPerUnit(reading: Reading, quantity: QuantityMention): boolean {
  const { number, comparator, unit } = quantity.value;
  // "14,3 bác sĩ/1 vạn dân"
  if (unit === "{dân}" && /\/ ?$/.test(reading.folded.slice(number.start - 2, number.start))) return true;
  return (
    comparator === "gt" &&
    /^(?:0?1|một)(?: (?:vạn|nghìn|ngàn|triệu))?$/.test(reading.folded.slice(number.start, number.end)) &&
    /^trên /.test(reading.folded.slice(quantity.start, number.start))
  );
}

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

function isScope(reading: Reading, quantity: QuantityMention, clause: Clause): boolean {
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

/** "“5 không, 3 sạch”": a slogan counts nothing. */
function isQuoted(reading: Reading, quantity: QuantityMention, clause: Clause): boolean {
  const before = reading.folded.slice(clause.start, quantity.start);
  return (
    quantity.value.kind === "count" &&
    before.split('"').length % 2 === 0 &&
    reading.folded.slice(quantity.end, clause.end).includes('"')
  );
}

/** A number of the words in a bracket that says again the sum before it. */
function isSumAgain(reading: Reading, quantity: QuantityMention, clause: Clause): boolean {
  if (isDigit(reading.units[quantity.value.number.start] ?? 0)) return false;
  const from = Math.max(clause.line.start, quantity.start - longestSum);
  const before = reading.folded.slice(from, quantity.start);
  const opens = before.lastIndexOf("(") + 1;
  if (opens === 0 || !bracketBehindSum.test(before.slice(Math.max(0, opens - 40), opens))) return false;
  const behind = reading.folded.slice(from + opens, from + opens + longestSum);
  return /^[^()\d]+đồng(?: chẵn)?[./]{0,2} ?\)/.test(behind);
}

/** Whether a number is none that the government aims at or has done. */
export function isExcluded(reading: Reading, quantity: QuantityMention, clause: Clause): boolean {
  const { unit, outOf } = quantity.value;
  if (sumInWords.test(reading.folded.slice(clause.line.start, clause.line.end))) return true;
  const clauseWords = reading.folded.slice(clause.start, clause.end);
  if (unit && perPiece.test(unit)) return true;
  // a bare whole number is a rank, a level or a mark more often than a result
  if (unit === null && outOf === null && Number.isInteger(quantity.value.value)) return true;
  if (unit && outOf === null && meetingUnit.test(unit.toLowerCase()) && !isOfWholeTerm(quantity)) return true;
  if (outOf !== null && countedAlways.test(unit ?? "")) return true;
  if (isPerUnit(reading, quantity) || pointedAt.test(reading.folded.slice(quantity.end, quantity.end + 12)))
    return true;
  if (voting.test(clauseWords) && !/cử tri|bầu cử/.test(clauseWords)) return true;
  const sentence = reading.folded.slice(clause.sentence.start, clause.sentence.end);
  if (isScope(reading, quantity, clause) || isQuoted(reading, quantity, clause)) return true;
  if (unit?.startsWith("{")) {
    if (/^(?:cùng |tham |về |đến )?dự (?!toán|án|kiến|báo|phòng|thảo)/.test(sentence)) return true;
    if (attendance.test(sentence) && /đại biểu|đồng chí|khách mời|đại diện/.test(sentence)) return true;
  }
  const before = reading.folded.slice(clause.start, quantity.start);
  if (unit && people.test(unit) && elected.test(before) && !/bầu cử/.test(before)) return true;
  if (unit === "km2" && /diện tích /.test(before.slice(-40))) return true;
  if (from.test(before) && fromThen.test(reading.folded.slice(quantity.end, clause.sentence.end))) return true;
  if (norm.test(sentence) || history.test(sentence) || elsewhereOrGuests.test(before.slice(-60))) return true;
  if (quantity.value.guessed && namesNumber.test(reading.text.slice(clause.start, quantity.start))) return true;
  if (oneOf.test(before) || contact.test(reading.folded.slice(clause.line.start, clause.line.end))) return true;
  if (background.test(before) || (outOf !== null && quantity.value.value === 1 && scale.test(before))) return true;
  if (
    quality.test(unit ?? "") &&
    whichCounted.test(before) &&
    thenCounted.test(reading.folded.slice(quantity.end, clause.end))
  )
    return true;
  if (quality.test(unit ?? "") && noMore.test(reading.folded.slice(clause.start, quantity.value.number.start)))
    return true;
  if (unit === "%" && inRespectOf.test(reading.folded.slice(quantity.end, quantity.end + 16))) return true;
  if ((quantity.value.guessed && byTheWay.test(before)) || between.test(before)) return true;
  if (othersRate.test(before) || madeOf.test(before) || mayBe.test(before)) return true;
  if (unit === "{chương trình}" && programmes.test(reading.folded.slice(quantity.end, quantity.end + 20))) return true;
  if (unit === "%" && inTurn.test(before)) return true;
  if (unit?.startsWith("VND/{") && ofStandard.test(reading.folded.slice(clause.sentence.start, quantity.start)))
    return true;
  if (sizeOfPlace.test(sentence)) return true;
  if (isSumAgain(reading, quantity, clause)) return true;
  if (wrote.test(before.slice(-60)) && before.lastIndexOf("(") > before.lastIndexOf(")")) return true;
  if (priced.test(before.slice(-40))) return true;
  if (proposal.test(before) || requested.test(reading.folded.slice(clause.sentence.start, quantity.start))) return true;
  if (credited.test(reading.folded.slice(Math.max(clause.start, clause.line.end - longestCredit), clause.line.end)))
    return clause.line.end - clause.line.start < longestCaption;
  return caption.test(sentence.slice(0, 20)) && sentence.length < 160 && /ảnh ?:|\p{L}$/u.test(sentence);
}
