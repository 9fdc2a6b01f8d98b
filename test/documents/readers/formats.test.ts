import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { docOf } from "../../support/doc-files.js";
import { docxOf } from "../../support/office-files.js";
import { pagesOf, pdfOf } from "../../support/pdf-files.js";

const folder = join(import.meta.dirname, "../../../fixtures/documents");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

const formats: Readonly<Record<string, (paragraphs: readonly string[]) => Uint8Array>> = {
  doc: docOf,
  docx: (paragraphs) => docxOf(paragraphs.map((text) => [{ text }])),
  pdf: (paragraphs) => pdfOf(pagesOf(paragraphs)),
};

describe.each(Object.entries(formats))("a text written out as %s", (format, write) => {
  test.each(names)("%s comes back as it was", async (name) => {
    const { text } = await clean({ source: name, bytes: readFileSync(join(folder, name)) });
    const again = await clean({ source: name, bytes: write(text.split("\n")) });
    expect(again).toMatchObject({ format });
    expect(again.text).toBe(text);
  });
});
