import type { Record } from "../records/record.js";
import { recordDigest, recordId } from "./record-key.js";

/** The record's own row. `json` is the record as `kyhop extract` writes it; the columns before it are for questions. */
export function recordRow(record: Record, extractor: string) {
  const { document, provenance, problems } = record;
  return {
    id: recordId(record),
    document_id: document.id,
    source: document.source,
    kind: document.kind,
    title: document.title,
    author: document.author,
    publisher: document.publisher,
    published_at: document.publishedAt,
    engine: provenance.engine,
    extractor,
    pipeline: provenance.pipeline,
    prompt: provenance.promptVersion,
    model: provenance.model,
    tokens_input: provenance.tokens.input,
    tokens_output: provenance.tokens.output,
    tokens_cached: provenance.tokens.cached,
    cost_usd: provenance.costUsd,
    problems: problems.length,
    extracted_at: provenance.extractedAt,
    digest: recordDigest(record),
    json: JSON.stringify(record),
  };
}
