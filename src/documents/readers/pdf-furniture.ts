import type { TextLine } from "./pdf-layout.js";

/** how many lines at a page's top and bottom may be its head and foot */
const reach = 3;
const fewestPages = 3;
const pageNumber = /^\W{0,3}(?:trang |page )?\d{1,3}(?: ?\/ ?\d{1,3})?\W{0,3}$/iu;

/** The lines of each page without the head and foot that every page repeats, and without page numbers. */
export function withoutPageFurniture(pages: readonly (readonly TextLine[])[]): readonly (readonly TextLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set([...page.slice(0, reach), ...page.slice(-reach)].map(keyOf))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const often = Math.max(fewestPages, pages.length / 2);
  const isFurniture = (page: readonly TextLine[], index: number) => {
    const line = page[index];
    if (!line || line.row) return false;
    return (standsApart(page, index) && pageNumber.test(line.text)) || (counts.get(keyOf(line)) ?? 0) >= often;
  };
  return pages.map((page) => {
    let [from, to] = [0, page.length];
    while (from < reach && from < to && isFurniture(page, from)) from++;
    while (page.length - to < reach && from < to && isFurniture(page, to - 1)) to--;
    return page.slice(from, to);
  });
}

/** Whether a line is a page's first or last, and a gap is between it and the others. */
function standsApart(page: readonly TextLine[], index: number): boolean {
  if (index === 0) return page[1]?.gap === true;
  return index === page.length - 1 && page[index]?.gap === true;
}

/** Heads differ from page to page by their number alone. */
const keyOf = ({ text }: TextLine): string => text.replace(/\d+/g, "#").trim();
