import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pipelines } from "../pipelines/index.js";
import type { Engine } from "../src/engines/engine.js";
import { rulesEngine } from "../src/engines/rules/index.js";
import { extract } from "../src/pipeline.js";
import { Record } from "../src/records/record.js";

const source = "fixtures/documents/phuong-an-thinh-2024.txt";
const raw = { source, bytes: readFileSync(source) };
const collaborators = { engine: rulesEngine, pipelines, now: () => new Date("2026-01-02T03:04:05Z") };

describe("one document through all stages", () => {
  it("gives a valid record whose evidence is the text at its offsets", async () => {
    const record = await extract(raw, collaborators);
    expect(Record.parse(record)).toEqual(record);
    const figures = [...record.targets, ...record.achievements];
    expect(figures.length).toBeGreaterThan(5);
    for (const { evidence } of figures) {
      expect(record.document.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
  });

  it("tells each council's figures and people with its own session", async () => {
    const text = [
      "Hai huyện khai mạc kỳ họp thứ 9",
      "Sáng 18/7/2024, HĐND huyện Sơn Lĩnh khóa XIX khai mạc kỳ họp thứ 9. Ông Lò Văn Pản, Chủ tịch HĐND huyện, chủ trì.",
      "Theo báo cáo, thu ngân sách 6 tháng đầu năm đạt 120 tỷ đồng.",
      "Cùng ngày, HĐND huyện Yên Phụ tổ chức khai mạc kỳ họp thứ 9. Bà Vi Thị Nga, Chủ tịch HĐND huyện, chủ trì.",
      "6 tháng đầu năm, thu ngân sách huyện đạt 95 tỷ đồng.",
    ].join("\n");
    const record = await extract({ source: "hai-huyen.txt", bytes: Buffer.from(text) }, collaborators);
    const bodies = new Map(record.sessions.map(({ id, body }) => [id, body?.name]));
    expect([...bodies.values()]).toEqual(["HĐND huyện Sơn Lĩnh", "HĐND huyện Yên Phụ"]);
    expect(record.achievements.map(({ value, sessionId }) => [value, bodies.get(sessionId ?? "")])).toEqual([
      [120e9, "HĐND huyện Sơn Lĩnh"],
      [95e9, "HĐND huyện Yên Phụ"],
    ]);
    expect(record.attendees.map(({ name, sessionId }) => [name, bodies.get(sessionId ?? "")])).toEqual([
      ["Lò Văn Pản", "HĐND huyện Sơn Lĩnh"],
      ["Vi Thị Nga", "HĐND huyện Yên Phụ"],
    ]);
  });

  it("gives the same record again, but for the time", async () => {
    const [first, second] = [
      await extract(raw, collaborators),
      await extract(raw, { ...collaborators, now: () => new Date(0) }),
    ];
    const timeless = ({ provenance, ...record }: Record) =>
      JSON.stringify({ ...record, ...provenance, extractedAt: "" });
    expect(timeless(second)).toBe(timeless(first));
    expect(first.provenance).toMatchObject({ engine: "rules", extractedAt: "2026-01-02T03:04:05.000Z" });
  });

  it("gives the document to the pipeline that is surest of it", async () => {
    const { document, provenance } = await extract(raw, collaborators);
    expect([document.kind, provenance.pipeline]).toEqual(["session_news", "session-news"]);
  });

  it("takes a congress for a conference, and one of the whole Party that is spoken of for none", async () => {
    const kindOf = async (text: string) =>
      (await extract({ source: "tin.txt", bytes: Buffer.from(text) }, collaborators)).document.kind;
    expect(await kindOf("Ngày 28-5, Đảng bộ xã Yên Hạ tổ chức Đại hội lần VI, nhiệm kỳ 2020-2025.")).toBe(
      "conference_news",
    );
    expect(await kindOf("Xã tổ chức trồng cây chào mừng Đại hội lần thứ XIII của Đảng.")).toBe("other");
  });

  it("tells a draft that says nothing from a failure", async () => {
    const silent: Engine = {
      ...rulesEngine,
      draft: async (input) => ({
        ...(await rulesEngine.draft(input)),
        draft: { sessions: [], attendees: [], resolutions: [], figures: [] },
      }),
    };
    const record = await extract(raw, { ...collaborators, engine: silent });
    expect([record.targets, record.achievements, record.problems]).toEqual([[], [], []]);
  });

  it("calls a record that breaks its own schema a defect", async () => {
    const broken: Engine = {
      ...rulesEngine,
      draft: async (input) => {
        const { draft, provenance } = await rulesEngine.draft(input);
        return { draft, provenance: { ...provenance, costUsd: Number.NaN } };
      },
    };
    await expect(extract(raw, { ...collaborators, engine: broken })).rejects.toMatchObject({ code: "INTERNAL" });
  });
});
