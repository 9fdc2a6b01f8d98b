import { swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftFigure, Words } from "../../draft.js";
import { behindLead, countWords, folded, strip } from "../words.js";
import type { Group } from "./group.js";
import type { IndicatorFound } from "./indicators.js";
import { underParent } from "./list-parents.js";
import type { Context, Section } from "./sections.js";

/** The indicator with what it shares with its neighbours: the words, the family, or the left part of the number before. */
export function wholeIndicator(
  context: Context,
  section: Section,
  group: Group,
  found: IndicatorFound,
  last: DraftFigure | null,
): Words {
  const { reading } = context;
  const near = sameSentence(reading, last, group);
  // "tặng 1.200 suất quà trị giá 600 triệu đồng cho hộ nghèo"
  if (near && last && found.left === null && isWorth(reading, last, group))
    return [...last.indicator, ...found.words.filter(({ start }) => start >= group.end)];
  if (near && last && isCostOf(context, last, group)) return last.indicator;
  if (found.words.length === 0) {
    if (found.parent && countWords(reading, found.parent) > 0) return [found.parent];
    const total = totalBefore(reading, group);
    if (total && isOneWord(reading, last)) return [total];
    return near ? (last?.indicator ?? []) : [];
  }
  if (found.had) section.left = null;
  if (found.left && !found.thin) section.left = found.left;
  if (found.thin && found.parent) section.left = found.parent;
  const [only] = found.words;
  if (found.words.length === 1 && only && dimension.test(folded(reading, only))) {
    if (found.parent) return [found.parent, only];
    if (near && last) return [...last.indicator, only];
  }
  const crop = near && last && isYield(reading, found.words) ? cropOf(context, last) : null;
  if (crop) return [...found.words, crop];
  const sum = near && last ? sumOf(reading, last, group, found.words) : null;
  if (sum) return [sum, ...found.words];
  if (!found.thin) {
    const words = withParent(reading, found.words, section.parent);
    return words === found.words ? underParent(reading, words, group.clause, section.above) : words;
  }
  // "430.047 cử tri đã tham gia, đạt tỷ lệ 98,79%" shares all the words, "1.177 hộ với 5.941 khẩu" those on the left
  if (near && last && group.quantity?.value.kind === "share") return [...found.words, ...last.indicator];
  const left = near && !isOfAnother(context, last, group) ? section.left : null;
  const shared = found.parent ?? (left && left.start >= group.clause.sentence.start ? left : null);
  if (shared && countWords(reading, shared) <= 16)
    return saysCounted(reading, shared, found.words) ? [shared] : [shared, ...found.words];
  const total = totalBefore(reading, group) ?? leadAbove(reading, group);
  return total ? [total, ...found.words] : found.words;
}

const longestLead = 120;
const mark = swift(/^(?:\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]|[-+*•]) ?/u);

/** "c) Đối tượng đặc biệt khó khăn:" on the line above "Tổng 706 hộ …": what leads the line. */
function leadAbove(reading: Reading, { clause }: Group): Span | null {
  const above = clause.opensLine ? lines(reading)[clause.lineIndex - 1] : undefined;
  if (!above || above.end - above.start > longestLead || reading.folded.charAt(above.end - 1) !== ":") return null;
  return behindLead(reading, { start: above.start, end: above.end - 1 }, mark);
}

const worth = swift(/^,? ?(?:với |có )?(?:tổng )?trị giá(?: (?:là|gần|trên|hơn|khoảng))? ?$/u);

function isWorth({ folded: words }: Reading, last: DraftFigure, { start, quantity }: Group): boolean {
  return (
    quantity?.value.kind === "money" && last.evidence.end <= start && worth.test(words.slice(last.evidence.end, start))
  );
}

const cost = swift(
  /^[^;.:]{0,160} với (?:tổng )?(?:kinh phí|số tiền|trị giá|giá trị)(?: (?:là|gần|trên|hơn|khoảng|đạt))? ?$/u,
);

