import { describe, expect, test } from "vitest";
import { Aligner } from "../../../src/engines/llm/interpret/align.js";
import { read } from "../../../src/vietnamese/text/reading.js";

const text =
  "Tỷ lệ hộ nghèo còn 1,2%. Xã không còn nhà tạm. Tổng thu – chi đạt 5,1 tỷ đồng; hoà giải 12 vụ.\nNăm sau: tỷ lệ hộ nghèo còn 0,9%.";
const aligner = new Aligner(read(text));
const start = { start: 0, end: 0 };

function found(quote: string, near = start): readonly string[] | null {
  return aligner.words(quote, near)?.map((span) => text.slice(span.start, span.end)) ?? null;
}

describe("quoted words", () => {
  test.each([
    ["tỷ lệ hộ nghèo", ["Tỷ lệ hộ nghèo"]],
    ["Tổng thu - chi", ["Tổng thu – chi"]],
    ["hòa giải", ["hoà giải"]],
    ["tỷ lệ  hộ nghèo,", ["Tỷ lệ hộ nghèo"]],
    ["hòa giải".normalize("NFD"), ["hoà giải"]],
    ["Tổng thu … hoà giải", ["Tổng thu", "hoà giải"]],
    ["hoà giải [n3 12 vụ]", ["hoà giải 12 vụ"]],
  ])("%s are found as printed", (quote, words) => {
    expect(found(quote)).toEqual(words);
  });

  test.each([
    ["another digit", "còn 1,3%"],
    ["another unit", "5,1 triệu đồng"],
    ["a missing negator", "Xã còn nhà tạm"],
    ["a part of a word", "hộ nghè"],
    ["words left out without …", "Tổng chi"],
    ["words of nowhere after …", "Tổng thu … hộ giàu"],
    ["nothing", " … "],
  ])("with %s are refused", (_, quote) => {
    expect(found(quote)).toBeNull();
  });

  test("are taken where they stand nearest", () => {
    const second = text.lastIndexOf("0,9");
    expect(aligner.span("tỷ lệ hộ nghèo", { start: second, end: second + 4 })?.start).toBe(text.indexOf("tỷ lệ"));
    expect(aligner.span("tỷ lệ hộ nghèo", start)?.start).toBe(0);
  });

  test.each([
    ["Tổng thu … hoà giải", "Tổng thu – chi đạt 5,1 tỷ đồng; hoà giải"],
    ["Tổng thu", "Tổng thu"],
    ["hoà giải … Tổng thu", null],
    ["hoà giải … Năm sau", null],
    ["Tổng thu … hộ giàu", null],
  ])("of a passage shortened to %s are what stands between its ends in one line", (quote, words) => {
    const span = aligner.passage(quote, start);
    expect(span && text.slice(span.start, span.end)).toBe(words);
  });

  test("are looked for in bounded time in a text of one word", () => {
    const long = new Aligner(read("a ".repeat(300_000)));
    // trying every place for each would take minutes, and the test would run out of time
    const found = Array.from({ length: 200 }, (_, i) =>
      long.words(`${"a ".repeat(50)}b`, { start: i * 1000, end: i * 1000 + 1 }),
    );
    expect(found.every((words) => words === null)).toBe(true);
  });
});
