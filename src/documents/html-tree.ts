import { load } from "cheerio/slim";
import { DomHandler, Parser, type parseDocument } from "htmlparser2";
import { KyhopError } from "../errors.js";

/** A parsed page, to be asked by selectors. */
export type Page = ReturnType<typeof load>;
export type Root = ReturnType<typeof parseDocument>;
export type Node = Root["children"][number];
export type Element = Extract<Node, { readonly attribs: unknown }>;

export function isElement(node: Node): node is Element {
  return "attribs" in node;
}

/**
 * Parses HTML as it comes: unclosed tags, stray end tags and unknown names are all read; comments are left out.
 * @throws KyhopError DOCUMENT_TOO_COMPLEX where tags nest deeper than `maxDepth`
 */
export function parsePage(
  html: string,
  source: string,
  maxDepth: number,
): { readonly page: Page; readonly root: Root } {
  const handler = new StoryHandler(source, maxDepth);
  new Parser(handler).end(html);
  return { page: load(handler.root), root: handler.root };
}

class StoryHandler extends DomHandler {
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
  }

  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}
}
