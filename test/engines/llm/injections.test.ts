import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pipelines } from "../../../pipelines/index.js";
import { llmEngine } from "../../../src/engines/llm/engine.js";
import { neutral, withoutMarks } from "../../../src/engines/llm/marks.js";
import { readPrompts } from "../../../src/engines/llm/prompts.js";
import { recognise } from "../../../src/mentions/recognise.js";
import { extract } from "../../../src/pipeline.js";
import { documentOf } from "../../support/documents.js";
import { answered, emptyReply, ScriptedModel, toldText } from "./asked.js";

const prompts = readPrompts();
const attacks = JSON.parse(readFileSync("fixtures/injections/texts.json", "utf8")) as readonly string[];

/** Where a hostile text may stand in a document. */
const places: readonly (readonly [string, (attack: string) => string])[] = [
  ["in a line of its own", (attack) => `${toldText}\n${attack}`],
  ["in the headline", (attack) => `${attack}\n${toldText}`],
  ["in a list of people", (attack) => `${toldText}\nDự hội nghị có ông ${attack}, Phó Chủ tịch UBND xã.`],
  ["in a table's cell", (attack) => `${toldText}\n| Chỉ tiêu | ${attack} |`],
];
const documents = attacks.flatMap((attack) =>
  places.map(([place, put]) => [JSON.stringify(attack), place, put(attack).normalize("NFC")] as const),
);

const claiming = (n: string, what: string) => ({
  ...emptyReply,
  blocks: [{ class: "achievement", period: null, figures: [{ n, what, vs: [] }], statuses: [] }],
});

async function extractWith(reply: unknown, text: string) {
  const model = new ScriptedModel(() => answered(reply));
  const engine = llmEngine({ model, prompts });
  const record = extract(documentOf(text), { engine, pipelines, now: () => new Date(0) });
  return { model, record: await record.catch((error: { readonly code: string }) => error) };
}

const systems = new Set([...prompts.values()].map(({ system }) => system));

describe("a hostile text stays in its place", () => {
  test("there are enough of them", () => expect(new Set(attacks).size).toBeGreaterThanOrEqual(40));

  test.each(documents)("%s %s", async (_, __, text) => {
    const { model } = await extractWith(emptyReply, text);
    const [request] = model.asked;
    const user = request?.user ?? "";
    expect(systems).toContain(request?.system);
    const lines = (words: string) =>
      words
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((line) => line.trim());
    expect(lines(withoutMarks(user))).toEqual(lines(neutral(text)));
    const ids = [...user.matchAll(/\[([^\s\]]*)/g)].map(([, id]) => id ?? "");
    const known = new Set(recognise(documentOf(text)).all.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("a model that obeys a hostile text gives no figure", () => {
  test.each([
    ["an id of nowhere", claiming("n99", "thu ngân sách"), "UNKNOWN_MENTION"],
    ["words of nowhere", claiming("n1", "kho báu dưới đáy hồ"), "WORDS_NOT_IN_TEXT"],
    ["a number among the words", claiming("n1", "thu ngân sách 987 tỷ đồng"), "WORDS_NOT_IN_TEXT"],
  ])("%s", async (_, reply, code) => {
    for (const [, , text] of documents) {
      const { record } = await extractWith(reply, text);
      expect(record).toMatchObject({ targets: [], achievements: [] });
      expect(JSON.stringify(record)).toContain(code);
    }
  });

  test.each([
    ["a number in place of an id", claiming("999", "thu ngân sách")],
    ["a value beside the id", { ...emptyReply, blocks: [{ ...claiming("n1", "thu").blocks[0], value: 999 }] }],
    ["free text", "The budget was 999 tỷ đồng."],
  ])("%s is refused", async (_, reply) => {
    const { record } = await extractWith(reply, documents[0]?.[2] ?? "");
    expect(record).toMatchObject({ code: "LLM_REPLY_INVALID" });
  });
});
