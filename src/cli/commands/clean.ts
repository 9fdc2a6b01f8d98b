import { Command } from "commander";
import { type ExplainedDocument, explain } from "../../documents/clean.js";
import type { Paper, Unit } from "../../documents/papers/paper.js";
import type { Context, Runner } from "../context.js";
import { exitCodeOf, forEachDocument } from "../documents.js";
import type { ExitCode } from "../exit-code.js";
import { openOutput } from "../output.js";
import { type SourceOptions, withSources } from "../source-options.js";
import { jsonLine, printable, printableLines } from "../terminal/printable.js";
import { type Style, styleFor } from "../terminal/style.js";
import { examples } from "./examples.js";

interface Options extends SourceOptions {
  readonly json?: boolean;
}

/** Shows what is kept of documents when boilerplate is gone. */
export const cleanCommand = (run: Runner): Command =>
  withSources(new Command("clean"))
    .summary("what is kept of a document")
    .description(
      "Shows what is kept of each document: its facts and its text; and below it the parts of an official paper, and what was dropped, and why.",
    )
    .option("--json", "write one JSON object a line")
    .addHelpText("after", examples("kyhop clean page.html", "kyhop clean page.html --json | jq -r .text"))
    .action(run(show));

async function show(context: Context, paths: string[], { json, ...sources }: Options): Promise<ExitCode> {
  const output = await openOutput("-");
  const style = styleFor(context.config, output.isTerminal);
  const tally = await forEachDocument(
    context,
    paths,
    explain,
    (document) => output.write(json ? jsonLine(document) : described(document, style)),
    sources,
  );
  return exitCodeOf(tally);
}

/** letters of a part's heading that are shown */
const shownHeading = 70;
const facts = ["source", "title", "author", "publisher", "publishedAt"] as const;

function described(document: ExplainedDocument, style: Style): string {
  const { format, encoding, dropped, paper } = document;
  const read = `${format}, ${encoding.name} (confidence ${encoding.confidence.toFixed(2)})`;
  const known = facts.map((name) => [name, document[name] ?? "–"] as const);
  const head = [...known, ["read as", read] as const].map(
    ([name, value]) => `${style.dim(name.padEnd(11))}  ${printable(value)}`,
  );
  const left = dropped.map(({ reason, text }) => style.dim(`dropped, ${reason}: ${printable(text)}`));
  const parts = paper ? ["", ...partsOf(paper).map(style.dim)] : [];
  return `${[...head, "", printableLines(document.text), ...parts, ...(left.length ? ["", ...left] : [])].join("\n")}\n\n`;
}

/** A paper's parts, a line each, inner ones set in. */
function partsOf({ issuer, number, date, body, amendments, signer, annexes }: Paper): readonly string[] {
  const outline = (units: readonly Unit[], depth: number): readonly string[] =>
    units.flatMap(({ kind, mark, heading, start, end, parts }) => [
      `${"  ".repeat(depth)}${kind} ${mark} [${start}–${end}] ${printable(heading.text.slice(0, shownHeading))}`,
      ...outline(parts, depth + 1),
    ]);
  return [
    `paper: ${printable([number?.text, date, issuer?.text, signer?.name?.text].filter(Boolean).join(" · "))}`,
    ...outline(body, 1),
    ...amendments.map(({ action, number: other }) => `  ${action} ${other}`),
    ...annexes.map(({ title, rows }) => `  ${printable(title.text)}: ${rows.length} rows of figures`),
  ];
}
