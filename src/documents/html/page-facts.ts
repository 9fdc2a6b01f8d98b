import { type Facts, firstKnown } from "../facts.js";
import { squeeze } from "../lines.js";
import { isoFromMachine } from "../moment.js";
import { normalForm } from "../normal-form.js";
import { readPublicationLine } from "../story/publication-line.js";
import type { Page } from "./tree.js";

/** What a page's markup says of its story: meta tags, JSON-LD, `<time>`; and of the site that carries it. */
export interface PageFacts {
  readonly story: Facts;
  readonly site: string | null;
  /** titles from the surest to the least sure; the last may name the site too */
  readonly titles: readonly string[];
}

/** lists of other stories have days of their own */
const mostStamps = 3;
const articleTypes = /^(?:News|Blog|Report)?(?:Article|Posting)$/;
const machineDates = ["article:published_time", "datepublished", "pubdate", "publishdate", "dc.date.issued"];

export function readPageFacts(page: Page): PageFacts {
  const meta = readMeta(page);
  const linked = readLinkedData(page);
  const site = meta.get("og:site_name") ?? linked.publisher ?? null;
  const stamped = page.select("time");
  const dates = [
    ...machineDates.map((name) => meta.get(name)),
    ...stamped.slice(0, mostStamps).map(({ attribs }) => attribs["datetime"]),
  ];
  const publishedAt = dates.map((date) => dateOf(clean(date))).find(Boolean) ?? null;
  const [title] = page.select("title");
  const titles = [linked.title, meta.get("og:title"), title && clean(page.textOf(title))];
  return {
    story: firstKnown(
      { ...linked, publisher: null },
      { publishedAt, author: otherThan(site, meta.get("author") ?? null) },
    ),
    site,
    titles: titles.filter((title): title is string => Boolean(title)),
  };
}

/** What each `<meta>` says, the first of a name, which is its property, name or itemprop in small letters. */
function readMeta(page: Page): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { attribs } of page.select("meta")) {
    const name = (attribs["property"] ?? attribs["name"] ?? attribs["itemprop"])?.toLowerCase();
    const value = clean(attribs["content"]);
    if (name && value && !values.has(name)) values.set(name, value);
  }
  return values;
}

/** Sites print their own name, or their webmaster's, as the author of every page. */
function otherThan(site: string | null, author: string | null): string | null {
  if (!author || !site || author === site || /admin|http|@/i.test(author)) return null;
  return author;
}

function readLinkedData(page: Page): Partial<Facts> {
  for (const script of page.select("script")) {
    if (script.attribs["type"] !== "application/ld+json") continue;
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
