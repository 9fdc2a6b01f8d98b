import type { LineRange, PageLine, PageLines } from "./lines.js";
import { abstractSelectors, portals } from "./portals.js";
import type { Element, Page } from "./tree.js";

/** Where the story stands in a page's lines; `removed` tells which lines belong to the page. */
export interface Story extends LineRange {
  readonly removed: (index: number) => boolean;
  /** whether a portal's selector, not the weighing of blocks, found it */
  readonly known: boolean;
}

/** code units of running text below which a block is no story */
const leastProse = 150;
/** a block that holds this share of its parent's prose is the story's block rather than the parent */
const mainShare = 0.8;
const leastLinks = 3;
const leastAbstracts = 3;
/** code units of running text together that no abstract has */
const leastStory = 700;
/** a day, and a time at most behind it, at the end of a line: so lists print their stories */
const datedEnd = /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:[ |,-]{1,4}\d{1,2}[:h]\d{2}(?: ?[AaPp][Mm])?)?\)?$/u;

/** The block that holds the story: a portal's own, or the one that still holds most of the page's running text. */
export function findStory(page: Page, content: PageLines): Story {
  const all: LineRange = { from: 0, to: content.lines.length };
  const prose = new Sums(content.lines.map(proseOf));
  const root = portalBody(page, content, prose);
  const range = root ? (content.ranges.get(root) ?? all) : all;
  const removed = furnitureLines(content, prose, range);
  if (root) return { ...range, removed, known: true };
  const kept = new Sums(content.lines.map((line, index) => (removed(index) ? 0 : proseOf(line))));
  return { ...densest(content, kept), removed, known: false };
}

/** All of a fragment, as content editors give it, but its forms. */
export function wholeStory(content: PageLines): Story {
  const all: LineRange = { from: 0, to: content.lines.length };
  return { ...all, removed: furnitureLines(content, new Sums(content.lines.map(proseOf)), all), known: true };
}

/**
 * Whether a page is a list: abstracts or days of publication between its links, and nowhere the running text of a story.
 */
export function isListing(page: Page, content: PageLines, story: Story): boolean {
  if (story.known) return false;
  const lines = content.lines.slice(story.from, story.to).filter((_, index) => !story.removed(story.from + index));
  const linked = lines.filter(isLinked).length;
  const { paragraphs, length } = longestRun(lines);
  if (linked < leastLinks || paragraphs >= 3 || length >= leastStory) return false;
  const dated = lines.filter((line) => datedEnd.test(line.text.slice(-60))).length;
  const abstracts = abstractSelectors.some((selector) => page.select(selector).length >= leastAbstracts);
  return abstracts || dated >= leastAbstracts || linked > lines.filter((line) => proseOf(line) > 0).length;
}

/**
 * Where a listing leads: the addresses behind the links of its lines, as written, each once.
 * @param most how many are wanted
 */
export function listedLinks(content: PageLines, story: LineRange, most: number): readonly string[] {
  const addresses = new Set<string>();
  for (const [element, range] of content.ranges) {
    const address = element.name === "a" ? element.attribs["href"]?.trim() : undefined;
    if (!address || /^(?:#|javascript:|mailto:|tel:)/i.test(address)) continue;
    if (range.from >= story.from && range.to <= story.to && range.to > range.from) addresses.add(address);
    if (addresses.size === most) break;
  }
  return [...addresses];
}

/** The most running text that stands together without a link between its paragraphs. */
function longestRun(lines: readonly PageLine[]): { readonly paragraphs: number; readonly length: number } {
  let [best, run] = [
    { paragraphs: 0, length: 0 },
    { paragraphs: 0, length: 0 },
  ];
  for (const line of lines) {
    const prose = proseOf(line);
    if (isLinked(line)) run = { paragraphs: 0, length: 0 };
    else if (prose > 0) run = { paragraphs: run.paragraphs + 1, length: run.length + prose };
    if (run.length > best.length) best = run;
  }
  return best;
}

/** Of several matches the first selector wins whose longest block holds most of what all its blocks hold. */
function portalBody(page: Page, content: PageLines, prose: Sums): Element | null {
  for (const selector of portals.flatMap((portal) => portal.body)) {
    let best: { readonly element: Element; readonly prose: number } | null = null;
    let total = 0;
    for (const element of page.select(selector)) {
      const held = prose.of(content.ranges.get(element));
      total += held;
      if (!best || held > best.prose) best = { element, prose: held };
    }
    if (best && best.prose >= leastProse && best.prose > total / 2) return best.element;
  }
  return null;
}

/**
 * Goes down from the page to the story: into a block that holds nearly all running text while what it leaves out holds
 * links, as menus and lists of other stories do. A block that only leaves out words is part of the story.
 */
function densest(content: PageLines, prose: Sums): LineRange {
  const links = new Sums(content.lines.map((line) => (isLinked(line) ? 1 : 0)));
  let current: LineRange = { from: 0, to: content.lines.length };
  if (prose.of(current) === 0) return current;
  // ranges are kept in the order in which blocks end: read backward, parents come before their children
  for (const [, range] of [...content.ranges].reverse()) {
    if (range.from < current.from || range.to > current.to || prose.of(range) < mainShare * prose.of(current)) continue;
    if (links.of(current) - links.of(range) >= leastLinks) current = range;
  }
  return current;
}

const isLinked = (line: PageLine): boolean => line.linkLength > line.text.length / 2;

/** The lines of blocks named as furniture, unless such a block holds the story or most of the prose. */
function furnitureLines(content: PageLines, prose: Sums, story: LineRange): (index: number) => boolean {
  const removed = new Uint8Array(content.lines.length);
  const most = prose.of(story) / 2;
  for (const element of content.furniture) {
    const range = content.ranges.get(element);
    if (!range || prose.of(range) > most || (range.from <= story.from && range.to >= story.to)) continue;
    removed.fill(1, range.from, range.to);
  }
  return (index) => removed[index] === 1;
}

/** Sums over lines: what any range of them holds, in one subtraction. */
class Sums {
  private readonly sums: Uint32Array;

  constructor(values: readonly number[]) {
    this.sums = new Uint32Array(values.length + 1);
    for (const [index, value] of values.entries()) this.sums[index + 1] = (this.sums[index] ?? 0) + value;
  }

  of(range: LineRange | undefined): number {
    return range ? (this.sums[range.to] ?? 0) - (this.sums[range.from] ?? 0) : 0;
  }
}

/** Menus are short or links; a sentence is neither. */
function proseOf(line: PageLine): number {
  const plain = line.text.length - line.linkLength;
  return plain >= 80 || (plain >= 40 && /[.;:!?…/]["”)]?$/u.test(line.text)) ? plain : 0;
}
