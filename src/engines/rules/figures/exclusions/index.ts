import type { Reading } from "../../../../vietnamese/text/reading.js";
import type { Clause } from "../clauses.js";
import type { QuantityMention } from "../number-verbs.js";
import { type Around, around } from "./around.js";
import { isBackground } from "./background.js";
import { isByTheWay } from "./by-the-way.js";
import { isMeetingsOwn } from "./meeting.js";
import { isOfPicture } from "./pictures.js";
import { isPerUnit, isScope } from "./scopes.js";
import { isPriceOrSumAgain } from "./sums.js";

const reasons: readonly ((around: Around) => boolean)[] = [
  isPerUnit,
  isScope,
  isQuoted,
  isByTheWay,
  isMeetingsOwn,
  isBackground,
  isPriceOrSumAgain,
  isOfPicture,
];

/** Whether a number is none that the government aims at or has done. */
export function isExcluded(reading: Reading, quantity: QuantityMention, clause: Clause): boolean {
  if (isBare(quantity)) return true;
  const words = around(reading, quantity, clause);
  return reasons.some((holds) => holds(words));
}

/** A bare whole number is a rank, a level or a mark more often than a result. */
function isBare({ value }: QuantityMention): boolean {
  return value.unit === null && value.outOf === null && Number.isInteger(value.value);
}

/** "“5 không, 3 sạch”": a slogan counts nothing. */
function isQuoted({ quantity, before, behind }: Around): boolean {
  return quantity.value.kind === "count" && before.split('"').length % 2 === 0 && behind.includes('"');
}
