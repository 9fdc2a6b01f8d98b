import type { EngineInput } from "../../engine.js";
import { Aligner } from "./align.js";
import { Refusals } from "./refusals.js";

/** What an answer is read with. */
export interface Interpreting extends EngineInput {
  readonly aligner: Aligner;
  readonly refusals: Refusals;
}

/** What the answer about a document is read with; one for each answer, as it collects what is refused. */
export function interpreting(input: EngineInput): Interpreting {
  const { mentions } = input;
  return { ...input, aligner: new Aligner(mentions.reading), refusals: new Refusals(mentions) };
}
