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
