/** What a document says of itself. A fact that is not printed is `null`. */
export interface Facts {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** ISO 8601: a moment with +07:00 where a time is printed, else a bare day */
  readonly publishedAt: string | null;
}

export const noFacts: Facts = { title: null, author: null, publisher: null, publishedAt: null };

/** Each fact from the first of `sources` that knows it. */
export function firstKnown(...sources: readonly Partial<Facts>[]): Facts {
  const known = (name: keyof Facts) => sources.find((facts) => facts[name])?.[name] ?? null;
  return {
    title: known("title"),
    author: known("author"),
    publisher: known("publisher"),
    publishedAt: known("publishedAt"),
  };
}
