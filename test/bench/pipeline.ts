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
/** Real documents, and the ones written for the tests, which are shorter and hold twice as many figures a line. */
const sets: Readonly<Record<string, readonly string[]>> = {
  real: ["../shared/seeds", "../shared/corpus"],
  written: ["fixtures/documents"],
};
const goal = 300;
/** Times are told for a document of this many bytes. */
const documentSize = 4096;
const plainWord = /[\p{L}\p{N}]+|\S/gu;
const stages = ["clean", "recognise", "draft", "ground", "whole", "limit"] as const;
type Stage = (typeof stages)[number];

/**
 * Prints what a text document of 4 KB costs on one core, stage by stage and whole (the fastest of the rounds), beside
 * the limit that no pipeline can beat: composing the text to NFC and one pass of a plain tokeniser. Real documents
 * first, where they are at hand; the goal is theirs.
 */
export async function benchPipeline(rounds = 20): Promise<void> {
  for (const [name, folders] of Object.entries(sets)) {
    const sources = textDocuments(folders);
    if (sources.length === 0) console.log(`pipeline: no ${name} documents at ${folders.join(", ")}`);
    else await benchSet(name, sources, rounds);
  }
}

async function benchSet(name: string, sources: readonly RawDocument[], rounds: number): Promise<void> {
  const size = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) / documentSize;
  const best = new Map<Stage, number>(stages.map((stage) => [stage, Number.POSITIVE_INFINITY]));
  let figures = 0;
  for (let round = -5; round < rounds; round++) {
    const measured = await measure(sources);
    figures = measured.figures;
    for (const [stage, taken] of measured.times) {
      if (round >= 0) best.set(stage, Math.min(best.get(stage) ?? taken, taken / size));
    }
  }
  console.log(
    `pipeline: ${sources.length} ${name} text documents, ${(figures / size).toFixed(0)} figures in 4 KB; times for 4 KB, ${rounds} rounds`,
  );
  const limit = best.get("limit") ?? 0;
  for (const [stage, taken] of best) {
    console.log(
      `  ${stage.padEnd(10)} ${taken.toFixed(3).padStart(8)} ms  ${(taken / limit).toFixed(1).padStart(6)} × limit`,
    );
  }
  console.log(`  ${(1000 / (best.get("whole") ?? 0)).toFixed(0)} documents a second on one core (goal ${goal})`);
}

function textDocuments(folders: readonly string[]): readonly RawDocument[] {
  return folders
    .map((folder) => join(repository, folder))
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => ({ source: name, bytes: readFileSync(join(folder, name)) })),
    );
}

interface Measured {
  readonly times: ReadonlyMap<Stage, number>;
  readonly figures: number;
}

/** Milliseconds of each stage over all documents, once. */
async function measure(sources: readonly RawDocument[]): Promise<Measured> {
  let figures = 0;
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
    const record = await timed("whole", () =>
      extract(source, { engine: rulesEngine, pipelines, now: () => new Date(0) }),
    );
    figures += record.targets.length + record.achievements.length;
    await timed("limit", () => document.text.normalize("NFC").match(plainWord)?.length);
  }
  return { times, figures };
}
