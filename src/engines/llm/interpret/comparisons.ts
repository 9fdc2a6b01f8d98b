import type { DraftComparison, MentionId } from "../../draft.js";
import type { Clause } from "../../rules/figures/clauses.js";
import { readComparison } from "../../rules/figures/comparisons.js";
import { type QuantityMention, verbBefore } from "../../rules/figures/number-verbs.js";
import { hull } from "../../rules/sessions/details.js";
import { readComparedId } from "../reply.js";
import type { Interpreting } from "./interpreting.js";
import { comparedNumbers, type NumberGroups } from "./number-groups.js";

/** A number that the answer says a result is held against, and what it says that the number is a measure of. */
export interface Against {
  readonly quantity: QuantityMention;
  readonly basis: DraftComparison["basis"];
}

/** Reads "n13p"; an id that the text does not hold is refused. */
export function readAgainst(vs: readonly string[], { refusals }: Interpreting, path: string): readonly Against[] {
  return vs.flatMap((written, index) => {
    const { id, basis } = readComparedId(written);
    const quantity = refusals.mention("quantity", id, `${path}[${index}]`);
    return quantity ? [{ quantity, basis }] : [];
  });
}

/** The amount that is compared, or `null` where only the comparison is told; and the number by which it is found. */
interface Result {
  readonly quantity: QuantityMention | null;
  readonly anchor: QuantityMention;
}

/**
 * The comparisons of a result: those that the answer names, put together as the grammar reads them (share or change,
 * rise or fall, a plan's amount beside its share), and those beside the number that no part of the answer claims.
 * @param claimed the numbers that the whole answer uses
 */
export function comparisonsOf(
  { quantity, anchor }: Result,
  against: readonly Against[],
  groups: NumberGroups,
  claimed: ReadonlySet<MentionId>,
): readonly DraftComparison[] {
  const group = groups.of(anchor.id);
  const known = group && group.quantity?.id === quantity?.id ? group.comparisons : [];
  const basisOf = new Map(against.map((one) => [one.quantity.id, one.basis]));
  const read = known.flatMap((one) => {
    const numbers = comparedNumbers(one);
    const basis = numbers.flatMap((id) => basisOf.get(id) ?? [])[0];
    const own = numbers.includes(anchor.id) || numbers.every((id) => !claimed.has(id));
    return basis ? [{ ...one, basis }] : own ? [one] : [];
  });
  const taken = new Set(read.flatMap(comparedNumbers));
  const others = against.filter((one) => !taken.has(one.quantity.id));
  return others.reduce<readonly DraftComparison[]>((all, one) => {
    const found = unread(quantity, one, groups);
    return found ? joined(all, found) : all;
  }, read);
}

/** What ties a plan's or an earlier amount to the result beside it: "/", a bracket, or words that name it. */
const tied =
  /^ ?[/(]|(?<!\p{L})(?:kh|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|so với|cùng kỳ|năm|từ|công suất|trước)(?!\p{L})/u;
/** in UTF-16 code units: a comparison stands in its result's own clause */
const farthest = 160;
const farthestAmount = 70;
const clauseEnd = /[;\n]|\.\s/;

/** A comparison that the grammar by itself reads as a result or not at all; `null` where nothing ties it to the result. */
function unread(
  main: QuantityMention | null,
  { quantity, basis }: Against,
  groups: NumberGroups,
): DraftComparison | null {
  const { reading } = groups.mentions;
  const [first, last] = main && main.start > quantity.start ? [quantity, main] : [main ?? quantity, quantity];
  const between = reading.folded.slice(first.end, last.start);
  if (between.length > farthest || clauseEnd.test(between)) return null;
  const clause = groups.clauseAt(quantity.start) ?? { start: 0, end: reading.text.length };
  const { from, to } = roomOf(quantity, clause, groups);
  const around = { from, to, hasFigure: true, inherited: basis, isRate: false, isAmount: basis === "plan" };
  const share = quantity.value.kind === "share";
  const alike = main !== null && quantity.value.unit === main.value.unit;
  const found = share || alike ? readComparison(reading, quantity, around) : null;
  if (found) return { ...found, basis };
  const empty = { basis, falls: false, quantity: null, other: null, setBy: null };
  if (main && alike && (share || (between.length <= farthestAmount && tied.test(between))))
    return { ...empty, type: "ratio", other: quantity.id, text: hull([main, quantity]) };
  if (!share) return null;
  const verb = verbBefore(reading, quantity.start, from);
  const text = { start: verb?.start ?? quantity.start, end: quantity.end };
  const changes = verb !== null && verb.kind !== "ratio";
  return { ...empty, type: changes ? "change" : "ratio", falls: verb?.kind === "fall", quantity: quantity.id, text };
}

/** The words that may belong to a number: up to its neighbours. */
function roomOf(quantity: QuantityMention, clause: Pick<Clause, "start" | "end">, { mentions }: NumberGroups) {
  const all = mentions.of("quantity", clause);
  const index = all.findIndex(({ id }) => id === quantity.id);
  return { from: all[index - 1]?.end ?? clause.start, to: all[index + 1]?.start ?? clause.end };
}

/** "6 tỷ đồng/6,9 tỷ đồng, bằng 86,7%": the plan's amount and the share of it are one comparison. */
function joined(all: readonly DraftComparison[], next: DraftComparison): readonly DraftComparison[] {
  const amount = all.find((one) => one.basis === next.basis && one.quantity === null && one.other !== null);
  if (!amount || next.type !== "ratio" || next.quantity === null) return [...all, next];
  return all.map((one) => (one === amount ? { ...next, other: amount.other } : one));
}
