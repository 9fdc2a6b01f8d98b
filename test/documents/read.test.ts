import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultLimits } from "../../src/documents/limits.js";
import { expandPaths, readSource } from "../../src/documents/read.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kyhop-read-"));
  await mkdir(join(folder, "sub"));
  await mkdir(join(folder, "empty"));
  for (const name of ["b.txt", "a.HTML", "note.xlsx", "sub/c.md"]) await writeFile(join(folder, name), "Kỳ họp");
});
afterAll(() => rm(folder, { recursive: true }));

const listed = async (...paths: string[]) => {
  const found: string[] = [];
  for await (const path of expandPaths(paths)) found.push(path);
  return found;
};

test("a folder gives its documents to the bottom, in order of name", async () => {
  expect(await listed(folder)).toEqual([join(folder, "a.HTML"), join(folder, "b.txt"), join(folder, "sub", "c.md")]);
});

test("a glob gives what matches, and a file named outright may have any ending", async () => {
  expect(await listed(join(folder, "*.txt"), join(folder, "note.xlsx"), "-")).toEqual([
    join(folder, "b.txt"),
    join(folder, "note.xlsx"),
    "-",
  ]);
});

test.each([
  ["a path that is not there", "nowhere.txt"],
  ["a glob without matches", "*.xyz"],
  ["an empty folder", "empty"],
])("%s fails for itself alone", async (_, name) => {
  const [missing, found] = await listed(join(folder, name), join(folder, "b.txt"));
  await expect(readSource(missing ?? "")).rejects.toMatchObject({ code: "SOURCE_NOT_FOUND" });
  expect(found).toBe(join(folder, "b.txt"));
});

test("a folder cannot be read as a document", async () => {
  await expect(readSource(folder)).rejects.toMatchObject({ code: "SOURCE_UNREADABLE" });
});

test("a source over the limit is not read", async () => {
  const limits = { ...defaultLimits, maxBytes: 4 };
  await expect(readSource(join(folder, "b.txt"), limits)).rejects.toMatchObject({ code: "DOCUMENT_TOO_LARGE" });
});
