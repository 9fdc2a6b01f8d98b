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

/** How far apart the two spans are; 0 where they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

/** The index of the first item that is past a point, or how many there are. In `sorted`, those past it stand last. */
export function firstPast<Item>(sorted: readonly Item[], isPast: (item: Item) => boolean): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (isPast(sorted[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The items that lie wholly within the span, in order; the search does not walk them all. `sorted` is in order of `start`. */
export function itemsWithin<Item extends Span>(sorted: readonly Item[], span: Span): readonly Item[] {
  const found: Item[] = [];
  let next = firstPast(sorted, ({ start }) => start >= span.start);
  for (let item = sorted[next]; item && item.start < span.end; item = sorted[++next]) {
    if (covers(span, item)) found.push(item);
  }
  return found;
}

/** What has been worked out of some spans, so that it is worked out once. */
export class BySpan<Value> {
  private readonly known = new Map<number, { readonly end: number; readonly value: Value }[]>();

  get({ start, end }: Span, compute: () => Value): Value {
    const rows = this.known.get(start);
    const before = rows?.find((row) => row.end === end);
    if (before) return before.value;
    const row = { end, value: compute() };
    if (rows) rows.push(row);
    else this.known.set(start, [row]);
    return row.value;
  }
}
