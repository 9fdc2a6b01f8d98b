/** What a document may cost at most; beyond it the document fails with a reason and the run goes on. */
export interface Limits {
  /** size of a source, checked before it is read */
  readonly maxBytes: number;
  /** how deep tags may nest: browsers flatten at 512, and the parser's work grows with depth × tags */
  readonly maxDepth: number;
}

export const defaultLimits: Limits = { maxBytes: 20 * 1024 * 1024, maxDepth: 4096 };
