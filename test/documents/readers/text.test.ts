import { expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";

test.each([
  ["PK\x03\x04\x14\0\0\0", "ZIP"],
  ["{\\rtf1\\ansi", "RTF"],
  ["\x89PNG\r\n", "PNG"],
])("%j is told to be no text", async (start, name) => {
  await expect(clean({ source: "a", bytes: Buffer.from(start, "latin1") })).rejects.toMatchObject({
    code: "DOCUMENT_BINARY",
    message: expect.stringContaining(name),
  });
});
