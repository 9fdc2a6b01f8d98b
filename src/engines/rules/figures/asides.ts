import type { Mentions } from "../../../mentions/mention.js";
import { allMatches, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { Words } from "../../draft.js";
import { countWords, folded, spanOf, strip } from "../words.js";

const comparedTo = /,? ?\(?so (?:với )?(?:cùng kỳ|năm|đầu|kế hoạch|tháng|quý|nhiệm kỳ)[^,;:()]{0,30}\)?/;

const lengthOfTime = swift(/(?:trong )?(?<![\p{L}\d])\d{1,2} (?:tháng(?: qua)?|năm qua)(?!\p{L})/gu);
const brackets = /\([^()]{1,300}\)/g;
const pointing = swift(
  /^\((?:(?:biểu|phụ lục|kèm|chi tiết|có danh mục|đính kèm|theo|xem)(?!\p{L})|(?:kế hoạch|kh|chỉ tiêu|dự toán)(?: là)?[ :]{0,2}\d)/u,
);
/** the bound of the number itself; that of a number within the words stays: "số xã đạt 10 tiêu chí trở lên" */
const boundBehind = swift(/ trở (?:lên|xuống)(?!\p{L})(?<!\d[^,;]{0,30} trở \p{L}+)/u);
/** a table's bars among them: "Thu nội địa | 6.060 tỷ đồng" */
const looseSigns = " ,:;-|";
const yearly = /,? (?:trong|của|ở|vào|tính)$/;

/** The words without the period, the comparison and long brackets that stand among them. */
export function withoutAsides(reading: Reading, mentions: Mentions, words: Words): Words {
  return words.flatMap((span) => {
    const told = folded(reading, span);
    const cuts: Span[] = allMatches(lengthOfTime, told).map((match) => spanOf(match, span.start));
    cuts.push(...mentions.of("period", span).map(({ start, end }) => ({ start, end })));
    const bound = boundBehind.exec(told);
    if (bound) cuts.push(spanOf(bound, span.start));
    const compared = comparedTo.exec(told);
    if (compared && compared.index > 0) cuts.push(spanOf(compared, span.start));
    for (const bracket of allMatches(brackets, told)) {
      const cut = spanOf(bracket, span.start);
      if (countWords(reading, cut) > 6 || pointing.test(bracket[0])) cuts.push(cut);
    }
    return without(reading, span, cuts);
  });
}

function without(reading: Reading, span: Span, cuts: readonly Span[]): Span[] {
  const found: Span[] = [];
  let start = span.start;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start < start) continue;
    const before = folded(reading, { start, end: cut.start });
    found.push(
      strip(reading, { start, end: cut.start - (yearly.exec(before.trimEnd())?.[0].length ?? 0) }, looseSigns),
    );
    start = cut.end;
  }
  found.push(strip(reading, { start, end: span.end }, looseSigns));
  return found.map((part) => tidy(reading, part)).filter((part) => countWords(reading, part) > 0);
}

const dangling =
  / (?:và|với|cùng|để|có|cho|trong|đạt|là|của|hoặc|do|từ|ở|tại|(?<!cấp )trên|được|còn|(?:với |có )?(?:tổng )?trị giá)$/;

/** The words without a bracket that has no partner and without a last word that leads on to what was cut. */
function tidy(reading: Reading, span: Span): Span {
  let { start, end } = span;
  for (let turns = 0; turns < 3; turns++) {
    const words = reading.folded.slice(start, end);
    const open = words.indexOf("(");
    const close = words.indexOf(")");
    const last = dangling.exec(words);
    if (open === 0 && close < 0) start++;
    else if (close >= 0 && (open < 0 || close < open)) start += close + 1;
    else if (open >= 0 && close < 0) end = start + open;
    else if (last) end = start + last.index;
    else break;
    ({ start, end } = strip(reading, { start, end }, looseSigns));
  }
  return { start, end };
}
