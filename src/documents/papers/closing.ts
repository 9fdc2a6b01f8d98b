import { swift } from "../../vietnamese/text/patterns.js";
import type { Reading } from "../../vietnamese/text/reading.js";
import type { Span } from "../../vietnamese/text/span.js";
import { isCapitals } from "../lines.js";
import type { Passage, Signer } from "./paper.js";
import { passage, wordsOf } from "./passage.js";

const recipientsLead = /^nơi nhận ?:? ?/u;
const recipientMark = /^[-–+•*] ?/u;
const authority = swift(/^(?:tm|kt|tl|tuq|q)\. ?\p{L}/u);
const post = swift(
  /^(?:phó |quyền )?(?:chủ tịch|bí thư|giám đốc|chánh văn phòng|bộ trưởng|thứ trưởng|trưởng ban|chủ nhiệm|thủ tướng|viện trưởng|tổng giám đốc|chủ tọa)(?!\p{L})/u,
);
const name = /^\p{Lu}[\p{L}'’.-]{0,10}(?: \p{Lu}[\p{L}'’.-]{0,10}){1,5}$/u;
const longestPost = 80;
/** lines between the post and the name: what is written on the seal and the signature */
const mostBetween = 3;

/** Whether what follows the body begins here: the list of recipients or the signature. */
export function opensClosing(reading: Reading, line: Span): boolean {
  const words = wordsOf(reading, line);
  if (recipientsLead.test(words)) return true;
  return isCapitals(reading.text.slice(line.start, line.end)) && (authority.test(words) || isPost(words));
}

const isPost = (words: string): boolean => post.test(words) && words.length <= longestPost;

/** Whom the paper is sent to, an item each. */
export function readRecipients(reading: Reading, lines: readonly Span[]): readonly Passage[] {
  const at = lines.findIndex((line) => recipientsLead.test(wordsOf(reading, line)));
  const head = lines[at];
  if (!head) return [];
  const lead = recipientsLead.exec(wordsOf(reading, head))?.[0].length ?? 0;
  const items = [{ start: head.start + lead, end: head.end }];
  for (const line of lines.slice(at + 1)) {
    if (!recipientMark.test(wordsOf(reading, line))) break;
    items.push(line);
  }
  return items
    .map((item) => withoutSigns(reading, item))
    .filter(({ start, end }) => end > start)
    .map((item) => passage(reading, item));
}

function withoutSigns(reading: Reading, { start, end }: Span): Span {
  const mark = recipientMark.exec(wordsOf(reading, { start, end }))?.[0].length ?? 0;
  const sign = /[;.]$/.test(reading.text.slice(start, end)) ? 1 : 0;
  return { start: start + mark, end: Math.max(start + mark, end - sign) };
}

/** Who signed, in whose name: "TM. HỘI ĐỒNG NHÂN DÂN / CHỦ TỊCH / Trịnh Thị Ngoan". */
export function readSigner(reading: Reading, lines: readonly Span[]): Signer | null {
  const isHead = (line: Span) => isCapitals(reading.text.slice(line.start, line.end));
  const atPost = lines.findIndex((line) => isHead(line) && isPost(wordsOf(reading, line)));
  const atAuthority = lines.findIndex((line) => isHead(line) && authority.test(wordsOf(reading, line)));
  const at = Math.max(atPost, atAuthority);
  if (at < 0) return null;
  const signed = lines
    .slice(at + 1, at + 2 + mostBetween)
    .find(({ start, end }) => name.test(reading.text.slice(start, end)));
  const of = (index: number) => (lines[index] ? passage(reading, lines[index]) : null);
  return { authority: of(atAuthority), post: of(atPost), name: signed ? passage(reading, signed) : null };
}
