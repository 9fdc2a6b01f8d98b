import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/folders.js";
import { documents, fixtures, kyhop, news } from "./kyhop.js";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

describe("help", async () => {
  const { stdout: help, code } = await kyhop(["--help"]);
  const listed = help.slice(help.indexOf("Commands:"), help.indexOf("help [command]"));
  const names = [...listed.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = ""]) => name);

  test("lists the commands", () => {
    expect(code).toBe(0);
    expect(names).toEqual([
      "extract",
      "run",
      "status",
      "failures",
      "enqueue",
      "worker",
      "queue",
      "export",
      "mentions",
      "clean",
      "duplicates",
      "prompt",
      "schema",
      "eval",
    ]);
  });

  test.each(names)("%s has an example, and stands in the README", async (name) => {
    const { stdout } = await kyhop([name, "--help"]);
    expect(stdout).toMatch(new RegExp(`Examples?:\n  \\$ .*kyhop ${name}`));
    expect(readme).toContain(`kyhop ${name}`);
  });

  test("the version is that of the package", async () => {
    const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect((await kyhop(["--version"])).stdout.trim()).toBe(manifest.version);
  });
});

describe("wrong use ends with 2 and says why on stderr", () => {
  test.each([
    { given: [], why: "Usage:" },
    { given: ["extrct"], why: "Did you mean extract?" },
    { given: ["extract"], why: "missing required argument" },
    { given: ["extract", news, "--engine", "magic"], why: "auto, rules, llm" },
    { given: ["extract", news, "--colour"], why: "unknown option" },
    { given: ["eval", "no-such-folder", news], why: "SOURCE_NOT_FOUND" },
  ])("kyhop $given", async ({ given, why }) => {
    const { code, stdout, stderr } = await kyhop(given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(why);
  });

  test("configuration", async () => {
    const { code, stderr } = await kyhop(["extract", news], { environment: { OPENAI_BASE_URL: "secret-nonsense" } });
    expect(code).toBe(2);
    expect(stderr).toContain("CONFIG_INVALID The environment variable OPENAI_BASE_URL");
    expect(stderr).not.toContain("secret-nonsense");
  });
});

describe("mentions", () => {
  test("shows the text, and below each line what was read there and by which rule", async () => {
    const { code, stdout } = await kyhop(["mentions", news]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +n1 +quantity +“.+” +\S.* +\{"value":/m);
    expect(stdout).toMatch(/\[[^\]]*\d[^\]]*\]/);
  });

  test("--json gives offsets into the text that `clean` keeps", async () => {
    const { mentions } = JSON.parse((await kyhop(["mentions", news, "--json"])).stdout);
    const { text } = JSON.parse((await kyhop(["clean", news, "--json"])).stdout);
    expect(mentions.length).toBeGreaterThan(10);
    for (const { start, end, quote, rule } of mentions) {
      expect(text.slice(start, end)).toBe(quote);
      expect(rule).not.toBe("");
    }
  });
});

describe("clean", () => {
  test("shows title, source and the text, and below it the page around it with reasons", async () => {
    const { code, stdout } = await kyhop(["clean", join(documents, "nv-xa-dong-lieu-2022.html")]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^title {8}\S/m);
    expect(stdout).toMatch(/^read as {6}text, utf-8/m);
    expect(stdout).toContain("dropped, outside the story: Tổng số điểm của bài viết");
    expect(stdout).not.toMatch(/^Tổng số điểm|<div/m);
  });
});

test("schema prints the JSON Schema of records", async () => {
  const { code, stdout } = await kyhop(["schema"]);
  const schema = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  expect(Object.keys(schema.properties)).toContain("achievements");
});

describe("eval", () => {
  const gold = join(fixtures, "gold");

  test("scores documents, and records the same", async () => {
    const folder = temporaryFolder();
    await kyhop(["extract", news, "--engine", "rules", "--out", "records.jsonl"], { folder });
    const ofDocuments = await kyhop(["eval", gold, news, "--json"]);
    const ofRecords = await kyhop(["eval", gold, "records.jsonl", "--json"], { folder });
    expect(ofDocuments.code).toBe(0);
    expect(JSON.parse(ofDocuments.stdout).evidence.wrong).toBe(0);
    expect(ofRecords.stdout).toBe(ofDocuments.stdout);
  });

  test("prints a table, with --diff each difference before it", async () => {
    const { code, stdout } = await kyhop(["eval", gold, "-", "--diff"], { input: "" });
    expect(code).toBe(0);
    expect(stdout).toContain("phuong-an-thinh-2024.json: no record");
    expect(stdout).toMatch(/^figures_found +0\.000 +0\.000 +0\.000 +\d+ +0$/m);
  });

  test("refuses what is no record, with the line and the field", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "bad.jsonl"), '{"schemaVersion":"9"}\n');
    const { code, stderr } = await kyhop(["eval", gold, "bad.jsonl"], { folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/RECORD_INVALID bad\.jsonl:1 is not a record: schemaVersion: /);
  });
});
