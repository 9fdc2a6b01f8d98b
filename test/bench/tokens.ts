import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { ChatPromptTemplate } from "@langchain/core/prompts";
import { z } from "zod";
import { pipelines } from "../../pipelines/index.js";
import { clean } from "../../src/documents/clean.js";
import type { CleanDocument } from "../../src/documents/document.js";
import { plannedRequests, planOf, readPrompts, usualLimits } from "../../src/engines/llm/index.js";
import type { ChatRequest } from "../../src/engines/llm/model/model.js";
import { replaying } from "../../src/engines/llm/model/record-replay.js";
import { countInputTokens, countTokens } from "../../src/engines/llm/model/tokens.js";
import { KyhopError } from "../../src/errors.js";
import { recognise } from "../../src/mentions/recognise.js";
import { choosePipeline } from "../../src/pipeline.js";
import { PlainRecord, plainAnswer, plainInstructions } from "./plain-extraction.js";

const repository = join(import.meta.dirname, "../../..");
const sets = (
  [
    ["seeds", "../shared/seeds", "../shared/gold/seeds"],
    ["corpus", "../shared/corpus", "../shared/gold/corpus"],
    ["fixtures", "fixtures/documents", "fixtures/gold"],
  ] as const
).map(([name, ...folders]) => {
  const [documents = "", gold = ""] = folders.map((folder) => join(repository, folder));
  return { name, documents, gold };
});

const plainPrompt = ChatPromptTemplate.fromMessages(
  [
    ["system", plainInstructions],
    ["human", "{{{text}}}"],
  ],
  { templateFormat: "mustache" },
);

interface Taken {
  readonly input: number;
  readonly output: number;
}

/**
 * Prints the tokens (o200k_base) that documents take through pointers to mentions, with recorded replies, and through
 * LangChain's `withStructuredOutput`, whose answer is taken to be the gold record. Of documents that have no recorded
 * reply only the input is told.
 * @param replies the folder of the recorded replies
 */
export async function benchTokens(replies = join(repository, "fixtures/replies")): Promise<void> {
  console.log("tokens: pointers to mentions, of them withStructuredOutput (goals: all 60 %, output 25 %)");
  for (const { name, documents, gold } of sets.filter((set) => existsSync(set.documents))) {
    const rows = await Promise.all(
      readdirSync(documents).map(async (file) => {
        const document = await clean({ source: file, bytes: readFileSync(join(documents, file)) });
        const answer = readFileSync(join(gold, `${basename(file, extname(file))}.json`), "utf8");
        return { own: await ownTokens(document, replies), plain: await plainTokens(document, JSON.parse(answer)) };
      }),
    );
    tell(`${name}, with replies`, rows.filter(isAnswered));
    tell(
      `${name}, without`,
      rows.filter((row) => !isAnswered(row)),
    );
  }
}

interface Row {
  readonly own: Taken;
  readonly plain: Taken;
}

const isAnswered = ({ own }: Row): boolean => own.output > 0;

function tell(which: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const [own, plain] = [sum(rows.map((row) => row.own)), sum(rows.map((row) => row.plain))];
  const share = (a: number, b: number) => `${a} of ${b}: ${((100 * a) / b).toFixed(0)} %`;
  const input = `input ${share(own.input, plain.input)}`;
  const output = `output ${share(own.output, plain.output)}`;
  const all = `all ${share(own.input + own.output, plain.input + plain.output)}`;
  console.log(`  ${which}, ${rows.length} documents`);
  console.log(`    ${own.output > 0 ? `${input}; ${output}; ${all}` : input}`);
}

const prompts = readPrompts();

/** The output is 0 where a reply is not recorded. */
async function ownTokens(document: CleanDocument, replies: string): Promise<Taken> {
  const mentions = recognise(document);
  const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
  const requests = await plannedRequests(
    await planOf({ document, mentions, pipeline }, prompts, usualLimits),
    usualLimits,
  );
  const model = replaying(replies);
  const answers = await Promise.all(requests.map((request) => model.ask(request).catch(nothingRecorded)));
  const isWhole = answers.every((answer) => answer !== null);
  return sum(
    await Promise.all(requests.map((request, n) => exchange(request, isWhole ? (answers[n]?.text ?? "") : ""))),
  );
}

function nothingRecorded(error: unknown): null {
  if (error instanceof KyhopError && error.code === "LLM_REPLAY_MISSING") return null;
  throw error;
}

async function plainTokens({ text }: CleanDocument, gold: Readonly<Record<string, unknown>>): Promise<Taken> {
  const [system, user] = await plainPrompt.formatMessages({ text });
  const schema = { name: "record", json: z.toJSONSchema(PlainRecord) };
  const request = { system: system?.text ?? "", user: user?.text ?? "", schema, maxOutputTokens: 16_000 };
  return exchange(request, plainAnswer(gold));
}

async function exchange(request: ChatRequest, answer: string): Promise<Taken> {
  return { input: await countInputTokens(request), output: await countTokens(answer) };
}

function sum(all: readonly Taken[]): Taken {
  return all.reduce((a, b) => ({ input: a.input + b.input, output: a.output + b.output }), { input: 0, output: 0 });
}
