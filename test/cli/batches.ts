import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { documents, kyhop } from "./kyhop.js";

const texts = readdirSync(documents)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({ name, text: readFileSync(join(documents, name), "utf8") }));

/** Fills a folder with so many documents of some KB, no two the same. */
export function makeDocuments(folder: string, count: number): void {
  mkdirSync(folder, { recursive: true });
  for (let n = 0; n < count; n++) {
    const { name, text } = texts[n % texts.length] ?? { name: "none.txt", text: "" };
    // in the middle: what stands at an end may be taken for the page's
    const lines = text.split("\n");
    lines.splice(lines.length / 2, 0, `Văn bản này là bản lưu số ${n}.`);
    writeFileSync(join(folder, `${String(n).padStart(6, "0")}-${basename(name)}`), lines.join("\n"));
  }
}

/** The records of a store, as lines without the time of their extraction. */
export async function exported(store: string): Promise<readonly string[]> {
  const { stdout } = await kyhop(["export", "--store", store]);
  return timeless(stdout);
}

export function timeless(records: string): readonly string[] {
  return records.split("\n").map((line) => line.replace(/"extractedAt":"[^"]+"/, ""));
}
