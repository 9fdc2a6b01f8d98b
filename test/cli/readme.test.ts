import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Record } from "../../src/records/record.js";
import { documents, fixtures, kyhop } from "./kyhop.js";

const readme = readFileSync(join(fixtures, "../README.md"), "utf8");
const block = (language: string) => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readme)?.[1] ?? "";
const spaced = (text: string) => text.replace(/ {2,}/g, " ").trim();
const shown = "fixtures/documents/xa-phu-dien-thuong-2021.txt";
const extract = (flag: string) =>
  kyhop(["extract", shown, "--engine", "rules", flag], { folder: join(documents, "../..") });

test("the summary in the README is what the command shows", async () => {
  const { stdout } = await extract("--pretty");
  const lines = stdout.split("\n").map(spaced);
  const excerpt = block("text")
    .split("\n")
    .map(spaced)
    .filter((line) => line && line !== "…");
  expect(readme).toContain(`kyhop extract ${shown}`);
  expect(excerpt.length).toBeGreaterThan(5);
  expect(excerpt.filter((line) => !lines.includes(line))).toEqual([]);
});

test("the achievement in the README is one of that record", async () => {
  const { achievements } = Record.parse(JSON.parse((await extract("--no-pretty")).stdout));
  expect(achievements).toContainEqual(JSON.parse(block("json")));
});
