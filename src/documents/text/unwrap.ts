import { fold } from "../../vietnamese/text/fold.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { endsSentence, isCapitals, type Line } from "../lines.js";

const itemStart = swift(
  /^(?:[-+*•–—] ?|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)] |\(?[\p{L}]{1,2}\) |[ivxlc]{1,6}[.)] |điều \d|(?:phần|chương|mục|căn cứ|xét|nơi nhận|kính gửi)(?!\p{L}))/u,
);
const fewestBroken = 3;
/** of lines that could go on, in a text that is wrapped */
const brokenShare = 0.2;

/**
 * Joins the lines of a text that was wrapped at a fixed width, so that a paragraph is one line again. A text counts as
 * wrapped when many of its lines stop inside a sentence and the next begins with a small letter; others stay as they are.
 */
export function unwrap(lines: readonly Line[]): readonly Line[] {
  const broken = lines.filter((line, index) => index > 0 && breaksWord(lines[index - 1], line)).length;
  if (broken < fewestBroken || broken < brokenShare * lines.length) return lines;
  const width = widthOf(lines);
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs[paragraphs.length - 1];
    if (paragraph && goesOn(paragraph[paragraph.length - 1], line, width)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap(([first, ...rest]) =>
    first ? [{ ...first, text: [first, ...rest].map((line) => line.text).join(" ") }] : [],
  );
}

function breaksWord(above: Line | undefined, line: Line): boolean {
  return above !== undefined && !line.gap && !endsSentence(above.text) && /^\p{Ll}/u.test(line.text);
}

function goesOn(above: Line | undefined, line: Line, width: number): boolean {
  if (!above || line.gap || /[.;:!?…]["”)]?$/u.test(above.text)) return false;
  if (isCapitals(above.text) || isCapitals(line.text) || itemStart.test(fold(line.text.slice(0, 20)))) return false;
  return /^\p{Ll}/u.test(line.text) || above.text.length >= width / 2;
}

/** The length that nine lines of ten do not pass. */
function widthOf(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}
