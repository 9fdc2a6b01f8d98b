import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { encoders } from "../../support/encode.js";

const folder = join(import.meta.dirname, "../../../fixtures/documents");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

/** Signs that the old tables do not have, as people typed them then. */
const typed = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/…/g, "...")
    .replace(/≥/g, ">=")
    .replace(/≤/g, "<=")
    .replace(/‰/g, "/1000");

/** What a table cannot write of a text: TCVN3 has no capitals with tones, a font of capitals shows them. */
const writable: Readonly<Record<string, (text: string) => string>> = { tcvn3: (text) => text.toLowerCase() };

describe.each(Object.entries(encoders))("a text written out in %s", (encoding, encode) => {
  test.each(names)("%s comes back as it was", async (name) => {
    const written = (writable[encoding] ?? ((text) => text))(typed(readFileSync(join(folder, name), "utf8")));
    const bytes = encode(written);
    if (!bytes) throw new Error(`${encoding} has not all letters of ${name}`);
    const read = await clean({ source: name, bytes });
    expect(read.encoding.name).toBe(encoding);
    expect(read.text).toBe((await clean({ source: name, bytes: Buffer.from(written) })).text);
  });
});
