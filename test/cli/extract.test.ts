import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { Record } from "../../src/records/record.js";
import { temporaryFolder } from "../support/folders.js";
import { documents, kyhop, main, news } from "./kyhop.js";

const recordsOf = (lines: string) =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => Record.parse(JSON.parse(line)));

describe("records", async () => {
  const folder = await kyhop(["extract", documents, "--engine", "rules"]);
  const records = recordsOf(folder.stdout);

  test("a folder gives a valid record a document, in the order of the folder", () => {
    expect(folder).toMatchObject({ code: 0, stderr: "" });
    const names = readdirSync(documents).sort();
    expect(records.map(({ document }) => document.source)).toEqual(names.map((name) => join(documents, name)));
  });

  test("every quote is the text at its offsets", () => {
    for (const { document, targets, achievements, sessions } of records) {
      const quotes = [...targets, ...achievements, ...sessions].flatMap(({ evidence }) => evidence);
      for (const { start, end, quote } of quotes) expect(document.text.slice(start, end)).toBe(quote);
    }
  });

  test("two runs differ in nothing but the time of extraction", async () => {
    const run = async () => recordsOf((await kyhop(["extract", news])).stdout);
    const timeless = (records: readonly Record[]) =>
      records.map((record) => ({ ...record, provenance: { ...record.provenance, extractedAt: "" } }));
    expect(timeless(await run())).toEqual(timeless(await run()));
  });

  test("paths, globs and standard input may be mixed, and the order is that of the command", async () => {
    const { code, stdout } = await kyhop(["extract", "-", join(documents, "nv-*.html"), news], {
      input: readFileSync(news),
    });
    const sources = recordsOf(stdout).map(({ document }) => basename(document.source));
    const pages = readdirSync(documents).filter((name) => name.startsWith("nv-"));
    expect(code).toBe(0);
    expect(sources).toEqual(["-", ...pages.sort(), basename(news)]);
  });
});

