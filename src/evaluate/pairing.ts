/** Which gold item is which found item; each is in at most one pair. */
export interface Pairing<Gold, Got> {
  /** the most alike first */
  readonly pairs: readonly (readonly [Gold, Got])[];
  readonly missed: readonly Gold[];
  readonly extra: readonly Got[];
}

/** Pairs greedily, the most alike first; what is alike by 0 or less is never paired. */
export function pair<Gold, Got>(
  gold: readonly Gold[],
  got: readonly Got[],
  likeness: (gold: Gold, got: Got) => number,
): Pairing<Gold, Got> {
  const candidates = gold
    .flatMap((one, i) => got.map((other, j) => ({ one, other, i, j, score: likeness(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  // by place, since two items may be equal: a post told twice is two
  const pairedGold = new Set<number>();
  const pairedGot = new Set<number>();
  const pairs: (readonly [Gold, Got])[] = [];
  for (const { one, other, i, j } of candidates) {
    if (pairedGold.has(i) || pairedGot.has(j)) continue;
    pairedGold.add(i);
    pairedGot.add(j);
    pairs.push([one, other]);
  }
  return { pairs, missed: gold.filter((_, i) => !pairedGold.has(i)), extra: got.filter((_, j) => !pairedGot.has(j)) };
}
