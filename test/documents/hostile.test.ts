import { describe, expect, test } from "vitest";
import { clean, cleanText } from "../../src/documents/clean.js";
import { KyhopError } from "../../src/errors.js";

/** The text, or the code of the failure; anything else than a KyhopError fails the test. */
function outcome(text: string): string {
  try {
    return cleanText(text, "x").text.slice(0, 20);
  } catch (error) {
    if (error instanceof KyhopError) return error.code;
    throw error;
  }
}

test.each(["", " \n\t\u00A0\n", "<p>&nbsp;</p>", "<html><script>1</script></html>", "Lượt xem: 12\n"])(
  "%j holds no text",
  (text) => {
    expect(outcome(text)).toBe("DOCUMENT_EMPTY");
  },
);

test("a source over the limit is refused before it is decoded", async () => {
  const bytes = new Uint8Array(100 * 1024 * 1024);
  await expect(clean({ source: "x", bytes })).rejects.toMatchObject({ code: "DOCUMENT_TOO_LARGE" });
});

test("tags 100,000 deep are refused, 4,000 deep are read", () => {
  expect(outcome(`${"<div>".repeat(100_000)}Kỳ họp`)).toBe("DOCUMENT_TOO_COMPLEX");
  expect(outcome(`${"<div>".repeat(4000)}Kỳ họp${"</div>".repeat(4000)}`)).toBe("Kỳ họp");
});

const million = 1_000_000;
describe("time stays linear", () => {
  test.each<readonly [string, string]>([
    ["digits", "1".repeat(million)],
    ["spaces", `a${" ".repeat(million)}b`],
    ["commas", ",".repeat(million)],
    ["capitals", "A".repeat(million)],
    ["capitalised words", "Aa ".repeat(million / 3)],
    ["short lines", "a\n".repeat(million / 20)],
    ["lines that break off", "abc def\nghi jkl\n".repeat(million / 40)],
    ["stars", "*a".repeat(million / 2)],
    ["brackets", "[".repeat(million)],
    ["tag openings", "<a ".repeat(million / 3)],
    ["ampersands", "&a".repeat(million / 2)],
    ["marks", `e${"\u0301".repeat(million)}`],
    ["an unclosed front matter", `---\n${"a: b\n".repeat(million / 20)}`],
    ["a huge attribute", `<p class="${"a ".repeat(million / 2)}">Kỳ họp</p>`],
    ["unclosed paragraphs", "<p>a".repeat(million / 40)],
    ["cells", `<table><tr>${"<td>a</td>".repeat(million / 20)}`],
    ["abstracts", `<html>${"<div class=asset-abstract><a>tin</a> 12/12/2020</div>".repeat(million / 100)}`],
    ["stray end tags", `<p>Kỳ họp${"</b>".repeat(million / 4)}`],
  ])("%s", (_, text) => {
    const began = performance.now();
    outcome(text);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