describe("documents that cannot be read", () => {
  test("each is told with its reason, the others are delivered, and the exit code is 1", async () => {
    const folder = temporaryFolder();
    const bad = (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const empty = bad("empty.txt", "");
    const binary = bad("binary.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    const cut = bad("cut.txt", Buffer.from("Hội").subarray(0, 3));
    const missing = join(folder, "missing.txt");
    const large = bad("large.txt", "");
    truncateSync(large, 100 * 1024 * 1024);
    const { code, stdout, stderr } = await kyhop([
      "extract",
      empty,
      news,
      binary,
      cut,
      missing,
      large,
      news,
      "--engine=rules",
    ]);
    expect(code).toBe(1);
    expect(recordsOf(stdout)).toHaveLength(2);
    const reasons = stderr.trimEnd().split("\n");
    expect(reasons.map((line) => line.split(" ", 2).join(" "))).toEqual([
      `${empty}: DOCUMENT_EMPTY`,
      `${binary}: DOCUMENT_BINARY`,
      `${cut}: DOCUMENT_ENCODING`,
      `${missing}: SOURCE_NOT_FOUND`,
      `${large}: DOCUMENT_TOO_LARGE`,
    ]);
  });

  test("a glob that matches nothing is told", async () => {
    const { code, stderr } = await kyhop(["extract", join(temporaryFolder(), "*.txt"), "--engine", "rules"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/\*\.txt: SOURCE_NOT_FOUND /);
  });

  test.skipIf(process.getuid?.() === 0)("a folder without rights is told (not as root, who may read all)", async () => {
    const folder = join(temporaryFolder(), "closed");
    mkdirSync(folder);
    chmodSync(folder, 0);
    const { code, stdout, stderr } = await kyhop(["extract", folder, news, "--engine", "rules"]);
    chmodSync(folder, 0o700);
    expect(code).toBe(1);
    expect(stderr).toMatch(/closed: SOURCE_UNREADABLE /);
    expect(recordsOf(stdout)).toHaveLength(1);
  });
});

describe("engines", () => {
  test("auto says in one line that the rules are used", async () => {
    const { code, stdout, stderr } = await kyhop(["extract", news]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^auto: no model is configured.* rules engine .*\n$/);
    expect(recordsOf(stdout)[0]?.provenance.engine).toBe("rules");
  });

  test("a model that is not configured: the command says what to set", async () => {
    const { code, stdout, stderr } = await kyhop(["extract", news, "--engine", "llm"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/ENGINE_UNAVAILABLE .*KYHOP_MODEL/);
  });
});

describe("output", () => {
  test("--out writes the whole file at once and leaves nothing beside it", async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await kyhop(["extract", news, "--out", "records.jsonl"], { folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(readdirSync(folder)).toEqual(["records.jsonl"]);
    expect(recordsOf(readFileSync(join(folder, "records.jsonl"), "utf8"))).toHaveLength(1);
  });

  test("--out into a folder that is not there is wrong use, told before any work", async () => {
    const { code, stderr } = await kyhop(["extract", news, "--out", join(temporaryFolder(), "no/records.jsonl")]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/OUTPUT_UNWRITABLE .*ENOENT/);
  });

  test("--out to a pipe writes to it and does not replace it", async () => {
    const pipe = join(temporaryFolder(), "records");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    const [{ code }, read] = await Promise.all([kyhop(["extract", news, "--out", pipe]), text(reader.stdout)]);
    expect(code).toBe(0);
    expect(recordsOf(read)).toHaveLength(1);
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  test("a document may come through a pipe that a shell names", async () => {
    const pipe = join(temporaryFolder(), "news");
    execFileSync("mkfifo", [pipe]);
    const writer = spawn("cp", [news, pipe], { stdio: "ignore" });
    const [{ code, stdout }] = await Promise.all([kyhop(["extract", pipe, "--engine", "rules"]), once(writer, "exit")]);
    expect(code).toBe(0);
    expect(recordsOf(stdout)).toHaveLength(1);
  });

  test("a reader that has enough ends the run quietly", async () => {
    const many = Array.from({ length: 20 }, () => `'${documents}'`).join(" ");
    const pipe = `'${process.execPath}' '${main}' extract ${many} --engine rules | head -c 10; exit "\${PIPESTATUS[0]}"`;
    const child = spawn("bash", ["-c", pipe], { stdio: ["ignore", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.stdout.resume();
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("the summary for people", () => {
  test("shows meeting, figures in Vietnamese style with their proof, and the totals last", async () => {
    const { stdout } = await kyhop(["extract", news, "--engine", "rules", "--pretty"]);
    expect(stdout).toContain("HĐND phường An Thịnh · kỳ họp thứ mười bốn");
    expect(stdout).toMatch(/^ {2}✓ .+(?:đồng|%|hộ)/m);
    expect(stdout).toMatch(/“.*_.+_.*”/);
    expect(stdout.trimEnd().split("\n").at(-1)).toMatch(
      /^1 document · 1 session · \d+ figures · \d+ verified · \d+ problems?$/,
    );
  });

  test("is coloured when asked, and never against NO_COLOR", async () => {
    const given = ["extract", news, "--engine", "rules", "--pretty"];
    const coloured = await kyhop(given, { environment: { FORCE_COLOR: "1" } });
    const plain = await kyhop(given, { environment: { FORCE_COLOR: "1", NO_COLOR: "1" } });
    expect(coloured.stdout).toContain("\u001B[4m");
    expect(plain.stdout).not.toContain("\u001B");
  });

  test("a document cannot send commands to the terminal", async () => {
    const input = `${readFileSync(news, "utf8")}\nThu ngân sách đạt \u001B]0;mine\u0007 15 tỷ đồng\u001B[31m \u009B2J.\u202E`;
    for (const style of ["--pretty", "--no-pretty"]) {
      const { stdout, stderr } = await kyhop(["extract", "-", style], { input });
      expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    }
  });
});
