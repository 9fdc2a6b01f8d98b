import { describe, expect, it } from "vitest";
import { recognise } from "../../src/mentions/recognise.js";

const mentionsOf = (text: string) =>
  recognise({ text, publishedAt: null }).all.map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe("the recogniser", () => {
  it("gives each number to one mention only, the surest kind first", () => {
    const text = "Ngày 8/8/2024, HĐND xã An Thượng ban hành Nghị quyết số 12/2024/NQ-HĐND; 8/8 thôn đạt chuẩn.";
    expect(mentionsOf(text)).toEqual([
      ["date", "Ngày 8/8/2024"],
      ["body", "HĐND xã An Thượng"],
      ["area", "xã An Thượng"],
      ["paper", "12/2024/NQ-HĐND"],
      ["quantity", "8/8 thôn"],
    ]);
  });

  it("finds people, terms and periods with their places in the text", () => {
    const text =
      "6 tháng đầu năm 2023, ông Lâm Văn Tú - Chủ tịch UBND xã báo cáo kỳ họp thứ Sáu khóa XII, thu 52,199 tỷ đồng.";
    const found = mentionsOf(text);
    for (const expected of [
      ["period", "6 tháng đầu năm 2023"],
      ["session", "kỳ họp thứ Sáu"],
      ["term", "khóa XII"],
      ["quantity", "52,199 tỷ đồng"],
    ]) {
      expect(found).toContainEqual(expected);
    }
    expect(found.some(([kind, words]) => kind === "person" && words?.includes("Lâm Văn Tú"))).toBe(true);
  });

  it("gives the day that ends a period to the period", () => {
    const found = mentionsOf("Tính đến ngày 30/6/2024, xã thu 4 tỷ đồng.");
    expect(found).toContainEqual(["period", "Tính đến ngày 30/6/2024"]);
    expect(found.some(([kind]) => kind === "date")).toBe(false);
  });

  it("gives ids that are unique and the same each time", () => {
    const text = "Năm 2024 thu 5 tỷ đồng, chi 4 tỷ đồng; năm 2025 thu 6 tỷ đồng.";
    const ids = () => recognise({ text, publishedAt: null }).all.map((mention) => mention.id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });

  const million = 1_000_000;
  it.each([
    ["digits", "7".repeat(million)],
    ["grouped digits", "1.000".repeat(million / 5)],
    ["numbers", "12,5 tỷ đồng ".repeat(million / 13)],
    ["spaces", " ".repeat(million)],
    ["commas", ",".repeat(million)],
    ["capitals", "Nguyễn ".repeat(million / 7)],
    ["number words", "hai mươi ".repeat(million / 9)],
    ["slashes", "8/".repeat(million / 2)],
    ["bounds", "từ trên hơn ".repeat(million / 12)],
    ["brackets", "(".repeat(million)],
    ["titles", "Chủ tịch UBND ".repeat(million / 14)],
    ["dates", "ngày 1/1 và ".repeat(million / 12)],
    ["lines", "1. a\n".repeat(million / 5)],
  ])("reads a megabyte of %s and comes back", (_, text) => {
    expect(recognise({ text, publishedAt: null }).all).toBeInstanceOf(Array);
  });
});
