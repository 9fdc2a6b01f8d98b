import type { Mentions } from "../../../mentions/mention.js";
import { firstPast } from "../../../vietnamese/text/span.js";
import type { DraftComparison, MentionId } from "../../draft.js";
import { type Clause, clauses } from "../../rules/figures/clauses.js";
import type { Group } from "../../rules/figures/group.js";
import { groupNumbers } from "../../rules/figures/groups.js";

/** How the grammar reads the numbers of a text: which clause each stands in, and which result it belongs to. */
export class NumberGroups {
  private readonly clauses: readonly Clause[];
  private readonly byNumber = new Map<MentionId, Group>();

  constructor(readonly mentions: Mentions) {
    const { reading } = mentions;
    this.clauses = clauses(reading);
    let before: Group | null = null;
    for (const clause of this.clauses) {
      const previous: Group | null = before?.clause.sentence.start === clause.sentence.start ? before : null;
      const groups: readonly Group[] = groupNumbers(reading, mentions, clause, previous);
      for (const group of groups) for (const id of numbersOf(group)) this.byNumber.set(id, group);
      before = groups.at(-1) ?? before;
    }
  }

  /** The result that the number is the amount of, or that it is compared with. */
  of(id: MentionId): Group | null {
    return this.byNumber.get(id) ?? null;
  }

  /** The clause in which an offset lies, else the nearest before it. */
  clauseAt(offset: number): Clause | null {
    return this.clauses[firstPast(this.clauses, ({ start }) => start > offset) - 1] ?? null;
  }
}

/** The numbers that a comparison states: the share or change, and the amount that it is held against. */
export function comparedNumbers({ quantity, other }: DraftComparison): readonly MentionId[] {
  return [quantity, other].filter((id) => id !== null);
}

const numbersOf = ({ quantity, comparisons }: Group): readonly MentionId[] => [
  ...(quantity ? [quantity.id] : []),
  ...comparisons.flatMap(comparedNumbers),
];
