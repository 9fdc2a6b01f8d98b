import { KyhopError } from "../../errors.js";
import type { Span } from "../../vietnamese/text/span.js";
import type { EngineInput } from "../engine.js";
import { Outline } from "./headings.js";
import { markText } from "./marks.js";
import type { ChatRequest } from "./model/model.js";
import { fitsInto } from "./model/tokens.js";
import { requestOf } from "./prompt.js";
import type { Prompt, Prompts } from "./prompts.js";
import { type Section, shownSpans, someLines, splitToFit, wholeDocument } from "./sections.js";

/** Bounds of what is asked at a time. */
export interface LlmLimits {
  /** tokens of the document in one request; a longer one is asked about in sections */
  readonly documentTokens: number;
  /** tokens of one answer; a longer one is asked for in halves */
  readonly outputTokens: number;
  /** how often an answer outside the schema is asked for again */
  readonly repairs: number;
}

/** A figure takes some 25 tokens of an answer, and a request of that length holds some 400. */
export const usualLimits: LlmLimits = { documentTokens: 16_000, outputTokens: 12_000, repairs: 2 };

/** What will be asked about a document. */
export interface Plan {
  readonly prompt: Prompt;
  readonly outline: Outline;
  readonly sections: readonly Section[];
  /** a section as the model sees it: with marks, and below what it carries */
  readonly shown: (section: Section) => string;
}

/**
 * Chooses the prompt of the document's pipeline and parts the document to the limit.
 * @param asked the lines of it that are asked about, in order; all where none are given
 * @throws KyhopError ENGINE_UNAVAILABLE where the pipeline has no prompt
 */
export async function planOf(
  input: EngineInput,
  prompts: Prompts,
  { documentTokens }: LlmLimits,
  asked?: readonly Span[],
): Promise<Plan> {
  const { mentions, pipeline } = input;
  const prompt = prompts.get(pipeline.id);
  if (!prompt) {
    const reason = `there is no prompt for the pipeline ${pipeline.id}`;
    throw new KyhopError("ENGINE_UNAVAILABLE", { engine: "llm", reason });
  }
  const outline = new Outline(mentions.reading);
  const shown = (section: Section) => markText(mentions, shownSpans(section));
  const fits = (section: Section) => fitsInto(documentTokens, shown(section));
  const whole = asked ? someLines(outline, asked) : wholeDocument(outline);
  return { prompt, outline, shown, sections: await splitToFit(outline, whole, fits) };
}

/** The requests of a plan if all goes well: one a section. */
export function plannedRequests(
  { prompt, sections, shown }: Plan,
  { outputTokens }: LlmLimits,
): Promise<readonly ChatRequest[]> {
  return Promise.all(
    sections.map((section) => requestOf(prompt, { document: shown(section), corrections: "" }, outputTokens)),
  );
}

/** Measured over gold records: a figure takes 24 tokens, and the session, its people and papers take what is left. */
const tokensOfFigure = 24;
const tokensOfRest = 180;

/** About how many tokens the answers about a document will take, if every number of it is a figure. */
export function expectedOutput({ mentions }: Pick<EngineInput, "mentions">): number {
  return tokensOfRest + tokensOfFigure * mentions.of("quantity").length;
}
