import { clean } from "./documents/clean.js";
import type { CleanDocument, RawDocument } from "./documents/document.js";
import type { Draft } from "./engines/draft.js";
import type { Engine, EngineInput } from "./engines/engine.js";
import type { Pipeline, Signals } from "./engines/pipeline.js";
import { KyhopError } from "./errors.js";
import { ground } from "./grounding/ground.js";
import { recognise } from "./mentions/recognise.js";
import { Record } from "./records/record.js";
import type { Span } from "./vietnamese/text/span.js";

/** What one document is extracted with. */
export interface Collaborators {
  readonly engine: Engine;
  /** at least one; the surest takes the document, the first of equals */
  readonly pipelines: readonly Pipeline[];
  /** the time that the record calls `extractedAt` */
  readonly now: () => Date;
}

/**
 * Takes one document through the stages: clean, recognise, choose the pipeline, draft, ground. The same document and
 * collaborators give the same record, byte for byte but for `extractedAt`.
 * @throws KyhopError of cleaning and of the engine; INTERNAL where the record breaks its own schema
 */
export async function extract(
  source: RawDocument | CleanDocument,
  { engine, pipelines, now }: Collaborators,
): Promise<Record> {
  const document = "bytes" in source ? await clean(source) : source;
  const mentions = recognise(document);
  const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
  const { draft, provenance } = await engine.draft({ document, pipeline, mentions });
  const record = ground({
    document,
    kind: pipeline.kind,
    mentions,
    draft,
    provenance: { ...provenance, pipeline: pipeline.id, extractedAt: now().toISOString() },
  });
  return valid(record, document.source);
}

/** The evidence of the figures of a draft that its record would not call verified. */
export function unproven({ document, pipeline, mentions }: EngineInput, draft: Draft): readonly Span[] {
  const provenance = { ...unasked, pipeline: pipeline.id, extractedAt: new Date(0).toISOString() };
  const { targets, achievements } = ground({ document, kind: pipeline.kind, mentions, draft, provenance });
  return [...targets, ...achievements].filter(({ verified }) => !verified).map(({ evidence }) => evidence);
}

const unasked = {
  engine: "rules",
  model: null,
  promptVersion: null,
  tokens: { input: 0, output: 0, cached: 0 },
  costUsd: 0,
} as const;

/** The pipeline that is surest of the document. */
export function choosePipeline(pipelines: readonly Pipeline[], signals: Signals): Pipeline {
  const [first, ...others] = pipelines.map((pipeline) => ({ pipeline, sure: pipeline.match(signals) }));
  if (!first) throw new KyhopError("INTERNAL", { path: signals.document.source, reason: "there are no pipelines" });
  return others.reduce((best, other) => (other.sure > best.sure ? other : best), first).pipeline;
}

function valid(record: Record, path: string): Record {
  const parsed = Record.safeParse(record);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new KyhopError(
    "INTERNAL",
    { path, reason: `${issue?.path.join(".")}: ${issue?.message}` },
    { cause: parsed.error },
  );
}
