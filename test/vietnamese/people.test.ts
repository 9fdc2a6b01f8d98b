import { describe, expect, it } from "vitest";
import people from "../../fixtures/language/people.json" with { type: "json" };
import { expand } from "../../src/vietnamese/abbreviations.js";
import { findPeople } from "../../src/vietnamese/people/index.js";
import { read } from "../../src/vietnamese/text/reading.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly titles?: readonly string[];
}

function peopleOf(text: string) {
  return findPeople(read(text)).map(({ value }) => ({
    name: value.name,
    quote: text.slice(value.nameSpan.start, value.nameSpan.end),
    titles: value.titles.map((words) => words.map(({ start, end }) => text.slice(start, end)).join(" ")),
  }));
}

describe("people", () => {
  for (const { text, quote, titles } of people as readonly Row[]) {
    if (quote === undefined) it(`names nobody: ${text}`, () => expect(peopleOf(text)).toEqual([]));
    else
      it(`${quote} in: ${text}`, () =>
        expect(peopleOf(text)).toContainEqual({ name: quote, quote, titles: titles ?? [] }));
  }
});

describe("posts", () => {
  it("stays with its own person where a list goes on", () => {
    expect(peopleOf("Dự có Chủ tịch UBND xã Vạn Thọ Lê Bá Đỉnh, Phó Chủ tịch HĐND xã Hồ Thị Lài.")).toMatchObject([
      { name: "Lê Bá Đỉnh", titles: ["Chủ tịch UBND xã Vạn Thọ"] },
      { name: "Hồ Thị Lài", titles: ["Phó Chủ tịch HĐND xã"] },
    ]);
  });

  it("is of each person whom a label before a colon names", () => {
    expect(
      peopleOf("có các Phó Bí thư Tỉnh ủy: Chủ tịch UBND tỉnh Vi Văn Tám, Trưởng Ban Tổ chức Mã Thị Én."),
    ).toMatchObject([
      { name: "Vi Văn Tám", titles: ["Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"] },
      { name: "Mã Thị Én", titles: ["Phó Bí thư Tỉnh ủy", "Trưởng Ban Tổ chức"] },
    ]);
  });

  it("tells who no longer holds it", () => {
    const [person] = findPeople(read("Ông Tạ Đình Khôi, nguyên Bí thư Huyện ủy, góp ý."));
    expect(person?.value).toMatchObject({ former: true, honorific: "Ông" });
  });

  it("is not the post of whom somebody speaks for", () => {
    expect(peopleOf("Thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Cao Thị Mận trình bày.")).toMatchObject([
      { titles: ["Giám đốc Sở Y tế"] },
    ]);
  });
});

describe("abbreviations", () => {
  it.each([
    ["UBND", {}, "Ủy ban nhân dân"],
    ["CT", { after: " UBND phường" }, "Chủ tịch"],
    ["CT", { after: "/TTg" }, "Chỉ thị"],
    ["CT", {}, null],
    ["HĐ", { after: " số 12" }, "hợp đồng"],
    ["TT", { after: " HĐND huyện" }, "Thường trực"],
    ["XYZ", {}, null],
  ])("%s %j: %s", (abbreviation, context, words) => expect(expand(abbreviation, context)).toBe(words));
});

describe("a hostile text", () => {
  it.each(["A ", "các đồng chí: ", "Lê Văn An, Phó Chủ tịch UBND xã, ", ", "])("of %j only returns", (words) => {
    expect(findPeople(read(words.repeat(1_000_000 / words.length)))).toBeInstanceOf(Array);
  });
});
