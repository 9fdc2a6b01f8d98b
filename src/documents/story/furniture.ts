import { hasLetter } from "../../vietnamese/text/characters.js";
import { fold } from "../../vietnamese/text/fold.js";
import { swift } from "../../vietnamese/text/patterns.js";
import { foldedForm } from "../../vietnamese/text/reading.js";
import { isCapitals, type Line } from "../lines.js";
import { endMarks, pagePhrases, relatedMarks } from "./page-phrases.js";
import { readPublicationLine } from "./publication-line.js";

const longestFurniture = 160;
/** abstracts stand above the story */
const headLines = 8;

/** Folded lines that are nothing but what their pattern says. */
const patterns: readonly RegExp[] = [
  // signs alone: rules, "<< < > >>"
  swift(/^[^\p{L}\p{N}]+$/u),
  // a page's number, "14.7" left of a picture's name; longer numbers may be a table's
  swift(/^[^\p{L}\p{N}]{0,3}\d{1,3}(?:\.\d{1,2})?[^\p{L}\p{N}%]{0,3}$/u),
  // players and lists of pages: "0:00 / 0:00", "« 1 2 3 »"
  /^\d{1,2}:\d\d(?: ?\/ ?\d{1,2}:\d\d)?$/,
  /^[<>«»|• ]{1,8}\d{1,3}(?: [\d<>«»|.]{1,4}){0,20}$/,
  // counters and telephones: "Thống kê: 953.387", "Hotline: 091.000.0000"
  swift(
    /^(?:thống kê|online|trực tuyến|hôm qua|tuần này|tháng này|hotline|đường dây nóng)(?: [\p{L}]+)? ?: ?[\d.,() -]+$/u,
  ),
  swift(/^[^\p{L}]{0,4}\S{2,40}@\S{2,40}\.\S{2,10}(?: ?[|:·-].{0,60})?$/u),
  /^ảnh minh họa ?(?:\(.{0,40}\)|:.{0,40})$/u,
  // the alternative text that Word gives to pictures
  /^description: ?.{0,150}$/u,
  // names of picture files: "IMG_1500", "anh-1", "nh1", "z4567 abc.jpg"
  /^(?:\W{0,3})(?:img|dsc|dscf|dscn|pic|photo|image|picture|screenshot|anh|hinh|nh|h|bia)(?: ?[-.]? ?\d{1,20}){0,6}\W{0,3}$/u,
  /^[^ ]{1,80}\.(?:jpe?g|png|gif|webp|bmp|svg|mp4|mp3)$/u,
  // what a converter puts in a picture's place
  /^!?\[(?:img|image|ảnh|video)?\](?:\(.{0,500}\))?$/u,
  /^[\w.]{3,30} trên google news$/u,
  // pointers to other stories
  /^(?:>{1,3}|=>|»)? ?(?:xem thêm|đọc thêm|mời xem|tin liên quan|mời quý vị xem|từ khóa|tags?) ?: .{1,150}$/u,
  /^(?:chi tiết tin|chuyên mục|chuyên trang|thể loại) ?[-:] .{1,100}$/u,
  /^(?:©|\(c\)|copyright|bản quyền thuộc|giấy phép số|mã nguồn|thiết kế bởi).{0,150}$/u,
];

/** A credit of a picture without a caption: "Ảnh: T.SỸ", "Ảnh: Việt Tường – Thu Hà". */
const pictureCredit = /^(?:Ảnh|ẢNH|Hình|Photo)\s?:\s?\p{Lu}[\p{L}.]{0,12}(?:[ .,–-]{1,3}\p{Lu}[\p{L}.]{0,12}){0,5}$/u;

/** Whether a line belongs to the page and not to the story. `aboveTitle`: names of sections count too. */
export function isFurniture(text: string, aboveTitle = false): boolean {
  if (text.length > longestFurniture) return false;
  const folded = fold(text);
  if (isListItemMark(folded)) return false;
  // the day on which the page was looked at; other lines with a day tell when the story was published
  if (readPublicationLine(text)) return folded.startsWith("hôm nay");
  // a section's name that the page prints twice in a row
  if (/^(?<name>.{4,60}) \k<name>$/u.test(folded) && isCapitals(text)) return aboveTitle;
  return (
    patterns.some((pattern) => pattern.test(folded)) || pictureCredit.test(text) || isPagePhrases(folded, aboveTitle)
  );
}

/** A section's number alone on its line ("2.1.", "IV") is a heading cut in two, no page number. */
function isListItemMark(folded: string): boolean {
  return /^\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]$/.test(folded);
}

/** Nothing but phrases of portals is left of it: "Xem với cỡ chữ Đọc bài viết", "Lượt xem: 119". */
function isPagePhrases(folded: string, aboveTitle: boolean): boolean {
  let from = 0;
  let found = false;
  for (const match of pagePhrases.matchAll(foldedForm(folded))) {
    if (match.value === "date" || (match.value === "menu" && !aboveTitle)) return false;
    if (hasLetter(folded.slice(from, match.start))) return false;
    from = match.end;
    found ||= match.value !== "filler";
  }
  return found && !hasLetter(folded.slice(from));
}

/** The lines of the story: those of the page gone, a line said twice said once, nothing after "Các tin khác". */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let related = false;
  let gap = false;
  for (const [index, printed] of lines.entries()) {
    const line = withoutRule(printed);
    const mark = markOf(line.text);
    if (mark === "end" && kept.length > 1) break;
    related = mark === "related" || (related && !isParagraph(line.text));
    if (related || isFurniture(line.text) || (index < headLines && isTeaser(line.text, lines))) {
      gap = true;
      continue;
    }
    const last = kept[kept.length - 1];
    if (last?.text === line.text) kept[kept.length - 1] = { ...last, heading: last.heading || line.heading };
    else kept.push(gap ? { ...line, gap } : line);
    gap = false;
  }
  return kept;
}

/** Rules are drawn with signs behind a name as well as below it: "HỘI ĐỒNG NHÂN DÂN ------". */
function withoutRule(line: Line): Line {
  if (!"=_*-".includes(line.text.slice(-1))) return line;
  const rule = /(?<=[^\s=_*-]) ?[=_*-]{4,200}$/.exec(line.text);
  return rule ? { ...line, text: line.text.slice(0, rule.index) } : line;
}

const withoutSigns = swift(/[\p{L}\p{N}].*[\p{L}\p{N}]/u);

function markOf(text: string): "end" | "related" | null {
  if (text.length > 60) return null;
  const words = withoutSigns.exec(fold(text))?.[0] ?? "";
  if (endMarks.matchStart(words)?.end === words.length && words) return "end";
  return words && relatedMarks.matchStart(words)?.end === words.length ? "related" : null;
}

const isParagraph = (text: string): boolean => text.length > 200 && /[.…!?/]["”)]?$/u.test(text);

/** An abstract cut off with "…" whose last words stand in a later line: content systems print it above the story. */
function isTeaser(text: string, lines: readonly Line[]): boolean {
  const cut = /\s?(?:…|\.\.\.|\[…\])$/u.exec(text);
  if (!cut || text.length < 80) return false;
  const tail = text.slice(Math.max(0, cut.index - 50), cut.index);
  return lines
    .slice(0, 2 * headLines)
    .some((line) => line.text.length > tail.length && line.text !== text && line.text.includes(tail));
}
