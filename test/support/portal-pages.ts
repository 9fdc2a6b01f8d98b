import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseHTML } from "linkedom";
import { htmlWords } from "./html-words.js";

/** A whole page of a portal and what a person reads as its article, `null` for a list of articles. */
export interface PortalPage {
  readonly name: string;
  readonly html: string;
  readonly body: string | null;
}

const repository = process.cwd();
const real = join(repository, "../shared/pages");
const fixtures = join(repository, "fixtures");

/**
 * The bodies of the real pages, found by reading them and named by the blocks that hold them, for their words are not
 * ours to ship. The answers of the third page stand in blocks that open on a click.
 */
const realBodies: readonly (readonly [name: RegExp, body: string | null])[] = [
  [/phong-buu-chinh/, ".journal-content-article"],
  [/hoi-ap/, ".faq-intro, .faq-ask-content, .tintuc_chuyenmuc"],
  [/index|ke-hoach|cong-nghe-thong-tin/, null],
];

/** Real pages of a portal, kept beside the project; none where they are not there. */
export function realPages(): readonly PortalPage[] {
  return htmlFiles(real).map((path) => {
    const html = readFileSync(path, "utf8");
    const selector = realBodies.find(([name]) => name.test(basename(path)))?.[1] ?? null;
    return { name: basename(path), html, body: selector && wordsBelow(html, selector) };
  });
}

/** The pages written for this project, with the bodies that their writer gave them. */
export function fixturePages(): readonly PortalPage[] {
  return htmlFiles(join(fixtures, "documents")).map((path) => {
    const name = basename(path);
    const body = readFileSync(join(fixtures, "gold", name.replace(/\.html$/, ".body.txt")), "utf8");
    return { name, html: readFileSync(path, "utf8"), body };
  });
}

const htmlFiles = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".html"))
        .map((name) => join(folder, name))
    : [];

function wordsBelow(html: string, selector: string): string {
  const blocks: Iterable<HtmlBlock> = parseHTML(html).document.querySelectorAll(selector);
  return [...blocks].map(({ innerHTML }) => htmlWords(innerHTML)).join("\n");
}

interface HtmlBlock {
  readonly innerHTML: string;
}
