import type { Mentions } from "../../../mentions/mention.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines } from "../../../vietnamese/text/sentences.js";
import { covers, type Span } from "../../../vietnamese/text/span.js";
import type { DraftResolution, DraftSession } from "../../draft.js";
import { beginningWith, behindLead, strip } from "../words.js";
import { legalBases } from "./legal-bases.js";

/** The heading of a resolution stands within its first lines (Decree 30/2020/NĐ-CP, appendix I). */
const headingLines = 20;
const heading = /^nghị quyết(?= |$)/;
const numberLead = /số ?:? ?$/;
const about = /^(?:về việc|về|v\/v) ?:? ?/;
/** what follows the trích yếu */
const afterTitle = beginningWith([
  ...[
    "hội đồng nhân dân",
    "hđnd",
    "quốc hội",
    "ủy ban",
    "khóa",
    "kỳ họp",
    "kì họp",
    "căn cứ",
    "xét",
    "theo",
    "sau khi",
  ],
  ...["qua xem xét", "quyết nghị", "điều 1"],
]);
const marks = /^[-*_+•= ]{0,40}/;
const startsPreamble = beginningWith(["căn cứ", "xét", "theo", "quyết nghị"]);
const council = beginningWith(["hội đồng nhân dân", "hđnd"]);
/** where the council's name ends in the heading "HỘI ĐỒNG NHÂN DÂN XÃ … KHÓA II, KỲ HỌP THỨ 3" */
const nameEnd = / ?(?:[,(;:*]|-{2,}|_{2,}| - |khóa |k[ỳì] họp |nhiệm k[ỳì] |cộng hòa )/;

/** The resolution that the document itself is, or `null` where its heading is not found. */
export function selfResolution(
  mentions: Mentions,
  reading: Reading,
  sessions: readonly DraftSession[],
): DraftResolution | null {
  const head = lines(reading).slice(0, headingLines);
  const at = head.findIndex(({ start, end }) => heading.test(reading.folded.slice(start, end)));
  const headLine = head[at];
  if (!headLine) return null;
  const title = titleLines(mentions, reading, head, at);
  const top = { start: 0, end: title.at(-1)?.end ?? headLine.end };
  const number = mentions
    .of("paper", top)
    .find((paper) => paper.value.type === "NQ" && !title.some((line) => covers(line, paper)));
  const firstTitle = title[0];
  const date = mentions.of("date", { start: 0, end: firstTitle?.start ?? headLine.end })[0] ?? null;
  const issuer = issuerLine(reading, head, at);
  return {
    number: number?.id ?? null,
    title: firstTitle ? [behindLead(reading, firstTitle, about), ...title.slice(1)] : null,
    issuedOn: date?.id ?? null,
    issuer,
    session: sessions.length > 0 ? 0 : null,
    legalBases: legalBases(mentions, reading),
    role: "self",
    evidence: [
      ...(number ? [withLead(reading, number)] : []),
      ...(date ? [{ start: date.start, end: date.end }] : []),
      ...(firstTitle ? [{ start: firstTitle.start, end: top.end }] : [headLine]),
    ],
  };
}

/** The trích yếu: what the heading's own line says behind "Nghị quyết", and the lines below it. */
function titleLines(mentions: Mentions, reading: Reading, head: readonly Span[], at: number): readonly Span[] {
  const headLine = head[at];
  if (!headLine) return [];
  const start = headLine.start + "nghị quyết".length;
  const isOwn = (paper: Span) => /^ ?(?:số)? ?:? ?$/.test(reading.folded.slice(start, paper.start));
  const paper = mentions.of("paper", headLine).find(isOwn);
  const rest = strip(reading, { start: paper?.end ?? start, end: headLine.end });
  const below = head.slice(at + 1);
  const until = below.findIndex(({ start, end }) => endsTitle(reading.folded.slice(start, end)));
  const title = [rest, ...below.slice(0, Math.max(until, 0))].filter(({ start, end }) => end > start);
  return title
    .map((line) => strip(reading, line))
    .filter(({ start, end }) => !ofIssuer.test(reading.folded.slice(start, end)));
}

/** "NGHỊ QUYẾT CỦA HĐND TỈNH …" says whose it is. */
const ofIssuer = /^của (?:hđnd|hội đồng nhân dân) [^,;:.]{2,50}$/;

function endsTitle(line: string): boolean {
  const words = line.replace(marks, "");
  return words === "" || afterTitle.test(words);
}

/** The council's name below the title, else the one at the top of the page. */
function issuerLine(reading: Reading, head: readonly Span[], at: number): Span | null {
  const below = head.slice(at + 1);
  const preamble = below.findIndex(({ start, end }) => startsPreamble.test(reading.folded.slice(start, end)));
  const named = [...below.slice(0, Math.max(preamble, 0)), ...head.slice(0, at)].find(({ start, end }) =>
    council.test(reading.folded.slice(start, end)),
  );
  if (!named) return null;
  const end = nameEnd.exec(reading.folded.slice(named.start, named.end))?.index;
  const line = strip(reading, { start: named.start, end: end === undefined ? named.end : named.start + end });
  // a narrow heading prints the place on a line of its own
  const alone = line.end - line.start <= "hội đồng nhân dân".length;
  return alone ? { start: line.start, end: head[head.indexOf(named) + 1]?.end ?? line.end } : line;
}

function withLead({ folded }: Reading, { start, end }: Span): Span {
  return { start: start - (numberLead.exec(folded.slice(Math.max(0, start - 8), start))?.[0].length ?? 0), end };
}
