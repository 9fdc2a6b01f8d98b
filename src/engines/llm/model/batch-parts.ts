import type { KyhopError } from "../../../errors.js";
import type { BatchItem } from "./batch-lines.js";
import { type Budget, budgetSpent, worstCost } from "./budget.js";
import type { Price } from "./prices.js";

/** How much a batch may hold. */
export interface BatchSize {
  readonly requests: number;
  readonly bytes: number;
}

/** The API takes 50 000 requests in 200 MB. */
export const largestBatch: BatchSize = { requests: 50_000, bytes: 190_000_000 };

/** What a line holds beside its request, in bytes; generous. */
const framing = 1_000;

/** The items in batches that are no larger than allowed, in their order. */
export function parted(items: readonly BatchItem[], largest: BatchSize): readonly (readonly BatchItem[])[] {
  const parts: BatchItem[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item.request)) + framing;
    const last = parts.at(-1);
    if (last && last.length < largest.requests && bytes + size <= largest.bytes) {
      last.push(item);
      bytes += size;
    } else {
      parts.push([item]);
      bytes = size;
    }
  }
  return parts;
}

/** What can be sent. */
export interface Affordable {
  readonly items: readonly BatchItem[];
  /** what they may cost at worst */
  readonly worstUsd: number;
  /** those that do not fit whatever the others turn out to cost */
  readonly refused: readonly (readonly [id: string, error: KyhopError])[];
}

/**
 * The items that the budget lasts for. What would fit by itself waits for the next round: the others may turn out
 * cheaper than they could have been.
 */
export function affordable(
  items: readonly BatchItem[],
  price: Price | null,
  { limitUsd, spentUsd }: Pick<Budget, "limitUsd" | "spentUsd">,
  model: string,
): Affordable {
  if (limitUsd === null || !price) return { items, worstUsd: 0, refused: [] };
  const fitting: BatchItem[] = [];
  const refused: [string, KyhopError][] = [];
  let worstUsd = 0;
  for (const item of items) {
    const worst = worstCost(item.request, price);
    if (spentUsd + worst > limitUsd) refused.push([item.id, budgetSpent(model, worst, spentUsd, limitUsd)]);
    else if (spentUsd + worstUsd + worst <= limitUsd) {
      fitting.push(item);
      worstUsd += worst;
    }
  }
  return { items: fitting, worstUsd, refused };
}
