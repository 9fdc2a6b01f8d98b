import type { Mentions } from "../../../mentions/mention.js";
import { allMatches, anyOf, swift } from "../../../vietnamese/text/patterns.js";
import type { Reading } from "../../../vietnamese/text/reading.js";
import { lines, sentences } from "../../../vietnamese/text/sentences.js";
import type { Span } from "../../../vietnamese/text/span.js";
import { readFew } from "../../../vietnamese/time/time-words.js";
import { beginningWith, behindLead, endingWith, strip, wholeWords } from "../words.js";
import { about, acts, type NamedResolution, namedResolutions, several, titleSpan } from "./names.js";

/** Words that tell of resolutions passed, and what they list. */
export interface Adoption {
  readonly items: readonly NamedResolution[];
  /** passed by the National Assembly or a body of the Party, not by the session */
  readonly elsewhere: Span | null;
}

const passing = swift(
  `(?<!\\p{L})(?:${[
    // "thông qua Tờ trình dự thảo Nghị quyết": read out, not passed
    "(?:thông qua|ban hành)(?:(?!tờ trình(?:,| và)? (?:các )?dự thảo)[^.;\\n]){0,60}?(?<!\\p{L})(?:nghị quyết|đề án(?= \\p{L}))",
    // "thông qua Quy chế …; Nghị quyết về …" lists papers of several kinds
    "(?:đã|quyết nghị|biểu quyết|nhất trí) thông qua[^.\\n]{0,200}?[;,] nghị quyết(?= về)",
    "(?<=đã )nghị quyết (?:thông qua|ban hành)",
    "nghị quyết[^.;:\\n]{0,30}? được[^.;:\\n]{0,40}? thông qua",
    // a long title between: "Nghị quyết quy hoạch tỉnh …, tầm nhìn đến 2050, được HĐND tỉnh thông qua"
    "nghị quyết (?!đại hội|của|số )[^.;:\\n]{30,160}?,? được (?:hđnd|hội đồng nhân dân|kỳ họp|các đại biểu)[^.;:\\n]{0,30} thông qua",
    "(?<=^(?:các|những|\\d{1,2}) )nghị quyết(?: [^.;:\\n]{1,40})? (?:gồm|bao gồm|như sau|sau|là)(?= ?:)",
  ].join("|")})(?!\\p{L})`,
  "g",
);
/** between who meets and the verb these say that nothing is passed yet */
const intended = wholeWords(["để", "nhằm", "sẽ", "dự kiến", "sắp", "chuẩn bị"]);
const meeting = swift(/^.*(?<!\p{L})(?:hđnd|hội đồng nhân dân|kỳ họp|đại biểu)(?!\p{L})/su);
const submitted = swift(/(?<!\p{L})(?:trình|đề nghị|kiến nghị) (?:hđnd|hội đồng|kỳ họp|quốc hội)/u);
const otherBody = swift(
  /(?<!\p{L})(?:quốc hội|chính phủ|trung ương|bộ chính trị|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy)(?!\p{L})(?=[^.;\n]{0,30}$)/u,
);
/** "các nghị quyết về: a; b; c", "3 nghị quyết sau: a; b", "các tờ trình, Nghị quyết về: a; b" */
const bareList = swift(
  `^[^.;\\n]{0,60}?(?<![\\p{L}\\p{N}])(?:(?<count>${several}) nghị quyết(?:(?:(?! chỉ tiêu| mục tiêu| nhiệm vụ)[^.;:\\n]){1,120}(?: gồm| sau| sau đây| cụ thể| là| như)(?= ?:)|(?: quan trọng| sau| chuyên đề| gồm)?(?: về)?)|nghị quyết(?: về)?(?= ?:)) ?(?<colon>:)? ?`,
);
const listMark = /^(?:[-+*•–]|\d{1,2}[.)]|\(\d{1,2}\)) ?/;
const listItem = /^(?:[-+*•–]|\d{1,2}[.)]|\(\d{1,2}\)|nghị quyết )/;
const amends = beginningWith(["kéo dài", "sửa đổi", "bổ sung", "bãi bỏ", "điều chỉnh", "thay thế", "đính chính"]);
/** What resolutions are about: a title begins with one of these or with the name of an act. */
const papers = [
  ...["kế hoạch", "chương trình", "đề án", "dự toán", "quyết toán", "danh mục", "phương án", "chế độ", "chính sách"],
  ...["chủ trương", "quy chế", "nội quy", "mức thu", "mức chi", "kết quả giám sát", "việc"],
];
const continues = /^(?:đảm bảo|bảo đảm|giữ vững) (?:quốc phòng|an ninh)/;
const scheme = endingWith(["đề án"]);
const beforeVerb = 60;

/** Every passage that tells of resolutions passed: its line from the verb on, and the list below a closing colon. */
export function adoptions(mentions: Mentions, reading: Reading): readonly Adoption[] {
  const all = lines(reading);
  return all.flatMap((line, index) => {
    const words = reading.folded.slice(line.start, line.end);
    const verb = /nghị quyết|đề án/.test(words) ? passingIn(words) : null;
    if (!verb) return [];
    const clause = clauseBefore(words, verb.index);
    const body = otherBody.exec(clause);
    const start = line.start + verb.index;
    const at = start - clause.length + (body?.index ?? 0);
    const elsewhere = body ? { start: at, end: at + body[0].length } : null;
    const passage = { start, end: line.end };
    const below = /[:;]$/.test(words.trimEnd()) ? listBelow(reading, all.slice(index + 1)) : [];
    const named = outermost([passage, ...below].flatMap((span) => namedResolutions(mentions, reading, span)));
    const listed = bareItems(mentions, reading, passage, below);
    const schemes = scheme.test(verb[0])
      ? [schemeAt(reading, { start: start + verb[0].length - "đề án".length, end: line.end })]
      : [];
    const items = listed.length > 0 ? listed : [...schemes, ...named];
    return items.length > 0 ? [{ items, elsewhere }] : [];
  });
}

