import { Command } from "commander";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument } from "../documents.js";
import type { ExitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type Planned, planner } from "../planning.js";
import { jsonLine, printable, printableLines } from "../terminal/printable.js";
import { type Style, styleFor } from "../terminal/style.js";
import { examples } from "./examples.js";

/** What `extract --replay` looks for, so that a person or any model can answer in place of a server. */
const answeringByHand = `
To answer by hand, write the reply to the request with the key KEY to FOLDER/KEY.json as
  {"model": "who answered", "reply": {"text": "the reply's JSON, as a string"}}
and run: kyhop extract news.txt --engine llm --replay FOLDER`;

interface Options {
  readonly model?: string;
  readonly json?: boolean;
}

/** Shows what a language model would be asked about documents. */
export const promptCommand = (run: Runner): Command =>
  new Command("prompt")
    .summary("what a model would be asked")
    .description("Shows what the LLM engine would send about each document, with its tokens and price. Sends nothing.")
    .argument("<path...>", "files, folders, globs in quotes, or - for standard input")
    .option("--model <name>", "the model whose price is told (default: KYHOP_MODEL)")
    .option("--json", "write one JSON object a document, with the requests as they would be sent and their keys")
    .addHelpText(
      "after",
      examples("kyhop prompt news.txt --model gpt-4.1-mini", "kyhop prompt news.txt --json | jq .tokens"),
    )
    .addHelpText("after", answeringByHand)
    .action(run(show));

async function show(context: Context, paths: string[], { model, json }: Options): Promise<ExitCode> {
  const output = await openOutput("-");
  const style = styleFor(context.config, output.isTerminal);
  const plan = await planner(model ?? context.config.KYHOP_MODEL ?? null);
  const tally = await forEachDocument(context, paths, plan, (planned) =>
    output.write(json ? jsonLine(planned) : described(planned, style)),
  );
  return exitCodeOf(tally);
}

function described({ source, prompt, model, tokens, costUsd, requests }: Planned, style: Style): string {
  const price = costUsd === null ? "price not known" : `about ${costUsd.toFixed(5)} USD`;
  const facts = [
    printable(source),
    prompt,
    `${tokens.input} tokens in, about ${tokens.output} out`,
    ...(model === null ? [] : [`${printable(model)}: ${price}`]),
  ];
  const shown = requests.flatMap(({ key, system, user }, index) => {
    const of = requests.length > 1 ? ` ${index + 1} of ${requests.length}` : "";
    return [
      style.dim(`── key${of}: ${key}`),
      style.dim(`── system${of}`),
      printableLines(system),
      "",
      style.dim(`── user${of}`),
      printableLines(user),
      "",
    ];
  });
  return `${[style.dim(facts.join(" · ")), "", ...shown].join("\n")}\n`;
}
