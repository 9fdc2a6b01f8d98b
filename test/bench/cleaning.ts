import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { Parser } from "htmlparser2";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { cleanText } from "../../src/documents/clean.js";
import { KyhopError } from "../../src/errors.js";

const repository = join(import.meta.dirname, "../../..");
const folders = [join(repository, "../shared/pages"), join(repository, "fixtures/documents")];

const ways: Readonly<Record<string, (html: string) => void>> = {
  "htmlparser2, tokens only": (html) => new Parser({ onopentag() {}, ontext() {}, onclosetag() {} }).end(html),
  "kyhop clean": (html) => {
    try {
      cleanText(html, "page");
    } catch (error) {
      // a page that is no article is refused after the same work
      if (!(error instanceof KyhopError)) throw error;
    }
  },
  "readability on linkedom": (html) => new Readability(parseHTML(html).document).parse(),
  "readability on jsdom": (html) => new Readability(new JSDOM(html).window.document).parse(),
};

/** Prints what a page costs in milliseconds (the median of rounds), and how many times our own cost each way takes. */
export function benchCleaning(rounds = 15): void {
  const folder = folders.find((path) => existsSync(path)) ?? "";
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const size = pages.reduce((sum, html) => sum + html.length, 0) / pages.length / 1000;
  console.log(`cleaning: ${pages.length} pages of ${size.toFixed(0)}k characters on average, ${rounds} rounds`);
  // the ways take turns, so that a busy machine slows all of them alike
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let round = -5; round < rounds; round++) {
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now();
      for (const html of pages) way(html);
      if (round >= 0) times.get(name)?.push((performance.now() - began) / pages.length);
    }
  }
  const own = median(times.get("kyhop clean") ?? []);
  for (const [name, taken] of times) {
    console.log(
      `  ${name.padEnd(26)} ${median(taken).toFixed(2).padStart(8)} ms/page  ${(median(taken) / own).toFixed(2).padStart(6)} × clean`,
    );
  }
  console.log(`  clean / tokens: ${(own / median(times.get("htmlparser2, tokens only") ?? [])).toFixed(2)} (limit 4)`);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
