import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { DuplicateFinder } from "../../../src/documents/duplicates/finder.js";

const folder = join(import.meta.dirname, "../../../fixtures/documents");
const documents = await Promise.all(
  readdirSync(folder).map((name) => clean({ source: name, bytes: readFileSync(join(folder, name)) })),
);
const [article] = documents;
if (!article) throw new Error("there are no documents");
const reprint = (source: string, text: string) => ({
  source,
  text,
  id: createHash("sha256").update(text).digest("hex"),
});

test("different articles are no duplicates of one another", () => {
  const finder = new DuplicateFinder();
  expect(documents.map((document) => finder.add(document)).filter(Boolean)).toEqual([]);
});

test("the same text under another name is a duplicate", () => {
  const finder = new DuplicateFinder();
  expect(finder.add(article)).toBeNull();
  expect(finder.add({ ...article, source: "again.html" })).toEqual({
    duplicateOf: article.source,
    similarity: 1,
    differences: [],
  });
});

test.each(documents.map((document) => [document.source, document] as const))(
  "%s is known again when a portal gives it another title, drops a line and adds one",
  (_, document) => {
    const finder = new DuplicateFinder();
    for (const one of documents) finder.add(one);
    const [, ...lines] = document.text.split("\n");
    const text = ["Tin từ cơ sở trong tuần", ...lines, "Bài và ảnh: cộng tác viên"].join("\n");
    expect(finder.add(reprint("reprint.html", text))).toMatchObject({ duplicateOf: document.source });
  },
);

test("sentences that print other numbers are kept side by side", () => {
  const finder = new DuplicateFinder();
  const sentence = "Tổng thu ngân sách trên địa bàn đạt 12,5 tỷ đồng, bằng 104% kế hoạch.";
  const [head = "", ...rest] = article.text.split("\n");
  finder.add(reprint("first.html", [head, sentence, ...rest].join("\n")));
  const changed = sentence.replace("12,5", "21,5");
  expect(finder.add(reprint("second.html", [head, changed, ...rest].join("\n")))?.differences).toEqual([
    { here: changed, there: sentence },
  ]);
});
