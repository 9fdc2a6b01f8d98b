import { describe, expect, it } from "vitest";
import rows from "../../fixtures/language/ordinals.json" with { type: "json" };
import { findMandates, findSessions, findTerms } from "../../src/vietnamese/ordinals.js";
import { type Found, read } from "../../src/vietnamese/text/reading.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly kind?: "session" | "term" | "mandate";
  readonly number?: number | null;
  readonly form?: string | null;
  readonly start?: number;
  readonly end?: number;
}

const finders = { session: findSessions, term: findTerms, mandate: findMandates } as const;
const find = (finder: (reading: ReturnType<typeof read>) => Found<object>[], text: string) => {
  const reading = read(text.normalize("NFC"));
  return finder(reading).map(({ start, end, value }) => ({ quote: reading.text.slice(start, end), value }));
};

describe("the corpus of ordinals", () => {
  it.each((rows as readonly Row[]).filter((row) => row.kind))("finds $quote in $text", ({ text, kind, ...row }) => {
    const { quote, number, form, start, end } = row;
    const value = kind === "mandate" ? { start, end } : form === undefined ? { number } : { number, form };
    expect(kind && find(finders[kind], text)).toMatchObject([{ quote, value }]);
  });

  it.each((rows as readonly Row[]).filter((row) => !row.kind))("finds no ordinal in $text", ({ text }) => {
    for (const finder of Object.values(finders)) expect(find(finder, text)).toEqual([]);
  });
});

describe("sessions", () => {
  it.each([
    ["kỳ họp thứ Ba (kỳ họp chuyên đề)", 3, "thematic"],
    ["Kỳ họp thứ 13 – chuyên đề", 13, "thematic"],
    ["KỲ HỌP THỨ NĂM (KỲ HỌP THƯỜNG LỆ GIỮA NĂM)", 5, "regular"],
    ["kỳ họp thứ 2 (kỳ họp thường lệ giữa năm 2021)", 2, "regular"],
    ["kỳ họp thường lệ giữa năm 2024", null, "regular"],
    ["kỳ họp bất thường lần thứ 5", 5, "extraordinary"],
    ["kỳ họp không thường lệ", null, "extraordinary"],
    ["kỳ họp chuyên đề lần thứ nhất", 1, "thematic"],
    ["kỳ họp thứ XII", 12, null],
    ["kỳ họp lần 4", 4, null],
    ["kỳ họp thứ năm", 5, null],
  ])("reads %s", (quote, number, form) => {
    expect(find(findSessions, `HĐND xã tổ chức ${quote}, khai mạc sớm.`)).toEqual([{ quote, value: { number, form } }]);
  });

  it.each([
    ["kỳ họp 10, Quốc hội", 10],
    ["kỳ họp thứ hai mươi năm 2023", 20],
    ["kỳ họp thứ hai (nhiệm kỳ 2021-2026)", 2],
  ])("reads no further than the ordinal in %s", (text, number) => {
    expect(find(findSessions, text)).toMatchObject([{ value: { number, form: null } }]);
    expect(find(findSessions, text)[0]?.quote).not.toMatch(/năm|\(/);
  });

  it.each([
    "Kỳ họp 3 ngày đã bế mạc.",
    "Kỳ họp lần này rất quan trọng.",
    "Kỳ họp vi phạm quy chế.",
    "Đồng chí dự kỳ họp thứ trưởng nêu.",
  ])("finds none in %s", (text) => {
    expect(find(findSessions, text)).toEqual([]);
  });
});

describe("terms, mandates and gatherings", () => {
  it("takes a number behind khóa for a term unless it counts", () => {
    expect(find(findTerms, "HĐND tỉnh khóa 18, kỳ họp thứ 2")).toEqual([{ quote: "khóa 18", value: { number: 18 } }]);
    expect(find(findTerms, "Lớp khóa 3 ngày, khóa 12 học viên")).toEqual([]);
  });

  it("reads years in office only where they can be a mandate", () => {
    expect(find(findMandates, "nhiệm kỳ (2020 - 2025)")).toEqual([
      { quote: "nhiệm kỳ (2020 - 2025)", value: { start: 2020, end: 2025 } },
    ]);
    expect(find(findMandates, "nhiệm kỳ 2021-2016, nhiệm kỳ 1990-2020")).toEqual([]);
  });

  it("counts congresses, but no games and none that is only cited", () => {
    const text = "Đại hội đại biểu Đảng bộ xã Tân Lập lần thứ Nhất khai mạc. Hội thi nấu ăn lần thứ 3 sôi nổi.";
    expect(find(findSessions, text)).toEqual([{ quote: "lần thứ Nhất", value: { number: 1, form: null } }]);
    expect(find(findSessions, "Quán triệt Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX.")).toEqual([]);
    expect(find(findSessions, "Khai mạc Đại hội Thể dục thể thao lần thứ IX.")).toEqual([]);
  });
});

describe("hostile texts", () => {
  it.each(["kỳ họp thứ ", "kỳ họp (", "khóa 1", "nhiệm kỳ 2021 ", "đại hội lần thứ ", " ", "1"])(
    "are read to the end: %j",
    (unit) => {
      for (const megabytes of [1, 2]) {
        const reading = read(unit.repeat(Math.ceil((megabytes * 2 ** 20) / unit.length)));
        for (const finder of Object.values(finders)) expect(finder(reading)).toBeInstanceOf(Array);
      }
    },
  );
});
