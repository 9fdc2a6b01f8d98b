/** What a document may cost at most; beyond it the document fails with a reason and the run goes on. */
export interface Limits {
  /** size of a document, checked before it is read or, inside a container, while it is inflated */
  readonly maxBytes: number;
  /** how deep tags may nest: browsers flatten at 512, and the parser's work grows with depth × tags */
  readonly maxDepth: number;
  /** how many documents one container may give */
  readonly maxEntries: number;
  /** how deep containers may nest: an archive in an archive is two */
  readonly maxNesting: number;
  /** inflated bytes for a packed one, counted beyond the first `maxBytes`: deflate cannot pass 1032, texts stay below 30 */
  readonly maxRatio: number;
}

export const defaultLimits: Limits = {
  maxBytes: 20 * 1024 * 1024,
  maxDepth: 4096,
  maxEntries: 10_000_000,
  maxNesting: 3,
  maxRatio: 250,
};