/** "hỗ trợ 25.986 người có công, hộ nghèo và trẻ em cách ly với tổng kinh phí gần 37 tỷ": what was counted cost it. */
function isCostOf({ reading, mentions }: Context, last: DraftFigure, { start, quantity }: Group): boolean {
  const counted = last.quantity === null ? null : mentions.get(last.quantity, "quantity");
  return (
    quantity?.value.kind === "money" &&
    counted?.value.kind === "count" &&
    counted.end <= start &&
    cost.test(reading.folded.slice(counted.end, start))
  );
}

/** "số xã đạt chuẩn: 3 xã (lũy kế 7 xã)": what is counted has been said. */
function saysCounted(reading: Reading, shared: Span, [only, ...others]: Words): boolean {
  return (
    only !== undefined &&
    others.length === 0 &&
    ` ${folded(reading, shared)} `.startsWith(` số ${folded(reading, only)} `)
  );
}

/** "thu ngân sách 1.262 tỷ đồng; cuối năm còn 3.414 hộ nghèo": behind a semicolon, what is counted is no part of a sum. */
function isOfAnother({ reading, mentions }: Context, last: DraftFigure | null, group: Group): boolean {
  if (!last || group.quantity?.value.kind !== "count") return false;
  // "hình thành mới 33 mô hình; có 11 sản phẩm": had, and not made
  if (/[;.] (?:đã |hiện )?có ?$/.test(reading.folded.slice(last.evidence.end, group.start))) return true;
  const kind = last.quantity === null ? "share" : mentions.get(last.quantity, "quantity")?.value.kind;
  return kind !== "count" && reading.folded.slice(last.evidence.end, group.start).includes(";");
}

/** "Năm 2018: [tổng số] 1.033 hộ, [kinh phí] 20 tỷ đồng": names of sums, which name nothing where better words stand. */
function totalBefore({ folded: words }: Reading, { start, clause }: Group): Span | null {
  const from = Math.max(clause.start, start - 20);
  const found = sumNames.exec(words.slice(from, start));
  return found && { start: from + found.index, end: from + found.index + (found.groups?.["name"]?.length ?? 0) };
}

const sumNames = swift(/(?<!\p{L})(?<name>tổng số|(?:tổng )?kinh phí|(?:tổng )?số tiền)(?: là)?[ :]{1,2}$/u);

const isOneWord = (reading: Reading, last: DraftFigure | null): boolean =>
  last !== null && last.indicator.reduce((sum, span) => sum + countWords(reading, span), 0) <= 3;

const dimension = /^(?:với )?(?:tổng )?(?:chiều )?(?:dài|rộng|cao)$/;

const yields =
  /^(?:tổng )?(?:diện tích|sản lượng|năng suất)(?: (?:gieo trồng|gieo cấy|gieo sạ|gieo|trồng|thu hoạch|canh tác|bình quân|ước))*/;

/** "năng suất", "sản lượng" alone: of what stands with the area before. */
function isYield(reading: Reading, words: Words): boolean {
  const [only, ...others] = words;
  return (
    only !== undefined &&
    others.length === 0 &&
    yields.exec(folded(reading, only))?.[0].length === only.end - only.start
  );
}

const bareAction =
  /^(?:trồng|gieo|gieo cấy|gieo trồng|thu hoạch|trồng mới|trồng thêm|chăm sóc|thả nuôi|nuôi trồng|nuôi)$/;
const predicate = /^(?:bị|được|đã|đạt|có|trên|thuộc|tại|ở) /;

/** What a number before was measured of: "diện tích [lúa Đông Xuân]". */
function cropOf({ reading, mentions }: Context, { indicator: words, quantity }: DraftFigure): Span | null {
  // "vụ lúa muộn | bị thiệt hại": what became of it names nothing
  const span = words.findLast((one) => !predicate.test(folded(reading, one)) && !isYield(reading, [one]));
  if (!span) return null;
  // "90ha [cây thuốc lá], sản lượng 135 tấn"
  const area = quantity !== null && mentions.get(quantity, "quantity")?.value.unit === "ha";
  if (!yields.test(folded(reading, words[0] ?? span)))
    return area && !bareAction.test(folded(reading, span)) ? span : null;
  const named = words.length > 1 ? span : strip(reading, behindLead(reading, span, yields));
  const average = / (?:bình quân|trung bình)$/.exec(folded(reading, named))?.[0].length ?? 0;
  const crop = { start: named.start, end: named.end - average };
  // "trồng mới 150 ha; sản lượng …": an action is no crop
  return countWords(reading, crop) > 0 && !bareAction.test(folded(reading, crop)) ? crop : null;
}

