import { Lexicon } from "../../vietnamese/text/lexicon.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { endsSentence, type Line } from "../lines.js";
import { publishers } from "./issuers.js";

/** Who wrote and who published a story, as its last lines say, and the lines without them. */
export interface Credits {
  readonly author: string | null;
  readonly publisher: string | null;
  readonly lines: readonly Line[];
}

type Role = "author" | "publisher";

const labels = new Lexicon<Role>([
  ...[
    ...[
      "tác giả",
      "tác giả bài viết",
      "tin",
      "bài",
      "ảnh",
      "tin ảnh",
      "tin, ảnh",
      "tin và ảnh",
      "tin bài",
      "tin, bài",
      "bài ảnh",
      "bài, ảnh",
    ],
    ...[
      "bài và ảnh",
      "tin, bài, ảnh",
      "bài viết",
      "thực hiện",
      "người thực hiện",
      "người viết",
      "người đăng",
      "người đưa tin",
      "phóng viên",
      "pv",
      "ctv",
    ],
    ...["biên tập", "bt", "by", "author"],
  ].map((phrase) => [phrase, "author"] as const),
  ...[
    ...[
      "nguồn",
      "nguồn tin",
      "nguồn bài viết",
      "nguồn trích dẫn",
      "nguồn dẫn",
      "theo nguồn",
      "trích nguồn",
      "dẫn nguồn",
      "source",
    ],
  ].map((phrase) => [phrase, "publisher"] as const),
]);

const address = /^(?:https?:\/\/|www\.)\S{3,1000}$/iu;
const site = swift(/^[\p{L}\p{N}-]{2,40}(?:\.[\p{L}\p{N}-]{2,20}){0,3}\.(?:vn|com|net|org|info)$/iu);
const footLines = 6;
const longestCredit = 120;
// words and what stands between them share no character, so that a line is read in one way only
const word = String.raw`\p{Lu}[\p{L}.'’]{0,15}`;
const between = "(?: ?[,&–—-] ?| )";
const names = new RegExp(String.raw`^${word}(?:${between}${word}){0,9}(?: \([\p{L} -]{2,20}\))?$`, "u");
const nameAndPost = new RegExp(String.raw`^${word}(?: ${word}){1,4} [-–—] \p{Lu}[^.;:!?\d]{2,40}$`, "u");
const nameAndSource = new RegExp(String.raw`^(${word}(?: ${word}){0,4}) ?/ ?([\p{Lu}&.]{2,12})$`, "u");
const atParagraphEnd = /[.…!?”"] ((?:\p{Lu}[\p{L}.]{0,9} ){1,3}\p{Lu}[\p{L}.]{0,9}(?: ?\/ ?[\p{Lu}&.]{2,12})?)$/u;

/**
 * Reads the last lines of a story upward while they name its author ("Tin, ảnh: …", "Thu Trang") or its source
 * ("Nguồn tin: …", "Theo Báo …", "(site.vn)"); then a name behind the last sentence ("… hết. Lan Anh/KD&PL").
 */
export function readCredits(lines: readonly Line[]): Credits {
  let author: string | null = null;
  let publisher: string | null = null;
  let end = lines.length;
  while (end > 1 && lines.length - end < footLines) {
    const credit = readCredit(lines[end - 1]?.text ?? "");
    if (!credit) break;
    author = credit.author ?? author;
    publisher = credit.publisher ?? publisher;
    end--;
  }
  const story = lines.slice(0, end);
  const last = story[story.length - 1];
  const tail = author || !last ? null : atParagraphEnd.exec(last.text.slice(-80));
  if (!tail?.[1] || !last) return { author, publisher, lines: story };
  const credit = readCredit(tail[1]);
  const text = last.text.slice(0, last.text.length - tail[1].length).trim();
  return {
    author: credit?.author ?? tail[1],
    publisher: publisher ?? credit?.publisher ?? null,
    lines: [...story.slice(0, -1), { ...last, text }],
  };
}

/** The credit that a whole line gives, or `null` for a line of the story. */
export function readCredit(line: string): { readonly author: string | null; readonly publisher: string | null } | null {
  if (address.test(line)) return { author: null, publisher: line };
  if (line.length > longestCredit + 80) return null;
  const text = withoutBrackets(line);
  const labelled = readLabelled(text);
  if (labelled) return labelled;
  if (line.length > longestCredit) return null;
  const source = sourceIn(text);
  if (source) return { author: null, publisher: source };
  const joined = nameAndSource.exec(text);
  if (joined?.[1] && joined[2]) return { author: joined[1], publisher: joined[2] };
  if (text.length <= 60 && (names.test(text) || nameAndPost.test(text))) return { author: text, publisher: null };
  return null;
}

/** A labelled credit: "Tác giả: Lan Anh", "Nguồn Hà Nội TV: https://…". Only a source may do without its colon. */
export function readLabelled(
  text: string,
): { readonly author: string | null; readonly publisher: string | null } | null {
  if (text.length > longestCredit + 80) return null;
  const label = labels.matchStart(text);
  if (!label) return null;
  const colon = /^ ?[:：] ?/u.exec(text.slice(label.end));
  if (!colon && !(label.value === "publisher" && /^ \p{Lu}/u.test(text.slice(label.end)) && !endsSentence(text)))
    return null;
  const value = text
    .slice(label.end + (colon?.[0].length ?? 1))
    .replace(/[.,;]$/u, "")
    .trim();
  if (!value || value.length > longestCredit) return label.value === "publisher" ? sourceOf(value) : null;
  if (label.value === "publisher") return sourceOf(value);
  return /^\p{Lu}/u.test(value) && value.length <= 80 && !/[.;!?] /u.test(value)
    ? { author: value, publisher: null }
    : null;
}

/** A link behind a name is left out; a link alone is the source. */
function sourceOf(value: string): { readonly author: null; readonly publisher: string } | null {
  const publisher = value.replace(/(?<=\S) ?[:(-]? ?https?:.*$/iu, "").trim();
  return /^[\p{Lu}"“(]|\.[a-z]{2,}/u.test(publisher) ? { author: null, publisher } : null;
}

function sourceIn(text: string): string | null {
  if (address.test(text) || site.test(text)) return text;
  if (endsSentence(text)) return null;
  const cited = /^Theo (?=[\p{Lu}\p{Ll}])(.{2,80})$/u.exec(text);
  if (cited?.[1] && !/[,;:]/.test(cited[1])) return cited[1];
  return text.length <= 80 && publishers.matchStart(text) && /^\p{Lu}/u.test(text) ? text : null;
}

function withoutBrackets(text: string): string {
  return /^\(([^()]{1,200})\)$/u.exec(text)?.[1] ?? /^\[([^[\]]{1,200})\]$/u.exec(text)?.[1] ?? text;
}
