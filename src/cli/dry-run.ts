import type { RawDocument } from "../documents/document.js";
import { KyhopError } from "../errors.js";
import type { Context } from "./context.js";
import { type DocumentOptions, exitCodeOf, forEachDocument } from "./documents.js";
import type { EngineChoice } from "./engines.js";
import type { ExitCode } from "./exit-code.js";
import type { Output } from "./output.js";
import { planner } from "./planning.js";
import { jsonLine, printable } from "./terminal/printable.js";

export interface DryRunOptions extends DocumentOptions {
  readonly output: Output;
  readonly pretty: boolean;
  /** whether a document would not be asked about */
  readonly isLeftOut?: (raw: RawDocument) => Promise<boolean>;
}

/**
 * Tells what a run of the llm engine would take, a line a document and the sum, and sends nothing. Each answer is
 * expected at its usual length; answers that must be asked for again are not reckoned with.
 * @throws KyhopError ENGINE_UNAVAILABLE for an engine whose cost is not known beforehand
 */
export async function dryRun(
  context: Context,
  paths: readonly string[],
  engine: EngineChoice,
  { name: model, batch }: { readonly name: string | null; readonly batch: boolean },
  { output, pretty, isLeftOut, ...reading }: DryRunOptions,
): Promise<ExitCode> {
  if (engine !== "llm") {
    throw new KyhopError("ENGINE_UNAVAILABLE", {
      engine,
      reason: "a dry run estimates --engine llm; rules cost nothing",
    });
  }
  const plan = await planner(model, batch);
  const sum = { documents: 0, leftOut: 0, requests: 0, input: 0, output: 0, costUsd: 0 };
  let priced = true;
  const tally = await forEachDocument(
    context,
    paths,
    async (raw) => ((await isLeftOut?.(raw)) ? null : plan(raw)),
    async (planned) => {
      if (!planned) {
        sum.leftOut++;
        return;
      }
      const { source, tokens, costUsd, requests } = planned;
      sum.documents++;
      sum.requests += requests.length;
      sum.input += tokens.input;
      sum.output += tokens.output;
      sum.costUsd += costUsd ?? 0;
      priced &&= costUsd !== null;
      const price = costUsd === null ? "price not known" : `${costUsd.toFixed(5)} USD`;
      await output.write(
        pretty
          ? `${printable(source)}: ${tokens.input} tokens in, about ${tokens.output} out, ${price}\n`
          : jsonLine({ source, model, requests: requests.length, tokens, costUsd }),
      );
    },
    reading,
  );
  const price = priced ? `about ${sum.costUsd.toFixed(4)} USD` : "price not known";
  context.messages.tell(
    `dry run: ${sum.documents} documents${isLeftOut ? ` (${sum.leftOut} more need none)` : ""}, ${sum.requests} requests, ${sum.input} tokens in, about ${sum.output} out, ${price}; nothing was sent`,
  );
  await output.commit();
  return exitCodeOf(tally);
}
