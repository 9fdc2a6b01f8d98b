import { covers, type Span } from "../../vietnamese/text/span.js";
import type { Draft, DraftFigure } from "../draft.js";
import type { Engine, EngineInput, EngineOutput } from "../engine.js";
import { askDocument, type LlmOptions } from "../llm/ask-document.js";
import { interpretFigures } from "../llm/interpret/figures.js";
import { interpreting } from "../llm/interpret/interpreting.js";
import { planOf, usualLimits } from "../llm/plan.js";
import { rulesEngine } from "../rules/index.js";
import { doubtfulLines } from "./doubts.js";

export interface HybridOptions extends LlmOptions {
  /** the evidence of a draft's figures that grounding does not verify; engines stand below grounding */
  readonly unproven: (input: EngineInput, draft: Draft) => readonly Span[];
}

/**
 * Rules first; a model is asked only about the paragraphs that they leave in doubt, and there its figures stand in place
 * of theirs. Meetings, people and papers are the rules'. A document without doubt costs nothing.
 */
export function hybridEngine(options: HybridOptions): Engine {
  const limits = { ...usualLimits, ...options.limits };
  return {
    name: "hybrid",
    async draft(input: EngineInput): Promise<EngineOutput> {
      const { draft, provenance } = await rulesEngine.draft(input);
      const doubtful = doubtfulLines(input, draft, options.unproven(input, draft));
      if (doubtful.length === 0) return { draft, provenance: { ...provenance, engine: "hybrid" } };
      const plan = await planOf(input, options.prompts, limits, doubtful);
      const { reply, leniency, cost } = await askDocument(input, plan, options);
      const reading = interpreting(input);
      const answered = interpretFigures(reply.blocks, draft.sessions, reading);
      return {
        draft: {
          ...draft,
          figures: mergedFigures(draft, answered, doubtful),
          refusals: [...reading.refusals.all, ...leniency],
        },
        provenance: { engine: "hybrid", ...cost },
      };
    },
  };
}

/** In the paragraphs that were asked about the answer's figures, elsewhere the rules', in the order of the text. */
function mergedFigures(
  { figures }: Draft,
  answered: readonly DraftFigure[],
  asked: readonly Span[],
): readonly DraftFigure[] {
  const isAsked = ({ evidence }: DraftFigure): boolean => asked.some((line) => covers(line, evidence));
  return [...figures.filter((one) => !isAsked(one)), ...answered.filter(isAsked)].sort(
    (a, b) => a.evidence.start - b.evidence.start,
  );
}
