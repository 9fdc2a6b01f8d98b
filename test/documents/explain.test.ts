import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clean, explain } from "../../src/documents/clean.js";

const folder = join(import.meta.dirname, "../../fixtures/documents");

test.each(readdirSync(folder))(
  "%s is explained as it is cleaned, and nothing is both kept and dropped",
  async (name) => {
    const raw = { source: name, bytes: readFileSync(join(folder, name)) };
    const { dropped, paper: _, ...document } = await explain(raw);
    expect(document).toEqual(await clean(raw));
    const kept = new Set(document.text.split("\n"));
    expect(dropped.filter(({ text }) => kept.has(text))).toEqual([]);
  },
);

test("what was dropped has the reason of the step that dropped it", async () => {
  const bytes = Buffer.from(
    "Xã Phú Lương Hạ họp\nLượt xem: 119\nSáng nay, HĐND xã họp bàn 12 việc.\nTác giả: Lê Thị Ngát\n",
  );
  const { dropped, author } = await explain({ source: "a.txt", bytes });
  expect(author).toBe("Lê Thị Ngát");
  expect(dropped).toEqual([
    { text: "Lượt xem: 119", reason: "a phrase of portals, or said twice" },
    { text: "Tác giả: Lê Thị Ngát", reason: "a fact: section, day, author or source" },
  ]);
});