const sectors =
  /^(?:ngành |lĩnh vực |khu vực )?(?:nông|lâm|ngư|thủy sản|nông nghiệp|lâm nghiệp|công nghiệp|xây dựng|thương mại|dịch vụ|du lịch)(?:[ ,–-]+(?:nông|lâm|ngư|thủy sản|nghiệp|nông nghiệp|lâm nghiệp|công nghiệp|xây dựng|cơ bản|thương mại|dịch vụ|du lịch|và|tiểu thủ))*$/;
const sums = swift(/^(?:tổng )?giá trị(?: (?:sản xuất|sản lượng|sản phẩm|tăng thêm))?(?: ngành| lĩnh vực)?(?!\p{L})/u);

const shares = swift(/^tỷ trọng(?: (?:ngành|lĩnh vực|khu vực))?(?!\p{L})/u);

/** "Tổng giá trị sản xuất đạt 221 tỷ đồng, trong đó [dịch vụ] 73 tỷ đồng": a sector's amount is of what the total is. */
function sumOf(reading: Reading, last: DraftFigure, group: Group, words: Words): Span | null {
  const [only, ...others] = words;
  const [first] = last.indicator;
  const kind = group.quantity?.value.kind;
  if (!only || !first || others.length > 0 || last.quantity === null) return null;
  if (!sectors.test(folded(reading, only))) return null;
  if (kind === "share") {
    const share = shares.exec(folded(reading, first))?.[0];
    return share === undefined ? null : { start: first.start, end: first.start + share.length };
  }
  if (kind !== "money") return null;
  const sum = sums.exec(folded(reading, first))?.[0];
  if (sum === undefined) return null;
  // the parts of "tổng giá trị sản xuất" are told without its "tổng"
  const start = sum.startsWith("tổng giá trị sản xuất") ? first.start + "tổng ".length : first.start;
  return { start, end: first.start + sum.length };
}

function sameSentence(reading: Reading, last: DraftFigure | null, group: Group): boolean {
  return (
    last !== null &&
    last.evidence.end >= group.clause.sentence.start &&
    !reading.text.slice(last.evidence.end, group.start).includes("\n")
  );
}

/** "tỷ lệ học sinh đi học: tiểu học 100%": a short name needs its family. */
function withParent(reading: Reading, words: Words, parent: Span | null): Words {
  const [only, ...others] = words;
  const short = words.reduce((sum, span) => sum + countWords(reading, span), 0) <= 3;
  const sector = only !== undefined && others.length === 0 && sectors.test(folded(reading, only));
  return (short || sector) && parent ? [named(reading, parent), ...words] : words;
}

const shifting = swift(
  / (?:tiếp tục |có sự )?(?:chuyển dịch|thay đổi)(?: (?:theo hướng|đúng hướng|tích cực|hợp lý|mạnh)){0,2}(?: [^,;:]{0,30})?$/u,
);

/** "[Cơ cấu kinh tế] chuyển dịch đúng hướng: nông nghiệp 25%": how it changes is no part of its name. */
function named(reading: Reading, parent: Span): Span {
  const shift = shifting.exec(folded(reading, parent));
  return shift && shift.index > 0 ? { start: parent.start, end: parent.start + shift.index } : parent;
}

const family = swift(
  /^(?:tỷ lệ|tỉ lệ|tỷ trọng|cơ cấu|số|tổng|thu|chi|giá trị|diện tích|sản lượng|năng suất|huy động (?:trẻ|học sinh))(?!\p{L})/u,
);

export function isFamily(reading: Reading, parent: Span): boolean {
  const count = countWords(reading, parent);
  return count > 0 && count <= 12 && family.test(reading.folded.slice(parent.start, parent.end));
}
