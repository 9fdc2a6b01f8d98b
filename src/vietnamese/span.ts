/** A half-open range of UTF-16 code units of a document's NFC text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `outer` holds the whole of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The items that lie wholly within the span, in order; the search does not walk them all. `sorted` is in order of `start`. */
export function itemsWithin<Item extends Span>(sorted: readonly Item[], span: Span): readonly Item[] {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Item[] = [];
  for (let item = sorted[low]; item && item.start < span.end; item = sorted[++low]) {
    if (covers(span, item)) found.push(item);
  }
  return found;
}
