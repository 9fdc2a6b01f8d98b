import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipelines } from "../../pipelines/index.js";
import { clean } from "../../src/documents/clean.js";
import type { CleanDocument } from "../../src/documents/document.js";
import type { Engine } from "../../src/engines/engine.js";
import { hybridEngine } from "../../src/engines/hybrid/index.js";
import { llmEngine, Reply, readPrompts } from "../../src/engines/llm/index.js";
import type { ChatModel } from "../../src/engines/llm/model/model.js";
import { replaying } from "../../src/engines/llm/model/record-replay.js";
import { estimateUsage } from "../../src/engines/llm/model/tokens.js";
import { readComparedId } from "../../src/engines/llm/reply.js";
import { rulesEngine } from "../../src/engines/rules/index.js";
import { evaluate } from "../../src/evaluate/evaluate.js";
import { parseGold } from "../../src/evaluate/parse.js";
import { scoreSummary } from "../../src/evaluate/report.js";
import { extract, unproven } from "../../src/pipeline.js";
import type { Record } from "../../src/records/record.js";

const repository = join(import.meta.dirname, "../../..");
const replies = replaying(join(repository, "fixtures/replies"));
const prompts = readPrompts();
const sets = [
  ["fixtures", "fixtures/documents", "fixtures/gold"],
  ["seeds", "../shared/seeds", "../shared/gold/seeds"],
] as const;

/**
 * Prints what each engine takes in tokens and how its figures score. The model of the llm engine is the recorded
 * replies; that of the hybrid engine gives what they say of the paragraphs that it is asked about, so the two differ in
 * nothing but in what is asked.
 */
export async function benchHybrid(): Promise<void> {
  for (const [name, ...folders] of sets) {
    const [documents = "", gold = ""] = folders.map((folder) => join(repository, folder));
    if (!existsSync(documents)) continue;
    const names = readdirSync(documents);
    console.log(`hybrid: ${name}, ${names.length} documents`);
    const golds = readdirSync(gold)
      .filter((file) => file.endsWith(".json"))
      .map((file) => ({ name: file, gold: parseGold(file, readFileSync(join(gold, file), "utf8")) }));
    let whole = 0;
    for (const [engine, engineFor] of Object.entries(engines)) {
      const records = await Promise.all(
        names.map(async (source) => {
          const document = await clean({ source, bytes: readFileSync(join(documents, source)) });
          return extract(document, { engine: await engineFor(document), pipelines, now: () => new Date(0) });
        }),
      );
      const { input, output, asked } = takenBy(records);
      if (engine === "llm") whole = input + output;
      const saved = engine === "hybrid" ? `, ${((100 * (whole - input - output)) / whole).toFixed(0)} % saved` : "";
      const { figures_found: found, figures_strict: strict } = scoreSummary(evaluate(golds, records));
      console.log(
        `  ${engine.padEnd(7)} ${asked} asked about, ${input} tokens in, ${output} out${saved}; figures found ${found.f1.toFixed(3)}, strict ${strict.f1.toFixed(3)}`,
      );
    }
  }
}

const engines: Readonly<{ [name: string]: (document: CleanDocument) => Engine | Promise<Engine> }> = {
  rules: () => rulesEngine,
  llm: () => llmEngine({ model: replies, prompts }),
  hybrid: async (document) => hybridEngine({ model: answeringInPart(await wholeReply(document)), prompts, unproven }),
};

function takenBy(records: readonly Record[]) {
  const tokens = records.map(({ provenance }) => provenance.tokens);
  return {
    input: tokens.reduce((sum, { input }) => sum + input, 0),
    output: tokens.reduce((sum, { output }) => sum + output, 0),
    asked: tokens.filter(({ input }) => input > 0).length,
  };
}

/** What the recorded replies say of a document, whatever is asked about it. */
async function wholeReply(document: CleanDocument): Promise<Reply> {
  let text = "";
  const listening: ChatModel = {
    name: "recorded",
    ask: async (request) => {
      const reply = await replies.ask(request);
      text = reply.text;
      return reply;
    },
  };
  const engine = llmEngine({ model: listening, prompts });
  await extract(document, { engine, pipelines, now: () => new Date(0) });
  return Reply.parse(JSON.parse(text));
}

/** Answers with what a reply says of the marks and words that a request shows. */
function answeringInPart(whole: Reply): ChatModel {
  return {
    name: "recorded",
    ask: async (request) => {
      const shown = new Set([...request.user.matchAll(/\[([a-z]\d+) /g)].map(([, id]) => id));
      const isShown = (words: string): boolean => request.user.includes(words);
      const part: Reply = {
        ...whole,
        attendees: whole.attendees.filter(({ who }) => isShown(who)),
        resolutions: whole.resolutions.filter(({ number, title }) => shown.has(number ?? "") || isShown(title ?? "")),
        blocks: whole.blocks
          .map((block) => ({
            ...block,
            figures: block.figures.filter(({ n, vs }) => shown.has(n ?? (vs[0] && readComparedId(vs[0]).id))),
            statuses: block.statuses.filter(({ what }) => isShown(what)),
          }))
          .filter(({ figures, statuses }) => figures.length + statuses.length > 0),
      };
      const text = JSON.stringify(part);
      const usage = await estimateUsage(request, text);
      return { text, usage, costUsd: 0, finish: "stop", leniency: "strict" };
    },
  };
}
