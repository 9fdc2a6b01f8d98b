import { type CheerioAPI, load } from "cheerio/slim";
import { DomHandler, DomUtils, Parser, type parseDocument } from "htmlparser2";
import { KyhopError } from "../../errors.js";
import { abstractSelectors, portals } from "./portals.js";

export type Root = ReturnType<typeof parseDocument>;
export type Node = Root["children"][number];
export type Element = Extract<Node, { readonly attribs: unknown }>;

/** Elements that hold no words of a story, left out with all that they hold. */
const unreadTags = new Set(
  (
    "style template noscript nav footer aside iframe object embed svg math canvas audio video button select textarea " +
    "datalist dialog map xml"
  ).split(" "),
);

export function isElement(node: Node): node is Element {
  return "attribs" in node;
}

/** the id or class of a part, else its itemprop, else its tag */
const surestPart = /^(?:[\w-]*([#.][\w-]+)|[\w-]*(\[itemprop=\w+\])|([\w-]+))/;

/**
 * A parsed page, to be asked by the selectors that `portals.ts` names and by a few tags. The elements that the last part
 * of a selector may mean are kept aside as they are parsed, so that no selector is tried on the whole page.
 */
export class Page {
  /** loaded with the first selector of several parts that a page may hold */
  private query: CheerioAPI | null = null;

  constructor(
    readonly root: Root,
    private readonly index: Index,
  ) {}

  /** The elements that one selector means, in the page's order. */
  select(selector: string): readonly Element[] {
    const { key, ancestors } = partsOf(selector);
    const candidates = this.index.get(key) ?? [];
    if (key === selector || candidates.length === 0) return candidates;
    if (ancestors.some((ancestor) => !this.index.has(ancestor))) return [];
    this.query ??= load(this.root);
    return this.query(candidates).filter(selector).toArray();
  }

  /** All text below an element, as written. */
  textOf(element: Element): string {
    return DomUtils.textContent(element);
  }
}

type Index = ReadonlyMap<string, Element[]>;

/** What a selector's parts mean at least: an id, a class, an itemprop or a tag each; `key` is that of the last. */
interface SelectorParts {
  readonly key: string;
  readonly ancestors: readonly string[];
}

function partsOf(selector: string): SelectorParts {
  const known = selectors.get(selector);
  if (!known) throw new TypeError(`No page keeps what this selector means: ${selector}`);
  return known;
}

const tags = ["title", "meta", "script", "time", "h1", "h2"];
const selectors = new Map<string, SelectorParts>(
  [...portals.flatMap(({ body, title, lead }) => [...body, ...title, ...lead]), ...abstractSelectors, ...tags].map(
    (selector) => {
      const parts = selector.split(" ").map((part) => surestPart.exec(part)?.slice(1).find(Boolean) ?? part);
      return [selector, { key: parts[parts.length - 1] ?? selector, ancestors: parts.slice(0, -1) }];
    },
  ),
);
const indexed = new Set([...selectors.values()].flatMap(({ key, ancestors }) => [key, ...ancestors]));

/**
 * Parses HTML as it comes: unclosed tags, stray end tags and unknown names are all read; comments are left out.
 * @throws KyhopError DOCUMENT_TOO_COMPLEX where tags nest deeper than `maxDepth`
 */
export function parsePage(html: string, source: string, maxDepth: number): Page {
  const handler = new IndexingHandler(source, maxDepth);
  new Parser(handler).end(html);
  return new Page(handler.root, handler.index);
}

class IndexingHandler extends DomHandler {
  readonly index = new Map<string, Element[]>();
  private depth = 0;
  /** the depth of the element whose content is not read, 0 outside such */
  private unread = 0;

  constructor(
    private readonly source: string,
    private readonly maxDepth: number,
  ) {
    super();
  }

  override onopentag(name: string, attributes: { [name: string]: string }): void {
    this.depth++;
    if (this.depth > this.maxDepth) {
      const reason = `its tags nest more than ${this.maxDepth} deep`;
      throw new KyhopError("DOCUMENT_TOO_COMPLEX", { path: this.source, reason });
    }
    if (this.unread === 0 && unreadTags.has(name)) this.unread = this.depth;
    if (this.unread > 0) return;
    super.onopentag(name, attributes);
    const element = this.tagStack[this.tagStack.length - 1] as Element;
    this.add(name, element);
    const { id, class: classes, itemprop } = attributes;
    if (id) this.add(`#${id}`, element);
    if (itemprop) this.add(`[itemprop=${itemprop}]`, element);
    if (classes) for (const part of classes.split(" ")) this.add(`.${part}`, element);
  }

  override onclosetag(): void {
    this.depth--;
    if (this.unread === 0) super.onclosetag();
    else if (this.depth < this.unread) this.unread = 0;
  }

  override ontext(text: string): void {
    if (this.unread === 0) super.ontext(text);
  }

  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}

  private add(key: string, element: Element): void {
    if (!indexed.has(key)) return;
    const known = this.index.get(key);
    if (known) known.push(element);
    else this.index.set(key, [element]);
  }
}
