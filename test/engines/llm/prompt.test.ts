import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pipelines } from "../../../pipelines/index.js";
import { markText, withoutMarks } from "../../../src/engines/llm/marks.js";
import { requestOf } from "../../../src/engines/llm/prompt.js";
import { readPrompts } from "../../../src/engines/llm/prompts.js";
import { Reply } from "../../../src/engines/llm/reply.js";
import { recognise } from "../../../src/mentions/recognise.js";
import type { Record } from "../../../src/records/record.js";
import { documentOf } from "../../support/documents.js";
import { temporaryFolder } from "../../support/folders.js";
import { groundReply } from "./asked.js";

const prompts = readPrompts();
const examples = pipelines.flatMap((pipeline) =>
  (prompts.get(pipeline.id)?.examples ?? []).map((example, index) => ({
    name: `${pipeline.id} ${index + 1}`,
    pipeline,
    ...example,
  })),
);

/** The answer with the number of one figure exchanged for the one before or behind it in the text, for each figure. */
function* mutants(reply: Reply): Generator<Reply> {
  for (const [at, block] of reply.blocks.entries())
    for (const [index, figure] of block.figures.entries())
      for (const step of figure.n === null ? [] : [-1, 1]) {
        const n = `n${Number(figure.n?.slice(1)) + step}`;
        const changed = { ...block, figures: block.figures.with(index, { ...figure, n }) };
        yield { ...reply, blocks: reply.blocks.with(at, changed) };
      }
}

/** What a record says in numbers. */
const sums = ({ targets, achievements }: Record): string =>
  JSON.stringify(
    [...targets, ...achievements].map(({ indicator, value, valueMax, unit, comparisons }) => {
      return [indicator, value, valueMax, unit, comparisons.map((one) => [one.percent, one.value])];
    }),
  );

test("every pipeline has a prompt with two examples", () => {
  expect([...prompts.keys()].sort()).toEqual(pipelines.map(({ id }) => id).sort());
  for (const prompt of prompts.values()) expect(prompt.examples).toHaveLength(2);
});

describe.each(examples)("the example $name", ({ document: marked, answer, pipeline }) => {
  const document = documentOf(withoutMarks(marked));
  const mentions = recognise(document);

  test("is marked as the recogniser marks its text", () => {
    expect(markText(mentions, [{ start: 0, end: document.text.length }])).toBe(marked);
  });

  const reply = Reply.parse(JSON.parse(answer));
  const recordOf = (said: Reply): Record => groundReply(said, { document, mentions, pipeline });
  const record = recordOf(reply);

  test("has an answer that is tied to its text without a problem", () => {
    const figures = [...record.targets, ...record.achievements];
    const told = reply.blocks.flatMap((block) => [...block.figures, ...block.statuses]);
    expect(record.problems.filter(({ code }) => code !== "UNCLAIMED_NUMBER")).toEqual([]);
    expect(figures).toHaveLength(told.length);
    expect(figures.every(({ verified }) => verified)).toBe(true);
    expect(record.attendees).toHaveLength(reply.attendees.length);
  });

  test("shows every number that is exchanged for its neighbour", () => {
    const told = new Set(record.problems.map(({ code, message }) => `${code} ${message}`));
    for (const said of mutants(reply)) {
      const wrong = recordOf(said);
      const fresh = wrong.problems.filter(({ code, message }) => !told.has(`${code} ${message}`));
      expect(sums(wrong) === sums(record) || fresh.length > 0, JSON.stringify(said.blocks)).toBe(true);
    }
  });
});

describe("what is sent", () => {
  test("begins alike for every kind of document, so that prompt caches hit", async () => {
    const requests = [...prompts.values()].map((prompt) => requestOf(prompt, { document: "x", corrections: "" }, 100));
    const [first, ...others] = (await Promise.all(requests)).map(({ system }) => system);
    for (const system of others) expect(system.slice(0, 1500)).toBe(first?.slice(0, 1500));
  });

  test("holds the document as it is, whatever templates it imitates", async () => {
    const prompt = [...prompts.values()][0];
    const document = "{{corrections}} {{{document}}} {{#a}} } { & <b>";
    const request = prompt && (await requestOf(prompt, { document, corrections: "" }, 100));
    expect(request?.user).toBe(document);
    expect(request?.system).not.toContain("{{");
  });

  test("is named by the id, the version and a hash of the prompt", () => {
    for (const { id, version } of prompts.values()) expect(version).toMatch(new RegExp(`^${id}@\\d+:[0-9a-f]{12}$`));
    expect(new Set([...prompts.values()].map(({ version }) => version)).size).toBe(prompts.size);
  });
});

test.each([
  ["no front matter", "Say what it reports."],
  ["a version that is no number", "---\nid: x\nversion: new\nvariables: document\nschema: kyhop_reply\n---\nSay."],
  ["another schema", "---\nid: x\nversion: 1\nvariables: document\nschema: other\n---\nSay."],
  ["a variable that nothing fills in", "---\nid: x\nversion: 1\nvariables: name\nschema: kyhop_reply\n---\nSay."],
  ["a missing part", "---\nid: x\nversion: 1\nvariables: document\nschema: kyhop_reply\nincludes: y\n---\nSay."],
])("a prompt with %s is refused by its path", (_, source) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "x.md"), source);
  expect(() => readPrompts(folder)).toThrowError(expect.objectContaining({ code: "PROMPT_INVALID" }));
});
