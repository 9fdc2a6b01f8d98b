import { Command } from "commander";
import { clean } from "../../documents/clean.js";
import { type Duplicate, DuplicateFinder, leastSimilarity } from "../../documents/duplicates/finder.js";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument } from "../documents.js";
import type { ExitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type SourceOptions, withSources } from "../source-options.js";
import { jsonLine, printable } from "../terminal/printable.js";
import { type Style, styleFor } from "../terminal/style.js";
import { examples } from "./examples.js";

interface Options extends SourceOptions {
  readonly json?: boolean;
}

/** Finds reprints of one article, and what they print otherwise. */
export const duplicatesCommand = (run: Runner): Command =>
  withSources(new Command("duplicates"))
    .summary("reprints of one article")
    .description(
      `Tells which documents are reprints of an earlier one (from ${leastSimilarity} of their word sequences in common), and the sentences that print other numbers.`,
    )
    .option("--json", "write one JSON object a document; duplicateOf is null for the first print")
    .addHelpText("after", examples("kyhop duplicates news/", "kyhop duplicates pages.warc.gz --json"))
    .action(run(show));

async function show(context: Context, paths: string[], { json, ...sources }: Options): Promise<ExitCode> {
  const output = await openOutput("-");
  const style = styleFor(context.config, output.isTerminal);
  const finder = new DuplicateFinder();
  const tally = await forEachDocument(
    context,
    paths,
    clean,
    async (document) => {
      const { id, source } = document;
      const duplicate = finder.add(document);
      if (json) {
        await output.write(
          jsonLine({ id, source, duplicateOf: null, similarity: null, differences: [], ...duplicate }),
        );
      } else if (duplicate) await output.write(described(source, duplicate, style));
    },
    sources,
  );
  return exitCodeOf(tally);
}

function described(source: string, { duplicateOf, similarity, differences }: Duplicate, style: Style): string {
  const share = similarity === 1 ? "the same text as" : `${Math.round(100 * similarity)} % of`;
  const lines = differences.flatMap(({ here, there }) => [
    `  ${style.dim("here ")} ${printable(here)}`,
    `  ${style.dim("there")} ${printable(there)}`,
  ]);
  return `${[`${printable(source)}  ${style.dim(share)}  ${printable(duplicateOf)}`, ...lines].join("\n")}\n`;
}
