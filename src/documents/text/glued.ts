import { swift } from "../../vietnamese/text/patterns.js";

const verbBefore = swift(
  /(?<![\p{L}\p{N}])(?:đạt|được|còn|gần|hơn|trên|dưới|khoảng|bằng|tăng|giảm|vượt|ước|chiếm|là)(?=\d)/giu,
);
/** The last letters of those words and the first of these, asked for in one look at most texts. */
const mayTouch = /[tcnigmà]\d|\d[tqnưđ]/i;
const yearBefore = swift(
  /(?<=(?<!\p{L})năm (?:19|20)\d\d)(?=(?:ước|đạt|là|thu|tăng|giảm|toàn|huyện|xã|tỉnh)(?!\p{L}))/giu,
);
const timeBehind = swift(/(?<![\p{L}\p{N}.,/-])\d{1,2}(?=(?:tháng|quý|năm)(?!\p{L}))/giu);

/**
 * A space put back where a number touches the word before or behind it: "đạt13,04%", "6tháng cuối năm". Only words that
 * lead to a number and those of time: letters and digits in one are a name otherwise ("QL1A", "Covid19").
 */
export function withPartedNumbers(text: string): string {
  return !mayTouch.test(text)
    ? text
    : text.replace(verbBefore, "$& ").replace(timeBehind, "$& ").replace(yearBefore, " ");
}
