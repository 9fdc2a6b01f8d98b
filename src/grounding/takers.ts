import type { Figure } from "../records/figure.js";
import type { Record } from "../records/record.js";
import { percentOf } from "../vietnamese/numbers/percent.js";
import { placeOf } from "./comparison-checks.js";
import { provingQuantities } from "./figure-numbers.js";
import type { Proof } from "./proof.js";

/** How many claims of a record take a quantity, by the quantity's id. */
export type Takers = ReadonlyMap<string, number>;

type Claims = Pick<Record, "attendees" | "targets" | "achievements">;

/** Counts, for every quantity of the text, the figures, comparisons and groups of people that state it. */
export function takersOf(proof: Proof, { attendees, targets, achievements }: Claims): Takers {
  const takers = new Map<string, number>();
  const take = (ids: Iterable<string>) => {
    for (const id of new Set(ids)) takers.set(id, (takers.get(id) ?? 0) + 1);
  };
  for (const figure of [...targets, ...achievements]) {
    const own = provingQuantities(proof, figure)[0];
    if (own) take([own.id]);
    take(comparedQuantities(proof, figure, own?.id ?? null));
  }
  for (const { evidence, count } of attendees) {
    const counts = evidence.flatMap((one) => proof.within("quantity", one));
    take(counts.filter(({ value }) => value.value === count).map(({ id }) => id));
  }
  return takers;
}

/** @param own the number that the figure itself takes; a plan of the same amount stands beside it: "500 ha/500 ha" */
function comparedQuantities(proof: Proof, figure: Figure, own: string | null): string[] {
  return figure.comparisons.flatMap(({ text, percent, value }) => {
    const place = placeOf(proof, figure, text);
    const near = [...(place ? proof.within("quantity", place) : []), ...proof.within("quantity", figure.evidence)];
    const shares = near.filter((one) => percentOf(one.value) === Math.abs(percent ?? Number.NaN));
    const amounts = near.filter((one) => one.value.value === Math.abs(value ?? Number.NaN));
    const amount = amounts.find(({ id }) => id !== own) ?? amounts[0];
    return [shares[0], amount].flatMap((one) => one?.id ?? []);
  });
}
