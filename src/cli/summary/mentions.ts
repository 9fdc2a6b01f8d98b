import type { Mention, MentionKind } from "../../mentions/mention.js";
import { alignRows } from "../terminal/layout.js";
import { printable } from "../terminal/printable.js";
import type { Style } from "../terminal/style.js";

const colours: Readonly<Record<MentionKind, number>> = {
  quantity: 0,
  date: 1,
  period: 1,
  session: 2,
  term: 2,
  mandate: 2,
  body: 3,
  area: 4,
  person: 5,
  paper: 3,
};

/** Each line of the text with its mentions set off by kind, and below it what each was read as and by which rule. */
export function describeMentions(text: string, mentions: readonly Mention[], style: Style): string {
  let written = "";
  let start = 0;
  let next = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const first = next;
    while ((mentions[next]?.start ?? Number.POSITIVE_INFINITY) <= end) next++;
    const here = mentions.slice(first, next);
    written += `${tinted(text, { start, end }, here, style)}\n`;
    for (const row of alignRows(here.map((mention) => described(text, mention))))
      written += `${style.dim(`    ${row}`)}\n`;
    start = end + 1;
  }
  return `${written}\n`;
}

function described(text: string, { id, kind, rule, start, end, value }: Mention): readonly string[] {
  return [id, kind, `“${printable(text.slice(start, end))}”`, printable(rule), printable(JSON.stringify(value))];
}

/** Of mentions that lie within one another the outermost is set off. */
function tinted(
  text: string,
  line: { readonly start: number; readonly end: number },
  mentions: readonly Mention[],
  style: Style,
): string {
  let written = "";
  let at = line.start;
  for (const mention of mentions) {
    if (mention.start < at) continue;
    const words = printable(text.slice(mention.start, mention.end));
    written += printable(text.slice(at, mention.start)) + style.tint(words, colours[mention.kind]);
    at = mention.end;
  }
  return written + printable(text.slice(at, Math.max(at, line.end)));
}
