import type { Problem } from "../records/record.js";

/** Everything that can be wrong with a claim, in one table: what was found and what to do about it. */
const messages = {
  UNKNOWN_MENTION:
    "The draft names {kind} '{id}', which the text does not hold. Left out; look at the engine's answer.",
  WORDS_NOT_IN_TEXT: "The answer quotes '{words}', which the text does not hold. Left out; read the passage.",
  MENTION_REPEATED:
    "The answer uses the number '{id}' ({words}) twice. The first use is kept; check which one is right.",
  REPLY_LENIENT:
    "The model answered outside the schema ({leniency}) and was understood. Use a model with strict output.",
  EMPTY_WORDS: "The draft gives no words for {what}. Left out; look at the engine's answer.",
  UNKNOWN_SESSION: "There is no session {session}. Set it to one of the record's sessions, or to null.",
  ESTIMATE_ELSEWHERE: "'{words}' is no estimate of this number. Read as exact; check the sentence.",
  DOCUMENT_CHANGED: "The text is not the one that the id was made of. Extract the document again.",
  EVIDENCE_NOT_IN_TEXT: "The quote is not what the text holds at its offsets. Extract the document again.",
  EVIDENCE_TOO_LONG: "The evidence has {length} characters and proves nothing so wide. Narrow it to one statement.",
  NOTHING_CLAIMED: "There is no number, no comparison and no status. Remove it, or find what the text says.",
  NUMBER_NOT_IN_EVIDENCE: "'{value}' is not what the evidence says; it says {read}. Correct the value or the evidence.",
  NUMBER_READS_DIFFERENTLY: "Read by itself, the evidence does not say '{value}'. Widen or correct the evidence.",
  NUMBER_OF_ANOTHER: "'{number}' stands nearer to the indicator than the number taken. Check which one belongs to it.",
  NUMBER_IN_INDICATOR: "'{number}' is part of the indicator's words and not its value. Find the value.",
  INDICATOR_NOT_IN_EVIDENCE:
    "The evidence and its heading do not say '{words}'. Correct the indicator or the evidence.",
  NEGATED: "The text says that it was not so ('{words}'). Read the sentence; the figure may have to go.",
  MEASURE_CONTRADICTED: "The evidence tells no {measure}. Check whether it is the amount itself or its change.",
  FRACTION_OF_COUNTED: "{value} is a fraction of {unit}, which is counted whole. Check the number's separators.",
  RATE_OUT_OF_BOUNDS: "A rate of {value}% is not between 0 and 100. Check the number, or whether it is a rate.",
  RANGE_NOT_RISING: "The range runs from {low} down to {high}. Check both ends.",
  PART_EXCEEDS_WHOLE: "{part} out of {whole} is more than all. Check both numbers.",
  PERIOD_NOT_IN_TEXT: "The text does not name the period '{label}' with these days. Correct the period.",
  PERIOD_ENDS_BEFORE_START: "The period ends on {end}, before it starts on {start}. Correct it.",
  AREA_NOT_IN_TEXT: "The text does not name '{area}'. Correct the area, or set it to null.",
  STATUS_NOT_IN_EVIDENCE: "The evidence does not say '{words}'. Correct the status or the evidence.",
  NUMBER_BESIDE_STATUS: "The evidence holds the number '{number}' that the status leaves out. Take the number.",
  COMPARISON_NOT_IN_TEXT: "The text does not say '{words}' beside the figure. Correct the comparison.",
  COMPARISON_READS_DIFFERENTLY: "'{words}' does not say {value}. Correct the comparison's number.",
  COMPARISON_CONTRADICTED: "'{words}' tells no {claim}. Check its type and its sign.",
  NOT_IN_TEXT: "The text does not say {field} '{value}' there. Correct it, or set it to null.",
  CONFLICTING_VALUES: "'{indicator}' has another value in {other} for the same period. Both are kept; choose one.",
  UNCLAIMED_NUMBER: "No figure uses '{number}' in '{words}'. Check whether a result or a target was missed.",
} as const;

export type ProblemCode = keyof typeof messages;

/** All codes, for documentation and tests. */
export const problemCodes = Object.keys(messages) as readonly ProblemCode[];

/** @param path where it stands: `targets[3]` of the record, or `draft.figures[3]` of what was refused */
export function problem(
  path: string,
  code: ProblemCode,
  details: Readonly<Record<string, string | number | null>> = {},
): Problem {
  const message = messages[code].replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? key));
  return { path, code, message };
}
