/** how many lines at a page's top and bottom may be its head and foot */
const reach = 3;
const fewestPages = 3;
const pageNumber = /^\W{0,3}(?:trang |page )?\d{1,4}(?: ?\/ ?\d{1,4})?\W{0,3}$/iu;

/** The lines of all pages without the head and foot that every page repeats, and without page numbers. */
export function withoutPageFurniture(pages: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgesOf(page).map((index) => keyOf(page[index] ?? "")))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const often = Math.max(fewestPages, pages.length / 2);
  return pages.flatMap((page) => {
    const edges = new Set(edgesOf(page));
    return page.filter((line, index) => {
      if (!edges.has(index)) return true;
      return !pageNumber.test(line) && (counts.get(keyOf(line)) ?? 0) < often;
    });
  });
}

/** The places of the first and last lines that are not empty. */
function edgesOf(page: readonly string[]): readonly number[] {
  const filled = page.flatMap((line, index) => (line.trim() ? [index] : []));
  return [...new Set([...filled.slice(0, reach), ...filled.slice(-reach)])];
}

/** Heads differ from page to page by their number alone. */
const keyOf = (line: string): string => line.replace(/\d+/g, "#").trim();
