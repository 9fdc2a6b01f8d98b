import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import type { ErrorCode } from "../../src/errors.js";
import { Record } from "../../src/records/record.js";
import { generatedNews } from "../bench/generated-documents.js";
import { temporaryFolder } from "../support/folders.js";
import { type OpenAiTestServer, startOpenAiServer } from "../support/openai-server.js";
import type { CountedUsage } from "../support/openai-server-bodies.js";
import { type FaultName, faultsByWords } from "../support/openai-server-faults.js";
import { kyhop } from "./kyhop.js";
import { answerToNews, figuresOfNews, numberOfNews } from "./told-news.js";

// a process takes a second to start, and ten where the machine is busy with other things
vi.setConfig({ testTimeout: 240_000 });

/** What a document fails with whose last answer was such a one; where there is none, it gets past it. */
const reasons: Readonly<Partial<globalThis.Record<FaultName, ErrorCode>>> = {
  rate_limited: "LLM_RATE_LIMITED",
  rate_limited_seconds: "LLM_RATE_LIMITED",
  rate_limited_milliseconds: "LLM_RATE_LIMITED",
  server_error: "LLM_SERVER_ERROR",
  overloaded: "LLM_SERVER_ERROR",
  hang: "LLM_TIMEOUT",
  stall_within: "LLM_TIMEOUT",
  cut_before: "LLM_UNREACHABLE",
  cut_within: "LLM_UNREACHABLE",
  not_json: "LLM_REPLY_UNREADABLE",
  refusal: "LLM_REFUSED",
  content_filter: "LLM_FILTERED",
  empty: "LLM_EMPTY",
  malformed: "LLM_REPLY_INVALID",
  outside_schema: "LLM_REPLY_INVALID",
  bad_request: "LLM_REQUEST_REJECTED",
};
const faults = [...(Object.keys(reasons) as FaultName[]), "truncated", "unknown_ids", "slow", "trickle"] as const;

/** The requests that show the same part of a document: one question, asked until it was answered or given up. */
interface Question {
  readonly met: (FaultName | null)[];
  readonly usages: (CountedUsage | undefined)[];
}

/** What the server saw of each document, question by question. */
function seenBy({ requests, faults: met, usages }: OpenAiTestServer): ReadonlyMap<number, readonly Question[]> {
  const documents = new Map<number, Map<string, Question>>();
  for (const [place, { messages }] of requests.entries()) {
    const shown = messages[1]?.content ?? "";
    const questions = documents.get(numberOfNews(shown)) ?? new Map<string, Question>();
    const question = questions.get(shown) ?? { met: [], usages: [] };
    documents.set(numberOfNews(shown), questions.set(shown, question));
    question.met.push(met[place] ?? null);
    question.usages.push(usages[place]);
  }
  return new Map([...documents].map(([document, questions]) => [document, [...questions.values()]]));
}

/** The reasons for which a document may have failed: those in which one of its questions ended. */
function reasonsOf(questions: readonly Question[]): readonly ErrorCode[] {
  return questions.flatMap(({ met }) => reasons[met.at(-1) ?? "slow"] ?? []);
}

const sumOf = (usages: readonly (CountedUsage | undefined)[]): CountedUsage => {
  const sum = { input: 0, output: 0, cached: 0 };
  for (const usage of usages) {
    sum.input += usage?.input ?? 0;
    sum.output += usage?.output ?? 0;
    sum.cached += usage?.cached ?? 0;
  }
  return sum;
};

/** A folder of so many documents, and a server for them of which three answers in ten are faulty. */
async function newsAndServer(count: number) {
  const news = temporaryFolder();
  for (let n = 0; n < count; n++) writeFileSync(join(news, `${n}.txt`), `Tin số ${n}. ${generatedNews(n)}`);
  const server = await startOpenAiServer({
    answer: answerToNews,
    faults: faultsByWords(2, 0.3, faults),
    slowness: 400,
  });
  onTestFinished(() => server.close());
  const environment = { OPENAI_API_KEY: "sk-test-4f1c9a", OPENAI_BASE_URL: server.url };
  const asking = ["--engine", "llm", "--model", "gpt-4o-mini", "--concurrency", "64", "--timeout", "12"];
  return { news, server, asking, environment };
}

const recordsIn = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => Record.parse(JSON.parse(line)));
const numberOf = (source: string): number => Number(basename(source, ".txt"));

/** Each of so many documents is there once, and failed just where and as the server lets it fail. */
function expectEachEnded(
  count: number,
  records: readonly Record[],
  failed: readonly (readonly [source: string, code: string])[],
  seen: ReturnType<typeof seenBy>,
): void {
  const codes = new Map(failed.map(([source, code]) => [numberOf(source), code]));
  const numbers = [...records.map(({ document }) => document.source), ...failed.map(([source]) => source)];
  expect(numbers.map(numberOf).sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
  for (const [n, questions] of seen) {
    const possible = reasonsOf(questions);
    const code = codes.get(n);
    if (code === undefined) expect([n, possible]).toEqual([n, []]);
    else expect(possible).toContain(code);
  }
}

/** All that the documents hold, or why not: no record is empty without a word. */
function expectWhole({ document, targets, achievements, problems }: Record, questions: readonly Question[]): void {
  const figures = [...targets, ...achievements].filter(({ verified }) => verified).length;
  const isWhole = !questions.some(({ met }) => met.at(-1) === "unknown_ids");
  if (isWhole) expect([document.source, figures]).toEqual([document.source, figuresOfNews]);
  else expect(problems.map(({ code }) => code)).toContain("UNKNOWN_MENTION");
}

test("500 documents each end as a record or for the right reason, and every token is accounted for", async () => {
  const { news, server, asking, environment } = await newsAndServer(500);
  const { code, stdout, stderr } = await kyhop(["extract", news, ...asking], { environment });
  expect(code).toBe(1);
  const seen = seenBy(server);
  const records = recordsIn(stdout);
  const failed = [...stderr.matchAll(/^(\S+\.txt): (\w+) /gm)].map(
    ([, source = "", why = ""]) => [source, why] as const,
  );
  expectEachEnded(500, records, failed, seen);
  for (const record of records) {
    const questions = seen.get(numberOf(record.document.source)) ?? [];
    expectWhole(record, questions);
    expect(record.provenance.tokens).toEqual(sumOf(questions.flatMap(({ usages }) => usages)));
  }
  const [, input, cached, output] = /(\d+) tokens in \((\d+) cached\), (\d+) out/.exec(stderr) ?? [];
  expect({ input: Number(input), output: Number(output), cached: Number(cached) }).toEqual(server.usage);
  expect(server.violations).toEqual([]);
});

test("a run into a store ends so as well, and tells the tokens of all attempts", async () => {
  const { news, server, asking, environment } = await newsAndServer(100);
  const store = ["--store", join(temporaryFolder(), "news.sqlite")];
  const { code, stdout, stderr } = await kyhop(["run", news, ...store, ...asking, "--json"], { environment });
  expect(code).toBe(1);
  const seen = seenBy(server);
  const records = recordsIn((await kyhop(["export", ...store])).stdout);
  const failed = [...stderr.matchAll(/^.*"event":"failed".*$/gm)].map(([line]) => {
    const { source, code } = JSON.parse(line);
    return [source, code] as const;
  });
  expectEachEnded(100, records, failed, seen);
  for (const record of records) expectWhole(record, seen.get(numberOf(record.document.source)) ?? []);
  expect(JSON.parse(stdout)).toMatchObject({ done: records.length, failed: failed.length, tokens: server.usage });
});
