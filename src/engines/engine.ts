import type { CleanDocument } from "../documents/document.js";
import type { Mentions } from "../mentions/mention.js";
import type { Provenance } from "../records/record.js";
import type { Draft } from "./draft.js";
import type { Pipeline } from "./pipeline.js";

/** What an engine is given: the cleaned text, what was recognised in it, and the pipeline of its kind. */
export interface EngineInput {
  readonly document: CleanDocument;
  readonly pipeline: Pipeline;
  readonly mentions: Mentions;
}

/** What an engine gives back: the draft, and what making it took. */
export interface EngineOutput {
  readonly draft: Draft;
  readonly provenance: Pick<Provenance, "engine" | "model" | "promptVersion" | "tokens" | "costUsd">;
}

/** Says what mentions mean. Rules and language models stand behind this one interface. */
export interface Engine {
  readonly name: "rules" | "llm" | "hybrid";
  /** @throws KyhopError where the document cannot be drafted */
  draft(input: EngineInput): Promise<EngineOutput>;
}
