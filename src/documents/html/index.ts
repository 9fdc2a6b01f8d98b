import { KyhopError } from "../../errors.js";
import { Lexicon } from "../../vietnamese/text/lexicon.js";
import { foldedForm } from "../../vietnamese/text/reading.js";
import { type Facts, firstKnown } from "../facts.js";
import type { Line } from "../lines.js";
import { moreExact } from "../moment.js";
import type { Stage } from "../stages.js";
import { findStory, isListing, listedLinks, wholeStory } from "./article-root.js";
import { readLines } from "./lines.js";
import { readPageFacts } from "./page-facts.js";
import { findTitle, leadLines, readMargins } from "./page-margins.js";
import { parsePage } from "./tree.js";

/** A story taken out of its page, and what the page says of it. */
export interface PageStory {
  readonly lines: readonly Line[];
  readonly facts: Facts;
  /** the name of the site: who publishes where the story names no source */
  readonly site: string | null;
  /** all lines of the page, and the steps that led to those of the story */
  readonly page: readonly Line[];
  readonly stages: readonly Stage[];
}

/** links of a refused listing that are told */
const mostListed = 50;
const pageTag = /<(?:!doctype html|html|head|body)\b/i;
const block =
  /<(?:p|div|table|tbody|tr|td|article|section|main|ul|ol|li|h[1-6]|blockquote|figure|center|html|body|head)(?:\s[^<>]{0,2000})?\/?>/i;

const honorifics = Lexicon.of([
  ...[
    "đồng chí",
    "đ/c",
    "ông",
    "bà",
    "anh",
    "chị",
    "bí thư",
    "chủ tịch",
    "giám đốc",
    "thiếu tướng",
    "đại tá",
    "thượng tá",
  ],
  ...["trung tá", "trưởng ban", "trưởng phòng", "chánh văn phòng", "bộ trưởng", "thứ trưởng", "tổ trưởng"],
]);

/** Whether a text is HTML: it holds a tag that makes blocks. Stray inline tags in a text are none. */
export function isHtml(text: string): boolean {
  return pageTag.test(text.slice(0, 10_000)) || block.test(text);
}

/**
 * Takes the story out of a page, or all of a fragment as a content editor gives it.
 * @throws KyhopError DOCUMENT_TOO_COMPLEX, DOCUMENT_LISTING
 */
export function readHtml(html: string, source: string, maxDepth: number): PageStory {
  const page = parsePage(html, source, maxDepth);
  const content = readLines(page.root);
  const facts = readPageFacts(page);
  const whole = pageTag.test(html.slice(0, 10_000));
  const story = whole ? findStory(page, content) : wholeStory(content);
  if (whole && isListing(page, content, story)) {
    const links = listedLinks(content, story, mostListed);
    throw new KyhopError("DOCUMENT_LISTING", { path: source, links: links.join(" ") });
  }
  const within = content.lines.slice(story.from, story.to);
  const told = within.filter((_, index) => !story.removed(story.from + index));
  const lines = [
    ...leadLines(page, content, story),
    ...told.filter((line) => !line.caption || namesSomeone(line.text)),
  ];
  const margins = readMargins(content, story);
  const title = whole ? findTitle(page, content, story, facts.titles) : null;
  const publishedAt = moreExact(margins.publishedAt ?? null, facts.story.publishedAt);
  return {
    lines,
    facts: { ...firstKnown(margins, facts.story), title, publishedAt },
    site: facts.site,
    page: content.lines,
    stages: [
      { takes: "outside the story", leaves: within },
      { takes: "in a block of the portal's own", leaves: told },
      { takes: "a caption that names nobody", leaves: lines },
    ],
  };
}

/** A caption that names someone may be the only place that does; one that only says "toàn cảnh" repeats the story. */
function namesSomeone(caption: string): boolean {
  return honorifics.matchAll(foldedForm(caption)).length > 0;
}
