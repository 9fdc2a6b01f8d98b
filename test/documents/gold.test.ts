import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/documents/clean.js";
import { tokenF1 } from "../support/token-f1.js";

interface GoldDocument {
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
  readonly author?: string | null;
}

const root = join(import.meta.dirname, "../..");
const folders = [
  { documents: join(root, "fixtures/documents"), gold: join(root, "fixtures/gold") },
  { documents: join(root, "../shared/seeds"), gold: join(root, "../shared/gold/seeds") },
  { documents: join(root, "../shared/corpus"), gold: join(root, "../shared/gold/corpus") },
];
const cases = folders
  .filter(({ documents }) => existsSync(documents))
  .flatMap(({ documents, gold }) =>
    readdirSync(documents).map((name) => ({
      name,
      path: join(documents, name),
      gold: join(gold, basename(name, extname(name))),
    })),
  )
  .filter(({ gold }) => existsSync(`${gold}.json`));

const cleaned = (path: string) => clean({ source: path, bytes: readFileSync(path) });
describe.each(cases)("$name", ({ path, gold }) => {
  const { document: wanted } = JSON.parse(readFileSync(`${gold}.json`, "utf8")) as { readonly document: GoldDocument };

  test("title, day, author and publisher are as printed", async () => {
    const { title, publishedAt, author, publisher } = await cleaned(path);
    expect({ title, publishedAt }).toEqual({ title: wanted.title, publishedAt: wanted.publishedAt });
    if (wanted.author) expect(author).toBe(wanted.author);
    // a publisher that a page does not print cannot be read from it
    if (!wanted.publisher || readFileSync(path, "utf8").includes(wanted.publisher))
      expect(publisher).toBe(wanted.publisher);
  });
});

const pages = cases.filter(({ gold }) => existsSync(`${gold}.body.txt`));
test.each(pages)("the text of $name is what a careful person would keep", async ({ path, gold }) => {
  expect(tokenF1((await cleaned(path)).text, readFileSync(`${gold}.body.txt`, "utf8"))).toBeGreaterThanOrEqual(0.98);
});
