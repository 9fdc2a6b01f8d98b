import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipelines } from "../../pipelines/index.js";
import { clean } from "../../src/documents/clean.js";
import type { RawDocument } from "../../src/documents/document.js";
import { rulesEngine } from "../../src/engines/rules/index.js";
import { ground } from "../../src/grounding/ground.js";
import { recognise } from "../../src/mentions/recognise.js";
import { choosePipeline, extract } from "../../src/pipeline.js";

const repository = join(import.meta.dirname, "../../..");
const folders = ["fixtures/documents", "../shared/seeds", "../shared/corpus"].map((path) => join(repository, path));
const goal = 300;
/** Times are told for a document of this many bytes. */
const documentSize = 4096;
const plainWord = /[\p{L}\p{N}]+|\S/gu;
const stages = ["clean", "recognise", "draft", "ground", "whole", "limit"] as const;
type Stage = (typeof stages)[number];

/**
 * Prints what a text document of 4 KB costs on one core, stage by stage and whole (the fastest of the rounds), beside
 * the limit that no pipeline can beat: composing the text to NFC and one pass of a plain tokeniser.
 */
export async function benchPipeline(rounds = 20): Promise<void> {
  const sources = textDocuments();
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / documentSize;
  console.log(`pipeline: ${sources.length} text documents, times for one of 4 KB, ${rounds} rounds`);
  const best = new Map<Stage, number>(stages.map((stage) => [stage, Number.POSITIVE_INFINITY]));
  for (let round = -5; round < rounds; round++) {
    for (const [stage, taken] of await timesOf(sources)) {
      if (round >= 0) best.set(stage, Math.min(best.get(stage) ?? taken, taken / size));
    }
  }
  const limit = best.get("limit") ?? 0;
  for (const [stage, taken] of best) {
    console.log(
      `  ${stage.padEnd(10)} ${taken.toFixed(3).padStart(8)} ms  ${(taken / limit).toFixed(1).padStart(6)} × limit`,
    );
  }
  console.log(`  ${(1000 / (best.get("whole") ?? 0)).toFixed(0)} documents a second on one core (goal ${goal})`);
}

function textDocuments(): readonly RawDocument[] {
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => ({ source: name, bytes: readFileSync(join(folder, name)) })),
  );
}

/** Milliseconds of each stage over all documents, once. */
async function timesOf(sources: readonly RawDocument[]): Promise<ReadonlyMap<Stage, number>> {
  const times = new Map<Stage, number>(stages.map((stage) => [stage, 0]));
  const timed = async <Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    times.set(stage, (times.get(stage) ?? 0) + performance.now() - began);
    return result;
  };
  for (const source of sources) {
    const document = await timed("clean", () => clean(source));
    const mentions = await timed("recognise", () => recognise(document));
    const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
    const { draft, provenance } = await timed("draft", () => rulesEngine.draft({ document, pipeline, mentions }));
    const stamp = { ...provenance, pipeline: pipeline.id, extractedAt: new Date(0).toISOString() };
    await timed("ground", () => ground({ document, kind: pipeline.kind, mentions, draft, provenance: stamp }));
    await timed("whole", () => extract(source, { engine: rulesEngine, pipelines, now: () => new Date(0) }));
    await timed("limit", () => document.text.normalize("NFC").match(plainWord)?.length);
  }
  return times;
}
