import { type CheerioAPI, load } from "cheerio/slim";
import { DomHandler, Parser, type parseDocument } from "htmlparser2";
import { KyhopError } from "../errors.js";

export type Root = ReturnType<typeof parseDocument>;
export type Node = Root["children"][number];
export type Element = Extract<Node, { readonly attribs: unknown }>;

export function isElement(node: Node): node is Element {
  return "attribs" in node;
}

/**
 * A parsed page, to be asked by CSS selectors. Elements are kept by tag, id, class and itemprop as they are parsed, so
 * that a selector is tried on the few elements that its last part may mean and not on the whole page.
 */
export class Page {
  private readonly query: CheerioAPI;

  constructor(
    readonly root: Root,
    private readonly index: ReadonlyMap<string, readonly Element[]>,
  ) {
    this.query = load(root);
  }

  /** The elements that one selector means, in the page's order. */
  select(selector: string): readonly Element[] {
    const key = keyOf(selector);
    const candidates = this.index.get(key) ?? [];
    return key === selector ? candidates : candidates.filter((element) => this.query(element).is(selector));
  }

  /** All text below an element, as written. */
  textOf(element: Element): string {
    return this.query(element).text();
  }
}

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

  constructor(
    private readonly source: string,
    private readonly maxDepth: number,
  ) {
    super();
  }

  override onopentag(name: string, attributes: { [name: string]: string }): void {
    if (this.tagStack.length > this.maxDepth) {
      const reason = `its tags nest more than ${this.maxDepth} deep`;
      throw new KyhopError("DOCUMENT_TOO_COMPLEX", { path: this.source, reason });
    }
    super.onopentag(name, attributes);
    const element = this.tagStack[this.tagStack.length - 1] as Element;
    this.add(name, element);
    const { id, class: classes, itemprop } = attributes;
    if (id) this.add(`#${id}`, element);
    if (itemprop) this.add(`[itemprop=${itemprop}]`, element);
    if (classes) for (const part of classes.split(" ")) if (part) this.add(`.${part}`, element);
  }

  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}

  private add(key: string, element: Element): void {
    const known = this.index.get(key);
    if (known) known.push(element);
    else this.index.set(key, [element]);
  }
}

const keys = new Map<string, string>();

/** The id, class, itemprop or tag that an element must have to be the selector's last part. */
function keyOf(selector: string): string {
  const known = keys.get(selector);
  if (known !== undefined) return known;
  const last = selector.slice(selector.lastIndexOf(" ") + 1);
  const key =
    /[#.][\w-]+/.exec(last.replace(/\[[^\]]*\]/g, ""))?.[0] ??
    /\[itemprop=\w+\]/.exec(last)?.[0] ??
    /^\w+/.exec(last)?.[0];
  if (!key) throw new TypeError(`A selector must end in a tag, an id, a class or an itemprop: ${selector}`);
  keys.set(selector, key);
  return key;
}