/** The first words of the line that tell of resolutions passed: what is submitted or intended is not passed yet. */
function passingIn(words: string): RegExpExecArray | null {
  for (const verb of allMatches(passing, words)) {
    const clause = clauseBefore(words, verb.index);
    if (!submitted.test(clause) && !intended.test(clause.replace(meeting, ""))) return verb;
  }
  return null;
}

function clauseBefore(words: string, at: number): string {
  const before = words.slice(Math.max(0, at - beforeVerb), at);
  return before.slice(Math.max(before.lastIndexOf("."), before.lastIndexOf(";")) + 1);
}

/** Without those that stand in the title of another. */
function outermost(all: readonly NamedResolution[]): readonly NamedResolution[] {
  let end = -1;
  return all.filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

function listBelow(reading: Reading, following: readonly Span[]): readonly Span[] {
  const end = following.findIndex(({ start, end }) => !listItem.test(reading.folded.slice(start, end)));
  return end < 0 ? following : following.slice(0, end);
}

/** The items of "các nghị quyết về: …; …", which do not each say "nghị quyết"; those that do are read by their names. */
function bareItems(
  mentions: Mentions,
  reading: Reading,
  passage: Span,
  below: readonly Span[],
): readonly NamedResolution[] {
  const [sentence] = sentences(reading, passage);
  if (!sentence) return [];
  const words = reading.folded.slice(sentence.start, sentence.end);
  const list = bareList.exec(words);
  const lead = list?.[0] ?? "";
  if (!list) return [];
  const rest = { start: sentence.start + lead.length, end: sentence.end };
  // without colon or semicolon only a word that begins titles tells where one ends and the next begins
  const isList = list.groups?.["colon"] || words.includes(";") || (lead.endsWith("về ") && !words.includes(","));
  const inLine = isList ? split(reading, rest) : lead.endsWith("về ") ? byCommas(reading, rest) : [];
  const count = readFew(list.groups?.["count"] ?? "");
  // "3 nghị quyết về các nội dung thuộc lĩnh vực …" names none of them
  if (inLine.length === 1 && below.length === 0 && count > 1) return [];
  if (!isList && !isWhole(inLine.length, count)) return [];
  const items = [...inLine, ...below.map((line) => strip(reading, behindLead(reading, line, listMark)))];
  return items.flatMap((span) => {
    // "Sửa đổi Nghị quyết số 12 …" is the title of the one that does it
    const named = amends.test(reading.folded.slice(span.start, span.end))
      ? []
      : outermost(namedResolutions(mentions, reading, span));
    const title = titleSpan(reading, behindLead(reading, span, about));
    const [first] = named;
    // in "các nghị quyết về xây cầu và Nghị quyết về …" the first title ends where the next is named
    if (first) return first.span.start > title.end ? [untitled(title), ...named] : named;
    if (reading.folded.startsWith("nghị quyết", title.start)) return [];
    return title.end > title.start ? [untitled(title)] : [];
  });
}

function split(reading: Reading, span: Span): readonly Span[] {
  const parts: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    const semicolon = reading.folded.indexOf(";", start);
    const end = semicolon < 0 || semicolon > span.end ? span.end : semicolon;
    const part = strip(reading, { start, end });
    const last = parts.at(-1);
    // "phát triển kinh tế - xã hội; đảm bảo quốc phòng, an ninh" is one plan
    if (last && continues.test(reading.folded.slice(part.start, part.end)))
      parts[parts.length - 1] = { start: last.start, end: part.end };
    else parts.push(...withProgramme(reading, part));
    start = end + 1;
  }
  return parts.filter(({ start, end }) => end > start);
}

/** A council's programme of supervision is a resolution of its own: "… phân bổ ngân sách | và chương trình giám sát …". */
const programme = swift(/,? và (?:về )?(?=(?:chương trình|kế hoạch) (?:hoạt động )?giám sát(?!\p{L}))/u);

function withProgramme(reading: Reading, part: Span): readonly Span[] {
  const joint = programme.exec(reading.folded.slice(part.start, part.end));
  if (!joint || joint.index === 0) return [part];
  const end = part.start + joint.index;
  return [
    { start: part.start, end },
    { start: end + joint[0].length, end: part.end },
  ];
}

const separator = swift(`(?:,| và) (?=(?:${anyOf([...papers, ...acts])})(?!\\p{L}))`, "g");

/** "về kế hoạch …, dự toán … và chương trình …" */
function byCommas(reading: Reading, { start, end }: Span): readonly Span[] {
  const marks = [...reading.folded.slice(start, end).matchAll(separator)];
  const starts = [start, ...marks.map(({ index, 0: { length } }) => start + index + length)];
  const ends = [...marks.map(({ index }) => start + index), end];
  return starts.map((from, i) => strip(reading, { start: from, end: ends[i] ?? end }));
}

/** Whether so many titles are all that the words count: "3 nghị quyết", "các nghị quyết". */
function isWhole(found: number, counted: number): boolean {
  return found > 1 && (Number.isNaN(counted) || counted === found);
}

function schemeAt(reading: Reading, rest: Span): NamedResolution {
  const [sentence = rest] = sentences(reading, rest);
  return untitled(titleSpan(reading, sentence));
}

const untitled = (title: Span): NamedResolution => ({
  number: null,
  numberText: null,
  issuedOn: null,
  issuer: null,
  title,
  ofSession: false,
  span: title,
});
