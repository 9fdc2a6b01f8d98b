import { Command } from "commander";
import { pipelines } from "../../../pipelines/index.js";
import { clean } from "../../documents/clean.js";
import type { RawDocument } from "../../documents/document.js";
import type { ChatRequest } from "../../engines/llm/model/model.js";
import { costOf, priceOf } from "../../engines/llm/model/prices.js";
import { requestKey } from "../../engines/llm/model/request-key.js";
import { countInputTokens } from "../../engines/llm/model/tokens.js";
import { recognise } from "../../mentions/recognise.js";
import { choosePipeline } from "../../pipeline.js";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument } from "../documents.js";
import type { ExitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
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

interface Planned {
  readonly source: string;
  readonly prompt: string;
  readonly model: string | null;
  /** `output` is expected, not known */
  readonly tokens: { readonly input: number; readonly output: number };
  /** US dollars; `null` where no model is named or its price is not known */
  readonly costUsd: number | null;
  readonly requests: readonly KeyedRequest[];
}

/** A request with the name under which a kept reply to it is looked for. */
type KeyedRequest = ChatRequest & { readonly key: string };

/** The engine's modules are loaded only when the command runs: LangChain alone takes a third of a second. */
async function planner(model: string | null): Promise<(raw: RawDocument) => Promise<Planned>> {
  const { expectedOutput, planOf, plannedRequests, readPrompts, usualLimits } = await import(
    "../../engines/llm/index.js"
  );
  const prompts = readPrompts();
  return async (raw) => {
    const document = await clean(raw);
    const mentions = recognise(document);
    const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
    const plan = await planOf({ document, mentions, pipeline }, prompts, usualLimits);
    const requests = await plannedRequests(plan, usualLimits);
    const counts = await Promise.all(requests.map(countInputTokens));
    const tokens = { input: counts.reduce((sum, one) => sum + one, 0), output: expectedOutput({ mentions }) };
    const price = model === null ? null : priceOf(model);
    const costUsd = price && costOf({ ...tokens, cached: 0 }, price);
    const keyed = requests.map((request) => ({ key: requestKey(request), ...request }));
    return { source: document.source, prompt: plan.prompt.version, model, tokens, costUsd, requests: keyed };
  };
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
