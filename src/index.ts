/** What programs may import from `kyhop`. */
export { clean, type ExplainedDocument, explain } from "./documents/clean.js";
export type { CleanDocument, RawDocument } from "./documents/document.js";
export { expandPaths, readSource } from "./documents/read.js";
export type { Entry } from "./documents/sources/container.js";
export { documentAt, documentsIn, type SourceOptions } from "./documents/sources/open.js";
export type { Draft } from "./engines/draft.js";
export type { Engine, EngineInput, EngineOutput } from "./engines/engine.js";
export type { Pipeline } from "./engines/pipeline.js";
export { rulesEngine } from "./engines/rules/index.js";
export { type ErrorCode, KyhopError } from "./errors.js";
export { evaluate } from "./evaluate/evaluate.js";
export { parseGold, parseRecords } from "./evaluate/parse.js";
export { scoreSummary, scoreTable } from "./evaluate/report.js";
export { type Mention, Mentions } from "./mentions/mention.js";
export { recognise } from "./mentions/recognise.js";
export { extract } from "./pipeline.js";
export { Record, recordJsonSchema } from "./records/record.js";
