import { endedBefore, fingerprintOf } from "../../runs/document-work.js";
import type { Context } from "../context.js";
import { type DryRunOptions, dryRun } from "../dry-run.js";
import { type EngineChoice, extractorId } from "../engines.js";
import type { ExitCode } from "../exit-code.js";
import type { ModelOptions } from "../models.js";
import { openOutput } from "../output.js";
import type { SourceOptions } from "../source-options.js";
import { isThere, type StoreOptions, withStore } from "../store.js";
import { version } from "../version.js";
import { entriesOf } from "./entries.js";
import type { Batch } from "./work-through.js";

interface DryBatchOptions extends ModelOptions, StoreOptions, SourceOptions, Pick<Batch<never>, "redo"> {
  readonly engine: EngineChoice;
  readonly since?: Date;
  readonly json?: boolean;
}

/**
 * Tells what a batch would take, reckoned without what its store has done. A store that is not there yet is not made.
 * @throws KyhopError ENGINE_UNAVAILABLE for an engine whose cost is not known beforehand
 */
export async function dryBatch(
  context: Context,
  paths: readonly string[],
  options: DryBatchOptions,
): Promise<ExitCode> {
  const model = options.model ?? context.config.KYHOP_MODEL ?? null;
  const output = await openOutput("-");
  const how = {
    output,
    pretty: output.isTerminal && !options.json,
    entries: () => entriesOf(paths, options.map ?? {}, options.since ?? null),
  };
  const tell = (more: Pick<DryRunOptions, "isLeftOut">) =>
    dryRun(context, paths, options.engine, { name: model, batch: options.batch ?? false }, { ...how, ...more });
  if (model === null || !isThere(options, context)) return tell({});
  const { readPrompts } = await import("../../engines/llm/index.js");
  const extractor = extractorId("llm", model, readPrompts());
  return withStore(options, context, { create: false }, (store) =>
    tell({
      isLeftOut: async (raw) => {
        const known = { store, extractor, redo: options.redo };
        return (await endedBefore(raw.source, fingerprintOf(raw, version), known)) !== null;
      },
    }),
  );
}
