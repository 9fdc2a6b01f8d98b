import { Command } from "commander";
import { clean } from "../../documents/clean.js";
import { recognise } from "../../mentions/recognise.js";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument } from "../documents.js";
import type { ExitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type SourceOptions, withSources } from "../source-options.js";
import { describeMentions } from "../summary/mentions.js";
import { jsonLine } from "../terminal/printable.js";
import { styleFor } from "../terminal/style.js";
import { examples } from "./examples.js";

interface Options extends SourceOptions {
  readonly json?: boolean;
}

/** Shows what the recogniser finds, and by which rule. */
export const mentionsCommand = (run: Runner): Command =>
  withSources(new Command("mentions"))
    .summary("what is recognised in a document")
    .description(
      "Shows the numbers, dates, people, bodies… of each document, and below each line the rules that read them.",
    )
    .option("--json", "write one JSON object a document, its mentions in order of the text")
    .addHelpText("after", examples("kyhop mentions news.txt", "kyhop mentions news.txt --json | jq '.mentions[].rule'"))
    .action(run(show));

async function show(context: Context, paths: string[], { json, ...sources }: Options): Promise<ExitCode> {
  const output = await openOutput("-");
  const style = styleFor(context.config, output.isTerminal);
  const tally = await forEachDocument(
    context,
    paths,
    async (raw) => {
      const document = await clean(raw);
      return { document, mentions: recognise(document).all };
    },
    ({ document: { id, source, text }, mentions }) => {
      const quoted = mentions.map(({ start, end, ...rest }) => ({
        start,
        end,
        quote: text.slice(start, end),
        ...rest,
      }));
      return output.write(json ? jsonLine({ id, source, mentions: quoted }) : describeMentions(text, mentions, style));
    },
    sources,
  );
  return exitCodeOf(tally);
}
