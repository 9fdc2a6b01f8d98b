import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumberWords, writeNumberWords } from "../../src/vietnamese/numbers/number-words.js";
import { readRoman } from "../../src/vietnamese/numbers/romans.js";
import { foldedForm } from "../../src/vietnamese/text/reading.js";

const reading = (text: string): { words: string; value: number } | null => {
  const found = readNumberWords(foldedForm(text), 0);
  return found && { words: text.slice(0, found.end), value: found.value };
};

describe("numbers in words", () => {
  it.each([
    ["hai mươi lăm hộ", "hai mươi lăm", 25],
    ["Hai mươi nhăm", "Hai mươi nhăm", 25],
    ["hai lăm", "hai lăm", 25],
    ["ba mươi mốt", "ba mươi mốt", 31],
    ["mười bốn", "mười bốn", 14],
    ["hai mươi tư", "hai mươi tư", 24],
    ["năm trăm hộ dân", "năm trăm", 500],
    ["năm mươi", "năm mươi", 50],
    ["một trăm linh năm", "một trăm linh năm", 105],
    ["một trăm lẻ bẩy", "một trăm lẻ bẩy", 107],
    ["ba nghìn tỷ đồng", "ba nghìn tỷ", 3e12],
    ["hai tỷ ba trăm triệu", "hai tỷ ba trăm triệu", 2_300_000_000],
    ["chín nghìn không trăm tám mươi", "chín nghìn không trăm tám mươi", 9080],
    ["hai ngàn linh một", "hai ngàn linh một", 2001],
    ["ba vạn", "ba vạn", 30_000],
    ["ba chục con", "ba chục", 30],
  ])("reads %s", (text, words, value) => {
    expect(reading(text)).toEqual({ words, value });
  });

  it.each([
    ["hai mươi năm qua", "hai mươi", 20],
    ["mười năm", "mười", 10],
    ["hai tỷ lệ", "hai", 2],
    ["hai mươi tư vấn viên", "hai mươi", 20],
    ["ba nghìn không đạt", "ba nghìn", 3000],
    ["hai triệu ba", "hai triệu", 2_000_000],
    ["hai nghìn ba triệu", "hai nghìn", 2000],
  ])("stops in time in %s", (text, words, value) => {
    expect(reading(text)).toEqual({ words, value });
  });

  it.each([
    "năm 2024",
    "năm tỷ lệ hộ nghèo giảm",
    "triệu đồng",
    "tỷ đồng",
    "không đạt",
    "lăm",
    "trăm hộ",
    "constructor",
  ])("reads no number at the beginning of %s", (text) => {
    expect(reading(text)).toBeNull();
  });

  it("reads năm as five where the caller says that a number stands there", () => {
    expect(readNumberWords(foldedForm("năm"), 0, { alone: true })).toEqual({ end: 3, value: 5 });
    expect(readNumberWords(foldedForm("năm học"), 0, { alone: true })).toEqual({ end: 3, value: 5 });
  });

  it("reads back every number that it writes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 1e15 })), (value) => {
        const words = writeNumberWords(value);
        expect(readNumberWords(foldedForm(words), 0, { alone: true })).toEqual({ end: words.length, value });
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses to write what is no whole number", () => {
    expect(() => writeNumberWords(-1)).toThrow(RangeError);
    expect(() => writeNumberWords(1.5)).toThrow(RangeError);
  });
});

describe("Roman numerals", () => {
  it.each([
    ["IX", 9],
    ["xiv", 14],
    ["XXIII", 23],
    ["", null],
    ["IIX", null],
    ["hai", null],
  ])("reads %s as %s", (text, value) => {
    expect(readRoman(text)).toBe(value);
  });
});
