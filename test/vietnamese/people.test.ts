import { describe, expect, it } from "vitest";
import people from "../../fixtures/language/people.json" with { type: "json" };
import { findPeople } from "../../src/vietnamese/people.js";
import { read } from "../../src/vietnamese/reading.js";

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
