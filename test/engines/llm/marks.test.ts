import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markText, withoutMarks } from "../../../src/engines/llm/marks.js";
import { recognise } from "../../../src/mentions/recognise.js";

const marked = (text: string): string =>
  markText(recognise({ text, publishedAt: null }), [{ start: 0, end: text.length }]);

describe("marks", () => {
  test("stand around everything that holds a number, and around nothing else", () => {
    const text =
      "Ngày 3/7/2024, HĐND xã Sơn Lãng (bà Tô Thị Nhàn chủ trì) thông qua Nghị quyết 07/NQ-HĐND; 6 tháng cuối năm thu 2,5 tỷ đồng.";
    expect(marked(text)).toBe(
      "[d1 Ngày 3/7/2024], HĐND xã Sơn Lãng (bà Tô Thị Nhàn chủ trì) thông qua Nghị quyết [v1 07/NQ-HĐND]; [t1 6 tháng cuối năm] thu [n1 2,5 tỷ đồng].",
    );
  });

  test("take bounds, ranges and units along", () => {
    expect(marked("Giá trị ước đạt trên 12 tỷ đồng, tăng từ 5 - 6%.")).toBe(
      "Giá trị [n1 ước đạt trên 12 tỷ đồng], tăng [n2 từ 5 - 6%].",
    );
  });

  test("cannot be forged: a document's own brackets are round", () => {
    for (const brackets of ["[]", "［］", "⟦⟧", "【】"]) {
      const [open, close] = [...brackets];
      expect(marked(`Thu ${open}n99 5 tỷ đồng${close} và ${open}t1${close}.`)).toBe(
        "Thu (n99 [n1 5 tỷ đồng]) và (t1).",
      );
    }
  });

  test("are made for some of the lines, with the ids of the whole text", () => {
    const text = "Thu 5 tỷ đồng.\nChi 4 tỷ đồng.\nNợ 1 tỷ đồng.";
    const spans = [
      { start: 0, end: 14 },
      { start: 30, end: 44 },
    ];
    expect(markText(recognise({ text, publishedAt: null }), spans)).toBe("Thu [n1 5 tỷ đồng].\nNợ [n3 1 tỷ đồng].");
  });

  test("come off again, whatever the text", () => {
    const word = fc.constantFrom("thu", "5 tỷ đồng", "ngày 3/7", "năm 2024", "12/NQ-HĐND", "8/8 xã", "trên", "-", ",");
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(" ");
        expect(withoutMarks(marked(text))).toBe(text);
      }),
    );
  });
});
