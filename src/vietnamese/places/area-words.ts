import provinces from "../data/provinces.json" with { type: "json" };
import { Lexicon } from "../text/lexicon.js";
import { swift } from "../text/patterns.js";

/** The types of unit of the Law on Organisation of Local Government, before and after 2025-07-01. */
export type AreaType = "tỉnh" | "thành phố" | "quận" | "huyện" | "thị xã" | "phường" | "xã" | "thị trấn" | "đặc khu";

export interface AreaName {
  readonly type: AreaType;
  /** without the type word, in title case: "Quang Minh"; "1" of Phường 1 */
  readonly name: string;
  readonly level: "province" | "district" | "commune";
}

/** The words of each type of unit, abbreviations included. */
export const areaTypeWords = new Lexicon<AreaType>({
  tỉnh: "tỉnh",
  "thành phố": "thành phố",
  "thành phố (tp)": "thành phố",
  tp: "thành phố",
  "tp.": "thành phố",
  quận: "quận",
  "q.": "quận",
  huyện: "huyện",
  "h.": "huyện",
  "thị xã": "thị xã",
  "thị xã (tx)": "thị xã",
  tx: "thị xã",
  "tx.": "thị xã",
  phường: "phường",
  p: "phường",
  "p.": "phường",
  xã: "xã",
  "thị trấn": "thị trấn",
  tt: "thị trấn",
  "tt.": "thị trấn",
  "đặc khu": "đặc khu",
});

const levels: Readonly<Record<AreaType, AreaName["level"]>> = {
  tỉnh: "province",
  "thành phố": "district",
  quận: "district",
  huyện: "district",
  "thị xã": "district",
  phường: "commune",
  xã: "commune",
  "thị trấn": "commune",
  "đặc khu": "commune",
};

/** Written as one word or with its own abbreviation. */
export const hoChiMinhCity = new Lexicon({ tphcm: 1, "tp hcm": 1, "tp.hcm": 1, "thành phố hcm": 1, "tp. hcm": 1 });
/** Provinces and central cities of both lists, with the unit that the bare name means. */
export const provinceNames = new Lexicon<AreaName>([
  ...provinces.provinces.map((name) => [name, area("tỉnh", name)] as const),
  ["Thừa Thiên - Huế", area("tỉnh", "Thừa Thiên Huế")],
  ...provinces.cities.map((name) => [name, area("thành phố", name)] as const),
]);
/** Cities that are provinces. */
export const centralCities = Lexicon.of(provinces.cities);
/** Units whose own names are written with a dash (the lists of 2025-03-01 and 2026-07-25). */
export const dashedNames = Lexicon.of([
  "Phan Rang - Tháp Chàm",
  "Văn Miếu - Quốc Tử Giám",
  "Phương Liên - Trung Tự",
  "Chân Mây - Lăng Cô",
  ...["Lâm Viên", "Xuân Hương", "Cam Ly", "Xuân Trường"].map((name) => `${name} - Đà Lạt`),
]);
/** What makes a type word a part of another: "hợp tác xã", "cấp xã". */
export const wordsBeforeNoArea = swift(/(?<!\p{L})(?:hợp tác|thông tấn|liên|cấp|bảo hiểm|chính sách) {1,3}$/u);
/** Capitalised words that are no part of a name before them. */
export const wordsAfterName = Lexicon.of(["khóa", "nhiệm kỳ", "kỳ họp"]);
/** The same in a line of capitals, where every word is capitalised. */
export const wordsAfterNameInHeading = Lexicon.of(
  `khóa,nhiệm kỳ,kỳ họp,đã,tổ chức,năm,về,lần,trong,tại,thông qua,đối với,giai đoạn,và,với,là,có,tăng,giảm,đạt,thực hiện,
  hoàn thành,đẩy mạnh,vào,khai mạc,bế mạc,tổng kết,sơ kết,triển khai`.split(/,\s*/),
);
/** What stands behind "HĐND xã" where its name is left out: "HĐND xã Khóa XI". */
export const wordsNeverName = Lexicon.of(["khóa", "kỳ họp", "kì họp", "nhiệm kỳ"]);
/** First syllables that are no place's name when they stand alone: "Quận Đoàn", "xã Hội". */
export const wordsNoName = new Set("hội đảng đoàn ủy ban mặt công sở thường đội chủ phó bí đại ngày".split(" "));
/** What is counted, so that the number before it is none of a ward: "quận 12 phường". */
export const countedAfterNumber = Lexicon.of(
  "tổ,hộ,đơn vị,phường,xã,khu,ấp,thôn,trường,chi bộ,đồng chí,dự án,tỷ,triệu,người,trạm,năm,tháng".split(","),
);

/** The unit of that type and name, with its level: a central city is a province. */
export function area(type: AreaType, name: string): AreaName {
  const central = type === "thành phố" && provinces.cities.includes(name);
  return { type, name, level: central ? "province" : levels[type] };
}
