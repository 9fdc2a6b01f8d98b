import { furnitureNames } from "./portals.js";
import { type Element, isElement, type Node } from "./tree.js";

const setOf = (names: string) => new Set(names.split(" "));
/** what of a page is read for its facts and not for its words */
const skipped = setOf("head script title");
/** Elements that begin and end a line. */
export const blocks = setOf(
  "address article blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul",
);
const hiddenStyle = /(?:display ?: ?none|visibility ?: ?hidden)/i;
const hiddenNames = /(?:^|\s)(?:hidden|hide|d-none|sr-only|visually-hidden|screen-reader-text|ms-hide)(?!\S)/;
/** attributes of what opens and closes the block after it */
const switches = ["onclick", "aria-expanded", "data-toggle", "data-bs-toggle"];
const furnitureWords = new RegExp(`(?:^|[\\s_-])(?:${furnitureNames.join("|")})(?![^\\s_-])`, "i");

/** What an element's tag, class and id make of it: never read, read but no story, or nothing. */
export type ElementKind = "hidden" | "furniture" | "plain";

/** Tells the kinds of a page's elements; names that many of them share are looked at once. */
export class ElementKinds {
  private readonly known = new Map<string, ElementKind>();

  of(element: Element): ElementKind {
    const { name, attribs } = element;
    if (skipped.has(name) || "hidden" in attribs) return "hidden";
    const { style, class: classes = "", id = "" } = attribs;
    if (style?.includes("n") && hiddenStyle.test(style) && !opensOnClick(element)) return "hidden";
    if (name === "form") return "furniture";
    const names = id ? `${classes} ${id}` : classes;
    if (!names || names.length > 300) return "plain";
    let kind = this.known.get(names);
    if (!kind) {
      kind = kindOfNames(names);
      this.known.set(names, kind);
    }
    return kind;
  }
}

/** The nearest figure or table around a picture, else its paragraph. */
export function pictureBlock(picture: Element): Element | null {
  let paragraph: Element | null = null;
  for (
    let node = picture.parent, steps = 0;
    node && isElement(node as Node) && steps < 6;
    node = node.parent, steps++
  ) {
    const element = node as Element;
    if (element.name === "figure" || element.name === "table") return element;
    if (!paragraph && blocks.has(element.name)) paragraph = element;
  }
  return paragraph;
}

/** Whether a click on the block before shows it, as the answer below its question. */
function opensOnClick(element: Element): boolean {
  let before = element.prev;
  while (before && !isElement(before)) before = before.prev;
  return before !== null && isElement(before) && switches.some((name) => name in before.attribs);
}

export const isHeading = (element: Element): boolean => /^h[1-4]$/.test(element.name);

function kindOfNames(names: string): ElementKind {
  if (hiddenNames.test(names)) return "hidden";
  return furnitureWords.test(names) ? "furniture" : "plain";
}
