import type { Line } from "../lines.js";

const image = /!\[[^[\]\n]{0,500}\]\([^()\n]{0,1000}\)/g;
const emptyImage = /^!?\[(?:img|image)?\]$/i;
const link = /\[([^[\]\n]{1,500})\]\((?:https?:|\/|#|\.)[^()\s]{0,1000}(?: "[^"\n]{0,300}")?\)/g;
const emojiCode = /:[a-z][a-z0-9_]{1,30}:/g;
const emphasis = /(\*{1,3})(?=[^\s*])([^*\n]{1,4000})(?<=[^\s*])\1/g;
const heading = /^#{1,6} (?=\S)/;
const underline = /^(?:={3,}|-{3,})$/;
const quote = /^> ?/;

/** Markdown's marks taken off: pictures gone, links as their words, emphasis as plain text, headings told as such. */
export function withoutMarkdown(lines: readonly Line[]): Line[] {
  const plain: Line[] = [];
  for (const line of lines) {
    if (underline.test(line.text)) {
      const above = plain[plain.length - 1];
      if (above && !line.gap && line.text.startsWith("=")) plain[plain.length - 1] = { ...above, heading: true };
      continue;
    }
    const text = withoutMarks(line.text);
    if (text) plain.push({ text, gap: line.gap, heading: line.heading || heading.test(line.text) });
  }
  return plain;
}

/** The words of a line without Markdown's marks. */
export function withoutMarks(text: string): string {
  if (!/[*[#>]/.test(text)) return text;
  if (emptyImage.test(text)) return "";
  return text
    .replace(image, "")
    .replace(link, (_, words: string) => words.replace(emojiCode, ""))
    .replace(emphasis, "$2")
    .replace(heading, "")
    .replace(quote, "")
    .trim();
}
