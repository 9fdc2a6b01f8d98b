import type { Mentions } from "../../../mentions/mention.js";
import { anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import type { DraftResolution } from "../../draft.js";
import { beginningWith, strip, wholeWords } from "../words.js";

type LegalBasis = DraftResolution["legalBases"][number];

/** Papers that a resolution can rest on. What is examined (tờ trình, báo cáo) stands behind "Xét" and is none. */
const papers = [
  ...["hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị quyết", "nghị định", "quyết định", "chỉ thị", "thông tư"],
  ...["thông tư liên tịch", "kết luận", "kế hoạch", "chương trình", "hướng dẫn", "quy định", "công văn", "thông báo"],
];
const lead = /^(?:[-+*•] ?)?căn cứ(?: vào)?:? ?(?:các )?/;
const isPaper = beginningWith(papers);
const enacts = wholeWords(["quyết nghị", "quyết định:"]);
/** "… ngày 19/6/2015 và Luật …" joins two papers; "Luật Tổ chức Chính phủ và Luật …" is the name of one */
const joint = swift(`;|(?<=\\d) ?(?:,| và) (?=(?:${anyOf(papers)})(?!\\p{L}))`);

/** Each paper that a "Căn cứ …" line above the enacting words names, without those words, in order. */
export function legalBases(mentions: Mentions, reading: Reading): readonly LegalBasis[] {
  const bases: LegalBasis[] = [];
  for (const line of lines(reading)) {
    const folded = reading.folded.slice(line.start, line.end);
    if (enacts.test(folded.slice(0, 40))) break;
    if (!lead.test(folded)) continue;
    for (const part of parts(folded)) {
      const text = strip(reading, { start: line.start + part.start, end: line.start + part.end });
      if (isPaper.test(reading.folded.slice(text.start, text.end))) bases.push(basis(mentions, text));
    }
  }
  return bases;
}

function basis(mentions: Mentions, text: Span): LegalBasis {
  const [number] = mentions.of("paper", text);
  const [date] = mentions.of("date", text);
  return { text, number: number?.id ?? null, date: date?.id ?? null };
}

function* parts(line: string): Generator<Span> {
  for (let start = 0; start < line.length; ) {
    const rest = line.slice(start);
    const match = joint.exec(rest);
    const end = start + (match?.index ?? rest.length);
    const words = line.slice(start, end);
    const blank = words.length - words.trimStart().length;
    yield { start: start + blank + (lead.exec(words.trimStart())?.[0].length ?? 0), end };
    start = end + (match?.[0].length ?? 1);
  }
}
