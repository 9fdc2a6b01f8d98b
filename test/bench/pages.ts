import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { Parser } from "htmlparser2";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { cleanText } from "../../src/documents/clean.js";
import { KyhopError } from "../../src/errors.js";
import { htmlWords } from "../support/html-words.js";
import { fixturePages, type PortalPage, realPages } from "../support/portal-pages.js";
import { tokenF1 } from "../support/token-f1.js";

/** A way to get a page's article: its text, `null` where it says that there is none. */
type Way = (html: string) => string | null | Promise<string | null>;

const tokensOnly = "htmlparser2, tokens only";
const ways: Readonly<Record<string, Way>> = {
  "kyhop clean": (html) => {
    try {
      return cleanText(html, "page").text;
    } catch (error) {
      if (error instanceof KyhopError) return null;
      throw error;
    }
  },
  "readability on linkedom": (html) => wordsOf(new Readability(parseHTML(html).document).parse()?.content),
  "readability on jsdom": (html) => wordsOf(new Readability(new JSDOM(html).window.document).parse()?.content),
  "defuddle on linkedom": async (html) =>
    wordsOf((await Defuddle(parseHTML(html).document, "https://portal.invalid/")).content),
  [tokensOnly]: (html) => {
    new Parser({ onopentag() {}, ontext() {}, onclosetag() {} }).end(html);
    return null;
  },
};

const wordsOf = (html: string | null | undefined): string | null => (html ? htmlWords(html) : null);

/**
 * Prints what a whole portal page costs each way (the fastest of rounds in which all take turns), and how well each finds
 * the articles: the mean token F1 against their bodies, on our pages and on real ones, and how many lists of articles it
 * does not take for one.
 */
export async function benchPages(rounds = 20): Promise<void> {
  const sets = { fixtures: fixturePages(), real: realPages() };
  const pages = Object.values(sets).flat();
  const size = pages.reduce((sum, { html }) => sum + html.length, 0) / pages.length / 1000;
  console.log(`pages: ${pages.length} of ${size.toFixed(0)}k characters on average, ${rounds} rounds`);
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    for (const [way, read] of Object.entries(ways)) {
      const began = performance.now();
      for (const { html } of pages) await read(html);
      const taken = (performance.now() - began) / pages.length;
      best.set(way, Math.min(best.get(way) ?? taken, taken));
    }
  }
  const own = best.get("kyhop clean") ?? 0;
  for (const [way, read] of Object.entries(ways)) {
    const taken = best.get(way) ?? 0;
    const cost = `${(1000 / taken).toFixed(0).padStart(6)} pages/s  ${(taken / own).toFixed(2).padStart(6)} × clean`;
    const quality =
      way === tokensOnly ? [] : await Promise.all(Object.entries(sets).map((set) => qualityOf(read, ...set)));
    console.log(`  ${way.padEnd(26)} ${cost}  ${quality.join("  ")}`);
  }
}

async function qualityOf(read: Way, name: string, pages: readonly PortalPage[]): Promise<string> {
  const scores: number[] = [];
  let told = 0;
  for (const { html, body } of pages) {
    const text = await read(html);
    if (body === null) told += text === null ? 1 : 0;
    else scores.push(tokenF1(text ?? "", body));
  }
  if (scores.length === 0) return "";
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const lists = pages.length - scores.length;
  return `${name} F1 ${mean.toFixed(3)} (least ${Math.min(...scores).toFixed(3)})${lists ? `, ${told} of ${lists} lists told` : ""}`;
}
