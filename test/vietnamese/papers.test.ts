import { describe, expect, it } from "vitest";
import rows from "../../fixtures/language/papers.json" with { type: "json" };
import { findPapers } from "../../src/vietnamese/papers.js";
import { read } from "../../src/vietnamese/text/reading.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly number?: string;
  readonly type?: string;
}

const papers = (text: string) => {
  const reading = read(text.normalize("NFC"));
  return findPapers(reading).map(({ start, end, value }) => ({ quote: reading.text.slice(start, end), ...value }));
};

describe("the corpus of papers", () => {
  it.each((rows as readonly Row[]).filter((row) => row.quote))("finds $quote in $text", (row) => {
    const { text, quote, number, type = null } = row;
    expect(papers(text)).toContainEqual({ quote, number, type });
    expect(papers(text)).toHaveLength((rows as readonly Row[]).filter((other) => other.text === text).length);
  });

  it.each((rows as readonly Row[]).filter((row) => !row.quote))("finds no paper in $text", ({ text }) => {
    expect(papers(text)).toEqual([]);
  });
});

describe("papers", () => {
  it.each([
    ["Quốc hội ban hành Nghị quyết 54 về cơ chế riêng.", "54", "54", "NQ"],
    ["Nghị quyết số 36 của HĐND tỉnh", "36", "36", "NQ"],
    ["Số: 15 / QĐ - UBND", "15 / QĐ - UBND", "15/QĐ-UBND", "QĐ"],
    ["Số: 9/NQ–HĐND", "9/NQ–HĐND", "9/NQ-HĐND", "NQ"],
    ["Thông tư liên tịch số 01/2014/TTLT-BTC-BKHĐT.", "01/2014/TTLT-BTC-BKHĐT", "01/2014/TTLT-BTC-BKHĐT", "TTLT"],
    ["quyết định số 11/QĐ-BCĐ389 của ban", "11/QĐ-BCĐ389", "11/QĐ-BCĐ389", "QĐ"],
  ])("reads the number in %s", (text, quote, number, type) => {
    expect(papers(text)).toEqual([{ quote, number, type }]);
  });

  it.each([
    "Thông qua Nghị quyết 5 năm 2021-2025.",
    "Nghị quyết 6 tháng cuối năm",
    "Tập thể quyết định 12 trường hợp.",
    "Ban hành Kế hoạch 10 điểm.",
    "Có 12/15 thôn, xã họp ngày 12/6-14/6/2023.",
    "Tổ 5/ấp Đông-Tây",
  ])("finds none in %s", (text) => {
    expect(papers(text)).toEqual([]);
  });
});

describe("hostile texts", () => {
  it.each(["1", " ", "1/NQ-", "1 / ", "A-", "nghị quyết số 1/"])("are read to the end: %j", (unit) => {
    for (const megabytes of [1, 2]) {
      expect(findPapers(read(unit.repeat(Math.ceil((megabytes * 2 ** 20) / unit.length))))).toBeInstanceOf(Array);
    }
  });
});
