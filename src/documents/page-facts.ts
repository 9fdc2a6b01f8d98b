import { type Facts, firstKnown } from "./facts.js";
import type { Page } from "./html-tree.js";
import { squeeze } from "./lines.js";
import { isoFromMachine } from "./moment.js";
import { normalForm } from "./normal-form.js";
import { readPublicationLine } from "./publication-line.js";

/** What a page's markup says of its story: meta tags, JSON-LD, `<time>`; and of the site that carries it. */
export interface PageFacts {
  readonly story: Facts;
  readonly site: string | null;
  /** titles from the surest to the least sure; the last may name the site too */
  readonly titles: readonly string[];
}

const articleTypes = /^(?:News|Blog|Report)?(?:Article|Posting)$/;
const stamps = ["[itemprop=datePublished][datetime]", "time[datetime]"];
const machineDates = [
  "meta[property='article:published_time']",
  "meta[itemprop=datePublished]",
  "meta[name='pubdate']",
  "meta[name='publishdate']",
  "meta[name='dc.date.issued']",
] as const;

export function readPageFacts(page: Page): PageFacts {
  const meta = (selector: string) => clean(page.select(selector)[0]?.attribs["content"]);
  const linked = readLinkedData(page);
  const site = meta("meta[property='og:site_name']");
  const stamped = stamps.flatMap((selector) => page.select(selector))[0]?.attribs["datetime"];
  const date = machineDates.map((selector) => dateOf(meta(selector))).find(Boolean) ?? dateOf(clean(stamped));
  const [title] = page.select("title");
  const titles = [linked.title, meta("meta[property='og:title']"), title ? clean(page.textOf(title)) : null];
  return {
    story: firstKnown(linked, { publishedAt: date, author: otherThan(site, meta("meta[name=author]")) }),
    site,
    titles: titles.filter((title): title is string => Boolean(title)),
  };
}

/** Sites print their own name, or their webmaster's, as the author of every page. */
function otherThan(site: string | null, author: string | null): string | null {
  if (!author || !site || author === site || /admin|http|@/i.test(author)) return null;
  return author;
}

function readLinkedData(page: Page): Partial<Facts> {
  for (const script of page.select("script[type='application/ld+json']")) {
    const article = findArticle(parse(page.textOf(script)));
    if (!article) continue;
    return {
      title: textOf(article["headline"]),
      author: textOf(article["author"]),
      publisher: textOf(article["publisher"]),
      publishedAt: dateOf(textOf(article["datePublished"])),
    };
  }
  return {};
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The article may stand alone, in a list, or in a graph. */
function findArticle(data: unknown): Json | null {
  const graph = isObject(data) && Array.isArray(data["@graph"]) ? data["@graph"] : [data].flat();
  return (
    graph.filter(isObject).find((item) => [item["@type"]].flat().some((type) => articleTypes.test(String(type)))) ??
    null
  );
}

function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(", ") || null;
  if (isObject(value)) return textOf(value["name"]);
  return typeof value === "string" ? clean(value) : null;
}

function dateOf(text: string | null): string | null {
  return text && (isoFromMachine(text) ?? readPublicationLine(text)?.publishedAt ?? null);
}

function clean(value: string | undefined): string | null {
  return squeeze(normalForm(value ?? "")) || null;
}
