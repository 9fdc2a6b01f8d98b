import { readdirSync, readFileSync } from "node:fs";
import { pipelines } from "../../pipelines/index.js";
import { cleanText } from "../../src/documents/clean.js";
import type { CleanDocument } from "../../src/documents/document.js";
import type { Draft } from "../../src/engines/draft.js";
import type { Pipeline } from "../../src/engines/pipeline.js";
import { rulesEngine } from "../../src/engines/rules/index.js";
import { ground } from "../../src/grounding/ground.js";
import type { Mentions } from "../../src/mentions/mention.js";
import { recognise } from "../../src/mentions/recognise.js";
import { choosePipeline } from "../../src/pipeline.js";
import type { Provenance, Record } from "../../src/records/record.js";

/** A document with what each stage made of it. */
export interface ExtractedDocument {
  readonly name: string;
  readonly document: CleanDocument;
  readonly pipeline: Pipeline;
  readonly mentions: Mentions;
  readonly draft: Draft;
  readonly record: Record;
}

export const provenance: Provenance = {
  engine: "rules",
  model: null,
  pipeline: "session-news",
  promptVersion: null,
  tokens: { input: 0, output: 0, cached: 0 },
  costUsd: 0,
  extractedAt: "2026-01-01T00:00:00.000Z",
};

/** The stages of `extract`, with what is between them. */
export async function extractInStages(document: CleanDocument): Promise<ExtractedDocument> {
  const mentions = recognise(document);
  const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
  const { draft } = await rulesEngine.draft({ document, pipeline, mentions });
  const record = ground({ document, kind: pipeline.kind, mentions, draft, provenance });
  return { name: document.source, document, pipeline, mentions, draft, record };
}

/** Every document of the fixtures, extracted by rules. */
export async function extractedDocuments(): Promise<readonly ExtractedDocument[]> {
  const names = readdirSync("fixtures/documents").sort();
  const documents = names.map((name) => cleanText(readFileSync(`fixtures/documents/${name}`, "utf8"), name));
  return Promise.all(documents.map(extractInStages));
}
