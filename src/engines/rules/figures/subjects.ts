import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Surroundings } from "./comparisons.js";
import type { Group } from "./group.js";

const rate =
  /(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tốc độ|tăng trưởng|cơ cấu|tỷ suất|tỉ suất|mức tăng|mức giảm|mức sinh|độ che phủ|chỉ số hài lòng|mức độ)/;

/** Sums and outputs: their percentage is a share of the plan. */
const amount = swift(
  /(?<!\p{L})(?:tổng thu|tổng chi|thu ngân sách|chi ngân sách|thu thuế|thuế|tổng giá trị|giá trị sản xuất|gtsx|doanh thu|thu nsnn|thu cân đối|thu nội địa|sản lượng|kim ngạch|thu phí|thu quỹ|thu các|giải ngân vốn|chi thường xuyên|chi đầu tư)(?!\p{L})/u,
);

/** "Tốc độ tăng giá trị sản xuất đạt 16%, trong đó: [nông nghiệp tăng 6%; dịch vụ tăng 18%]": rates too. */
const rateOfParts = /tốc độ (?:tăng|tăng trưởng) [^.;]{3,90}\d ?%[^.:]{0,40}[,;]? trong đó:?[^.:]*$/;
const sectorNext = swift(
  /[,;:(] ?(?:trong đó:? ?)?(?:và |còn )?(?:khu vực |ngành |lĩnh vực |giá trị |sản xuất )*(?:nông|lâm|thủy|công nghiệp|cn|xây dựng|thương mại|tm|dịch vụ)(?!\p{L})[^;.\d%]{0,70}$/u,
);
const farthestLead = 240;

/** A row of results told as shares of their plans goes on: "giá trị sản xuất đạt 53%; TM-DV đạt 52%". */
export function toldAsShares(before: Group | null, groups: readonly Group[]): boolean {
  const last = groups.at(-1) ?? before;
  return last !== null && last.quantity === null && last.comparisons[0]?.basis === "plan";
}

const rateOf = swift(/(?<!\p{L})t[ỷỉ] lệ (?<noun>\p{L}+) [^,;:.\d]{2,60}? (?<verb>giảm|tăng|giảm còn|còn) $/u);
const sameNoun = swift(
  /^[^,;.]{0,30}, (?:và |còn |riêng )?(?<noun>\p{L}+) [^,;:.\d]{2,40}? (?<verb>giảm|tăng|giảm còn|còn) $/u,
);

/** "Tỷ lệ hộ nghèo giảm 1,7%, [hộ cận nghèo giảm 1,5%]": the same noun again is told of by its rate too. */
export function sharesRate(
  { folded }: Reading,
  clauseStart: number,
  { start, quantity }: Group,
  fresh: { readonly from: number; readonly to: number },
): boolean {
  if (quantity?.value.unit !== "%") return false;
  const first = rateOf.exec(folded.slice(clauseStart, start))?.groups;
  const next = first && sameNoun.exec(folded.slice(fresh.from, fresh.to))?.groups;
  return next?.["noun"] === first?.["noun"] && next?.["verb"] === first?.["verb"] && first !== undefined;
}

/** "Tốc độ tăng trưởng đạt 7%; trong đó [nông nghiệp tăng 3%]": the next sector's rate is a result of its own. */
export function isRateOfPart({ folded }: Reading, clauseStart: number, from: number, at: number): boolean {
  if (!sectorNext.test(folded.slice(from, at))) return false;
  return rateOfParts.test(folded.slice(Math.max(0, clauseStart - farthestLead), at));
}

/** What kind of thing the words before a number measure. */
export function subjectOf(
  reading: Reading,
  clauseStart: number,
  previousEnd: number,
  at: number,
  current: Group | null,
  sharesOfPlan: boolean,
): Pick<Surroundings, "isRate" | "isAmount"> {
  const lead = reading.folded.slice(Math.max(0, clauseStart - farthestLead), at);
  const words = reading.folded.slice(subjectStart(reading, clauseStart, previousEnd, at), at);
  const fresh = reading.folded.slice(previousEnd, at);
  const isRate = rateOfParts.test(lead) || rate.test(words.replace(/(?:đạt|chiếm|với) (?:tỷ lệ|tỉ lệ)/g, ""));
  const kind = current?.quantity?.value.kind;
  const follows =
    current !== null &&
    (kind === "money" || kind === "measure") &&
    /^(?: (?:kh|kế hoạch|dự toán|chỉ tiêu))?[ ,(]{0,3}(?:đã |ước )?(?:đạt|bằng|=|hoàn thành)[^,;]{0,12}$/.test(fresh);
  const alike = sharesOfPlan && !isRate && /^[^\d]{0,60}(?:đạt|ước đạt) ?$/.test(fresh);
  return { isRate: isRate && !follows, isAmount: follows || alike || amount.test(fresh) };
}

/** The subject of a comparison may stand before an earlier number of its clause only if no comma parts them. */
function subjectStart({ folded }: Reading, clauseStart: number, previousEnd: number, at: number): number {
  const comma = folded.slice(clauseStart, at).lastIndexOf(", ");
  return comma < 0 ? previousEnd : Math.min(previousEnd, clauseStart + comma);
}
