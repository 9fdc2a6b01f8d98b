import { foldedWords } from "../../vietnamese/text/fold.js";
import type { Facts } from "../facts.js";
import { squeeze } from "../lines.js";
import { normalForm } from "../normal-form.js";
import { readLabelled } from "../story/credits.js";
import { issuers, publishers } from "../story/issuers.js";
import { readPublicationLine } from "../story/publication-line.js";
import type { Story } from "./article-root.js";
import type { LineRange, PageLine, PageLines } from "./lines.js";
import { portals } from "./portals.js";
import type { Element, Page } from "./tree.js";

/** how many lines above and below a story its title, abstract, day and source are looked for */
const reach = 12;
const headingSelectors = [...portals.flatMap((portal) => portal.title), "h1", "h2"];
const leadSelectors = portals.flatMap((portal) => portal.lead);
const mostHeadings = 20;
const siteSeparator = / [-–|»] /;

/**
 * A page's title as printed: the heading that the page's own title repeats, else a heading of the story, else what the
 * markup tells, without the site's name. `null` where none is sure: the story's first lines may tell it.
 * @param told titles from the markup, the surest first
 */
export function findTitle(page: Page, content: PageLines, story: LineRange, told: readonly string[]): string | null {
  const headings = headingsOf(page).map((element) => ({
    text: squeeze(normalForm(page.textOf(element))),
    range: content.ranges.get(element),
  }));
  const wanted = told.map(foldedWords);
  const repeated = headings.filter(({ text }) => isPartOf(foldedWords(text), wanted)).map(({ text }) => text);
  if (repeated.length) return repeated.reduce((longest, text) => (text.length > longest.length ? text : longest));
  const near = headings.find(({ text, range }) => range && isNear(range, story) && isTitleText(text));
  return near?.text ?? told.map(withoutSite).find((title) => isTitleText(title)) ?? null;
}

/** Lists of other stories have headings too: the first few are enough. */
function headingsOf(page: Page): readonly Element[] {
  return [...new Set(headingSelectors.flatMap((selector) => page.select(selector).slice(0, mostHeadings)))];
}

function isPartOf(words: string, wanted: readonly string[]): boolean {
  return (
    words.length >= 12 &&
    wanted.some((title) => title.startsWith(words) || (title.endsWith(words) && words.length > 30))
  );
}

function isNear(range: LineRange, story: LineRange): boolean {
  return range.from >= story.from - reach && range.from <= story.from + 2;
}

const isTitleText = (text: string): boolean => text.length <= 300 && text.split(" ").length >= 5;

function withoutSite(title: string): string {
  const parts = title.split(siteSeparator);
  const last = parts[parts.length - 1] ?? "";
  if (parts.length < 2 || !(issuers.matchStart(last) || publishers.matchStart(last))) return title;
  return title.slice(0, title.length - last.length).replace(/ [-–|»] $/, "");
}

/** The abstract that a portal prints in a block of its own above the story. */
export function leadLines(page: Page, content: PageLines, story: LineRange): PageLine[] {
  for (const element of leadSelectors.flatMap((selector) => page.select(selector))) {
    const range = content.ranges.get(element);
    if (range && range.to <= story.from && range.to > range.from && range.from >= story.from - reach) {
      return content.lines.slice(range.from, range.to);
    }
  }
  return [];
}

/** What stands around a story: the day of publication above it (nearest first) or below, author and source below it. */
export function readMargins(content: PageLines, story: Story): Partial<Facts> {
  const above = content.lines.slice(Math.max(0, story.from - reach), story.from).reverse();
  const below = content.lines.slice(story.to, story.to + reach);
  const dates = [...above, ...below.slice(0, 3)].map((line) => readPublicationLine(line.text)?.publishedAt ?? null);
  const credits = [...below, ...above].map((line) => readLabelled(line.text));
  return {
    publishedAt: dates.find(Boolean) ?? null,
    author: credits.find((credit) => credit?.author)?.author ?? null,
    publisher: credits.find((credit) => credit?.publisher)?.publisher ?? null,
  };
}
