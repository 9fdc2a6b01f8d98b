import type { CleanDocument } from "../document.js";
import { type Difference, differencesBetween } from "./differences.js";
import { type Signature, signatureLength, signatureOf, similarity } from "./signature.js";

/** the share of word shingles in common from which two texts are the same article */
export const leastSimilarity = 0.6;
/** components that must agree in one band at least: a pair at the threshold is overlooked once in 2,000 */
const bandLength = 3;

/** An article that was met before. */
export interface Duplicate {
  /** the source of the one that came first */
  readonly duplicateOf: string;
  /** 1 for the same text, else the estimated share of word shingles in common */
  readonly similarity: number;
  /** what the two print with other numbers: both are kept, neither is corrected */
  readonly differences: readonly Difference[];
}

interface Known {
  readonly source: string;
  readonly text: string;
  readonly signature: Signature;
}

/**
 * Finds reprints among documents as they come. Each document is compared with the first print of those that share a band
 * of its signature, so the time stays linear; the texts of first prints are held.
 */
export class DuplicateFinder {
  private readonly ids = new Map<string, Known>();
  private readonly bands = new Map<string, Known[]>();

  /** The first print of a document; `null` where it is one. */
  add({ id, source, text }: Pick<CleanDocument, "id" | "source" | "text">): Duplicate | null {
    const same = this.ids.get(id);
    if (same) return { duplicateOf: same.source, similarity: 1, differences: [] };
    const signature = signatureOf(text);
    const keys = bandsOf(signature);
    let best: { readonly known: Known; readonly share: number } | null = null;
    for (const known of new Set(keys.flatMap((key) => this.bands.get(key) ?? []))) {
      const share = similarity(signature, known.signature);
      if (share >= leastSimilarity && share > (best?.share ?? 0)) best = { known, share };
    }
    const known = best?.known ?? { source, text, signature };
    this.ids.set(id, known);
    if (best) {
      const differences = differencesBetween(text, best.known.text);
      return { duplicateOf: best.known.source, similarity: best.share, differences };
    }
    for (const key of keys) this.bands.set(key, [...(this.bands.get(key) ?? []), known]);
    return null;
  }
}

function bandsOf(signature: Signature): readonly string[] {
  return Array.from(
    { length: signatureLength / bandLength },
    (_, band) => `${band}:${signature.subarray(band * bandLength, (band + 1) * bandLength).join(",")}`,
  );
}
