import { describe, expect, test } from "vitest";
import { pipelines } from "../../../pipelines/index.js";
import { hybridEngine } from "../../../src/engines/hybrid/index.js";
import { readPrompts } from "../../../src/engines/llm/prompts.js";
import { extract, unproven } from "../../../src/pipeline.js";
import { documentOf } from "../../support/documents.js";
import { answered, emptyReply, ScriptedModel, toldText } from "../llm/asked.js";

const prompts = readPrompts();
const doubtful = "Trồng 20 ha rừng, thay cho 12 ha keo.";

async function extractWith(text: string, blocks: readonly unknown[] = []) {
  const model = new ScriptedModel(() => answered({ ...emptyReply, blocks }));
  const engine = hybridEngine({ model, prompts, unproven });
  const record = await extract(documentOf(text), { engine, pipelines, now: () => new Date(0) });
  const figures = [...record.targets, ...record.achievements];
  return { asked: model.asked, record, told: figures.map(({ indicator, value }) => [indicator, value]) };
}

const claiming = (...figures: readonly unknown[]) => [{ class: "achievement", period: null, figures, statuses: [] }];

describe("rules with a model for what they leave in doubt", () => {
  test("ask nothing and cost nothing where there is no doubt", async () => {
    const { asked, record, told } = await extractWith(toldText);
    expect(asked).toEqual([]);
    expect(told).toEqual([["thu ngân sách", 5.5e9]]);
    expect(record.provenance).toMatchObject({ engine: "hybrid", model: null, costUsd: 0, tokens: { input: 0 } });
  });

  test("ask about the doubtful paragraph under its headings, and about no other", async () => {
    const { asked, record } = await extractWith(`${toldText}\nI. Kết quả\nChi 3 tỷ đồng cho đường thôn.\n${doubtful}`);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.user).toContain("I. Kết quả");
    expect(asked[0]?.user).toContain("20 ha");
    expect(asked[0]?.user).not.toContain("3 tỷ đồng");
    expect(record.provenance).toMatchObject({ engine: "hybrid", model: "scripted", tokens: { input: 100 } });
  });

  test("take the answer's figures there and the rules' elsewhere", async () => {
    const blocks = claiming({ n: "n3", what: "Trồng … rừng", vs: [] });
    const { record, told } = await extractWith(`${toldText}\n${doubtful}`, blocks);
    expect(told).toEqual([
      ["thu ngân sách", 5.5e9],
      ["Trồng rừng", 20],
    ]);
    expect(record.achievements.every(({ verified, sessionId }) => verified && sessionId === "s1")).toBe(true);
  });

  test("tell what they could not tie to the text", async () => {
    const { record, told } = await extractWith(
      `${toldText}\n${doubtful}`,
      claiming({ n: "n99", what: "rừng", vs: [] }),
    );
    expect(told).toEqual([["thu ngân sách", 5.5e9]]);
    expect(record.problems.map(({ code }) => code)).toContain("UNKNOWN_MENTION");
  });
});
