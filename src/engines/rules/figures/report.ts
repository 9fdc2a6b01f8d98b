import { fold, foldedWords } from "../../../vietnamese/text/fold.js";
import { Lexicon } from "../../../vietnamese/text/lexicon.js";
import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines, sentences } from "../../../vietnamese/text/sentences.js";
import { firstPast, type Span } from "../../../vietnamese/text/span.js";
import type { DraftFigure } from "../../draft.js";

/** Names of indicators by which a text shows that it reports on a place, and does not only tell a story with numbers in it. */
const official = Lexicon.of([
  "tỷ lệ",
  "tỉ lệ",
  "tỷ trọng",
  "tốc độ tăng trưởng",
  "tổng thu",
  "tổng chi",
  "thu ngân sách",
  "chi ngân sách",
  "tổng giá trị",
  "giá trị sản xuất",
  "thu nhập bình quân",
  "bình quân thu nhập",
  "bình quân đầu người",
  "cơ cấu kinh tế",
  "cơ cấu cây trồng",
  "grdp",
  "gdp",
  "sản lượng",
  "năng suất",
  "diện tích",
  "doanh thu",
  "kim ngạch",
  "tăng trưởng",
  "tổng đàn",
  "độ che phủ",
  "dư nợ",
  "tổng vốn",
  "tổng số",
  "số hộ",
  "hộ nghèo",
  "hộ cận nghèo",
  "số dân",
  "tiêu chí",
  "tổng kinh phí",
  "gia đình văn hóa",
  "hộ gia đình",
  "chi bộ",
  "đảng viên",
  "nông thôn mới",
  "nguồn vốn",
  "kế hoạch vốn",
  "vốn ngân sách",
  "ngân sách trung ương",
  "giải ngân",
  "phạm tội",
  "tội phạm",
  "tai nạn giao thông",
  "đạt chuẩn",
  "giải quyết việc làm",
  "giá trị ngành",
]);
/** Headlines of lists of targets, and of resolutions that set them; results told of one are none. */
const targetHeadline = swift(
  /^(?:[^:]{2,40}: ?)?(?:(?:các|một số|những) (?:chỉ tiêu|mục tiêu)|chỉ tiêu|mục tiêu|phương hướng|nghị quyết[^.]{0,60} về (?:nhiệm vụ|kế hoạch|mục tiêu|chỉ tiêu|phương hướng))(?!\p{L})/u,
);
const results = swift(
  /(?<!\p{L})(?:kết quả|tổng kết|sơ kết|đánh giá|quyết toán|tình hình|sau \d|đạt|vượt|hoàn thành)(?!\p{L})/u,
);

/** Whether a headline says that its text tells targets. */
export function announcesTargets(title: string | null): boolean {
  const words = foldedWords(title ?? "");
  return targetHeadline.test(fold(title ?? "")) && !results.test(words);
}

const reportLine = swift(
  /^(?:báo cáo )?(?:kết quả (?:thực hiện|xây dựng|phát triển|công tác)|tình hình (?:kinh tế|phát triển|thực hiện))(?!\p{L})/u,
);

/** Whether a short line at the head says that the text is a report, all of whose numbers are believed. */
export function isReport(reading: Reading): boolean {
  return lines(reading)
    .filter(({ start, end }) => start <= 1000 && end - start <= 160)
    .some(({ start, end }) => reportLine.test(reading.folded.slice(start, end)));
}

/** So many official figures make a report, and the rest of its numbers are then believed too. */
const enough = 4;

/**
 * The figures of a text without a meeting: all of them where it proves to be a report, else the official ones, and with
 * them what their sentences and those of a government's own acts tell.
 */
export function onlyReported(reading: Reading, figures: readonly DraftFigure[]): DraftFigure[] {
  const known = figures.filter((figure) => isOfficial(reading, figure));
  if (known.length >= enough && known.length * 3 >= figures.length) return [...figures];
  if (known.length <= 1) return known.filter((figure) => figure.comparisons.length > 0);
  const believed = new Set(known.map((figure) => sentenceOf(reading, figure)));
  return figures.filter((figure) => {
    const sentence = sentenceOf(reading, figure);
    return believed.has(sentence) || (sentence !== null && tellsOwnActs(reading, sentence));
  });
}

function sentenceOf(reading: Reading, { evidence }: DraftFigure): Span | null {
  const line = firstReaching(lines(reading), evidence.end);
  return line ? firstReaching(sentences(reading, line), evidence.end) : null;
}

const firstReaching = (sorted: readonly Span[], at: number): Span | null =>
  sorted[firstPast(sorted, ({ end }) => end >= at)] ?? null;

const ownActs = swift(
  /^(?:[^,.;]{2,60}, )?(?:toàn |đảng bộ |chính quyền |ubnd |ủy ban nhân dân )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|địa phương)(?: (?!đã)\p{L}{2,7}){0,3} (?:đã|cũng đã|hiện có|có)(?!\p{L})/u,
);

/** "Huyện đã làm mới 120 tuyến đường, xây 8 trạm bơm": what a government says that it did. */
const tellsOwnActs = ({ folded }: Reading, { start, end }: Span): boolean => ownActs.test(folded.slice(start, end));

function isOfficial(reading: Reading, figure: DraftFigure): boolean {
  if (figure.comparisons.length > 0 || figure.status !== null) return true;
  return figure.indicator.some(({ start, end }) => [...official.matchAll(reading, start, end)].length > 0);
}
