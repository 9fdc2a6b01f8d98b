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
import { Attendee } from "../../src/records/attendee.js";
import { Figure } from "../../src/records/figure.js";
import { Resolution } from "../../src/records/resolution.js";
import { Session } from "../../src/records/session.js";

const repository = join(import.meta.dirname, "../../..");
const sets = ["seeds", "corpus"].map((name) => ({
  documents: join(repository, "../shared", name),
  gold: join(repository, "../shared/gold", name),
}));

/** The fields of a record as a model would write them itself: no code of an indicator, no check, quotes for evidence. */
const quotes = z.array(z.string());
const figures = z.array(Figure.omit({ indicatorCode: true, verified: true }).extend({ evidence: z.string() }));
const Plain = z.strictObject({
  sessions: z.array(Session.extend({ evidence: quotes })),
  attendees: z.array(Attendee.extend({ evidence: quotes })),
  resolutions: z.array(Resolution.extend({ evidence: quotes })),
  targets: figures,
  achievements: figures,
});
const plainPrompt = ChatPromptTemplate.fromMessages(
  [
    [
      "system",
      "Extract what this document of a Vietnamese local authority reports: sessions, attendees, resolutions, targets and achievements. Values are in base units, words as written, every item with the verbatim quotes that prove it. What the text does not state is null.",
    ],
    ["human", "{{{text}}}"],
  ],
  { templateFormat: "mustache" },
);

interface Taken {
  readonly input: number;
  readonly output: number;
}

/**
 * Prints the tokens (o200k_base) that the documents of ../shared take through pointers to mentions, with recorded
 * replies, and through LangChain's `withStructuredOutput`, whose answer is taken to be the gold record.
 * @param replies the folder of the recorded replies; documents without one are left out
 */
export async function benchTokens(replies = join(repository, "fixtures/replies")): Promise<void> {
  const rows: { readonly own: Taken; readonly plain: Taken }[] = [];
  for (const { documents, gold } of sets.filter((set) => existsSync(set.documents)))
    for (const name of readdirSync(documents)) {
      const document = await clean({ source: name, bytes: readFileSync(join(documents, name)) });
      const own = await ownTokens(document, replies);
      const answer = readFileSync(join(gold, `${basename(name, extname(name))}.json`), "utf8");
      if (own) rows.push({ own, plain: await plainTokens(document, JSON.parse(answer)) });
    }
  const [own, plain] = (["own", "plain"] as const).map((way) => sum(rows.map((row) => row[way])));
  if (!own || !plain || rows.length === 0) return console.log("tokens: there are no recorded replies");
  const share = (a: number, b: number) => `${((100 * a) / b).toFixed(0)} %`;
  console.log(`tokens: ${rows.length} documents`);
  console.log(`  pointers to mentions   ${own.input} in, ${own.output} out`);
  console.log(`  withStructuredOutput   ${plain.input} in, ${plain.output} out`);
  console.log(`  all ${share(own.input + own.output, plain.input + plain.output)} (limit 60 %)`);
  console.log(`  output ${share(own.output, plain.output)} (limit 25 %)`);
}

const prompts = readPrompts();

async function ownTokens(document: CleanDocument, replies: string): Promise<Taken | null> {
  const mentions = recognise(document);
  const pipeline = choosePipeline(pipelines, { document, mentions, reading: mentions.reading });
  const requests = await plannedRequests(
    await planOf({ document, mentions, pipeline }, prompts, usualLimits),
    usualLimits,
  );
  const model = replaying(replies);
  try {
    return sum(
      await Promise.all(requests.map((request) => exchange(request, async () => (await model.ask(request)).text))),
    );
  } catch (error) {
    if (error instanceof KyhopError && error.code === "LLM_REPLAY_MISSING") return null;
    throw error;
  }
}

async function plainTokens({ text }: CleanDocument, gold: Readonly<Record<string, unknown>>): Promise<Taken> {
  const [system, user] = await plainPrompt.formatMessages({ text });
  const schema = { name: "record", json: z.toJSONSchema(Plain) };
  const request = { system: system?.text ?? "", user: user?.text ?? "", schema, maxOutputTokens: 16_000 };
  const fields = Object.keys(Plain.shape).map((name) => [name, withQuotes(gold[name])]);
  return exchange(request, async () => JSON.stringify(Object.fromEntries(fields)));
}

async function exchange(request: ChatRequest, answer: () => Promise<string>): Promise<Taken> {
  return { input: await countInputTokens(request), output: await countTokens(await answer()) };
}

/** Gold as a model would write it: evidence as its quotes, and nothing that only scoring reads. */
function withQuotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withQuotes);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).filter(([name]) => name !== "optional");
  if (fields.length === 1 && fields[0]?.[0] === "quote") return fields[0][1];
  return Object.fromEntries(fields.map(([name, field]) => [name, withQuotes(field)]));
}

function sum(all: readonly Taken[]): Taken {
  return all.reduce((a, b) => ({ input: a.input + b.input, output: a.output + b.output }), { input: 0, output: 0 });
}
