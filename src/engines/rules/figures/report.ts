import { Lexicon } from "../../../vietnamese/lexicon.js";
import type { Reading } from "../../../vietnamese/reading.js";
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
  "diện tích gieo",
  "tổng diện tích",
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
]);
/** So many official figures make a report, and the rest of its numbers are then believed too. */
const enough = 4;

/** The figures of a text without a meeting: all of them where it proves to be a report, else only the official ones. */
export function onlyReported(reading: Reading, figures: readonly DraftFigure[]): DraftFigure[] {
  const known = figures.filter((figure) => isOfficial(reading, figure));
  return known.length >= enough && known.length * 3 >= figures.length
    ? [...figures]
    : known.filter((figure) => known.length > 1 || figure.comparisons.length > 0);
}

function isOfficial(reading: Reading, figure: DraftFigure): boolean {
  if (figure.comparisons.length > 0 || figure.status !== null) return true;
  return figure.indicator.some(({ start, end }) => [...official.matchAll(reading.folded, start, end)].length > 0);
}
