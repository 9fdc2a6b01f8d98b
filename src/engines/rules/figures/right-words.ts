import { allMatches, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { countWords, folded, strip } from "../words.js";
import type { Field, Group } from "./group.js";
import { attainingWords, openingWords, startsOwn } from "./left-words.js";
import { isWithinPair } from "./pairs.js";

/** "9/10 tổ dân phố[, buôn đạt danh hiệu văn hóa]": further nouns are counted with the first */
const counts = swift(
  /^(?:, \p{L}+(?: \p{L}+){0,2}?){1,3} (?:đạt|được|có|giữ vững|triển khai|thực hiện|tham gia|hoàn thành|đăng ký|tổ chức) /u,
);

/** "2.045 xã (23%) [được công nhận đạt chuẩn]" */
const shareBehind = swift(
  /^ ?\((?:chiếm |đạt |bằng |tương đương )?(?:tỷ lệ |tỉ lệ )?\d[\d.,]* ?%\) (?=(?:đã |được |đạt |có |hoàn thành |tham gia |sử dụng ))/u,
);
const namesBehind = /^ \([^()\d]{1,120}\) ?(?=(?:đã|được|đạt|có) )/;

/** "chi 20 tỷ đồng (vốn của tỉnh: 5 tỷ đồng)": the words of the number in the bracket */
const opensBracket = /^ ?\([^)]*$/;
const joint = /^(?:và|với|cùng|hoặc|hay)$/;

const wordBehind = swift(/^ {0,2}[\p{L}"(]/u);
const ofWhole = swift(/^ (?:trên|trong|của|so với|tổng|gdp|grdp)(?!\p{L})/u);

/** Words directly behind the number, up to the next clause or number. */
export function behind(reading: Reading, group: Group, field: Field): Span | null {
  if (!group.quantity) return null;
  const { end: mentionEnd, value } = group.quantity;
  const start = behindPlan(reading, group) ?? Math.min(mentionEnd, value.unitWords?.end ?? mentionEnd);
  // "6 xã (A, B, C) [đã được công nhận]": names in brackets part nothing
  const names = namesBehind.exec(reading.folded.slice(mentionEnd, field.to));
  if (names)
    return strip(reading, {
      start: mentionEnd + names[0].length,
      end: behindEnd(reading, group, mentionEnd + names[0].length, field.to),
    });
  const share = shareBehind.exec(reading.folded.slice(mentionEnd, group.clause.end));
  if (share) {
    const start = mentionEnd + share[0].length;
    const length = /^[^\d,;.()]*/.exec(reading.folded.slice(start, group.clause.end))?.[0].length ?? 0;
    return strip(reading, { start, end: start + length });
  }
  const comparison = group.comparisons.map((one) => one.text.start).filter((at) => at >= start);
  const end = Math.min(field.to, ...comparison);
  if (counts.test(reading.folded.slice(start, Math.min(end, start + 60))) && group.quantity.value.outOf !== null)
    return strip(reading, { start, end: behindEnd(reading, group, start + 1, end) });
  if (
    end <= start ||
    opensBracket.test(reading.folded.slice(start, end)) ||
    !wordBehind.test(reading.folded.slice(start, start + 3))
  )
    return null;
  // "360 tỷ đồng, chiếm [1,46%] trên tổng dư nợ": a share tells of what stands before, not of its whole
  if (group.quantity.value.kind === "share" && isShareOfWhole(reading, group, start)) return null;
  const span = strip(reading, { start, end: behindEnd(reading, group, start, end) });
  // "23 tỷ đồng là [vốn của tỉnh]"
  const told = {
    start: span.start + (/^(?:là|trở lên|trở xuống) /.exec(folded(reading, span))?.[0].length ?? 0),
    end: span.end - (/ (?:chiếm|đạt)(?: tỷ lệ| tỉ lệ)?$/.exec(folded(reading, span))?.[0].length ?? 0),
  };
  if (/^(?:và|đồng thời|cùng với) /.test(folded(reading, told))) return null;
  return countWords(reading, told) > 0 && !joint.test(folded(reading, told)) ? told : null;
}

const bracketed = /^ ?\([^()]*\)/;

/** "huy động 500 tỷ đồng (kế hoạch 900 tỷ đồng) [xây dựng đường]": behind the bracket with the plan's amount. */
function behindPlan({ folded }: Reading, { quantity, comparisons, end }: Group): number | null {
  if (quantity === null || comparisons.length === 0) return null;
  const bracket = bracketed.exec(folded.slice(quantity.end, quantity.end + 120))?.[0];
  const behind = quantity.end + (bracket?.length ?? 0);
  return bracket !== undefined && end < behind && end > quantity.end ? behind : null;
}

/** What it is for and what it consists of are told behind what it is: "168 đơn vị cấp xã [để đưa vào vận hành]". */
const purpose = swift(/ (?:và không còn|để|nhằm|góp phần|qua đó|từ đó|gồm|bao gồm)(?!\p{L})/u);

function isShareOfWhole({ folded }: Reading, group: Group, at: number): boolean {
  const before = folded.slice(Math.max(group.clause.start, group.start - 16), group.start);
  // "206.810 người, chiếm tỷ lệ 35,1% [lực lượng lao động]": behind an amount, whatever follows is the whole
  if (/\d[^,;]{0,40}, (?:và )?chiếm(?: tỷ lệ| tỉ lệ)? ?$/.test(folded.slice(group.clause.start, group.start)))
    return true;
  return (
    /(?:, ?(?:và )?|\(| và )(?:chiếm|tương đương|bằng)(?: tỷ lệ| tỉ lệ| với| khoảng| gần| trên| hơn)? ?$/.test(
      before,
    ) && ofWhole.test(folded.slice(at, at + 10))
  );
}

const partings = /, |,$|[:.] /g;

/** The end of the phrase behind a number: a short second part of an enumeration belongs to it. */
function behindEnd(reading: Reading, group: Group, start: number, end: number): number {
  const slice = reading.folded.slice(start, end);
  const commas = allMatches(partings, slice)
    .map((match) => match.index)
    .filter((at) => !isWithinPair(slice, at));
  const [first, second] = commas;
  const aim = purpose.exec(slice)?.index;
  if (aim !== undefined && (first === undefined || aim < first)) return start + aim;
  if (first === undefined) return end;
  const next = { start: start + first + 1, end: second === undefined ? end : start + second };
  const stripped = strip(reading, next);
  const short = countWords(reading, stripped) <= 3 && countWords(reading, stripped) > 0;
  // "90% người dân, doanh nghiệp hài lòng": a bare noun says nothing yet, so the next part belongs to it
  const ofSeveral = group.quantity?.value.kind === "share" || group.quantity?.value.outOf != null;
  const bare = ofSeveral && countWords(reading, { start, end: start + first }) <= 3;
  if (bare && slice.charAt(first) === "," && next.end - next.start < 90) return behindNext(reading, next, end);
  const joins =
    slice.charAt(first) === "," &&
    short &&
    !startsOwn(reading, stripped) &&
    !attainingWords.matchAt(reading, stripped.start) &&
    !openingWords.matchAt(reading, stripped.start);
  return joins ? next.end : start + first;
}

/** Takes further bare nouns of an enumeration along: "cán bộ, công chức, viên chức sử dụng chữ ký số". */
function behindNext(reading: Reading, part: Span, end: number): number {
  const following = /^, [^,:.]{2,90}/.exec(reading.folded.slice(part.end, end));
  return following && countWords(reading, part) <= 2 ? part.end + following[0].length : part.end;
}
