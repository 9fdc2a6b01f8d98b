import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { encoders } from "../../support/encode.js";
import { docxOf } from "../../support/office-files.js";

const textOf = async (bytes: Uint8Array) => (await clean({ source: "a.docx", bytes })).text;
const shown = (text: string, table: string) => Buffer.from(encoders[table]?.(text) ?? []).toString("latin1");

test("runs in the fonts of before Unicode are read by the font's table", async () => {
  const bytes = docxOf([
    [{ text: shown("hội đồng nhân dân xã họp kỳ thứ hai", "tcvn3"), font: ".VnTimeH" }],
    [
      { text: shown("Thu ngân sách", "tcvn3"), font: ".VnTime" },
      { text: " đạt 12,5 tỷ đồng; ", font: "Times New Roman" },
      { text: shown("vượt kế hoạch", "vni"), font: "VNI-Times" },
    ],
  ]);
  expect(await textOf(bytes)).toBe(
    "HỘI ĐỒNG NHÂN DÂN XÃ HỌP KỲ THỨ HAI\nThu ngân sách đạt 12,5 tỷ đồng; vượt kế hoạch",
  );
});

test("a document that was converted and kept its fonts' names stays as it is", async () => {
  const bytes = docxOf([[{ text: "Hội đồng nhân dân xã bàn về thu ngân sách", font: ".VnTime" }]]);
  expect(await textOf(bytes)).toBe("Hội đồng nhân dân xã bàn về thu ngân sách");
});

test("XML entities are not expanded without end", async () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const inner = level === 0 ? "ha" : `&e${level - 1};`.repeat(10);
    return `<!ENTITY e${level} "${inner}">`;
  });
  const bomb = `<?xml version="1.0"?><!DOCTYPE d [${levels.join("")}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e11;</w:t></w:r></w:p></w:body></w:document>`;
  const parts = { "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(bomb) };
  await expect(textOf(zipSync(parts))).rejects.toMatchObject({ code: expect.stringMatching(/^DOCUMENT_/) });
});

test("a part that inflates past the limit fails before it is read", async () => {
  const parts = { "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": new Uint8Array(120_000_000) };
  await expect(textOf(zipSync(parts, { level: 9 }))).rejects.toMatchObject({
    code: expect.stringMatching(/DOCUMENT_TOO_LARGE|CONTAINER_LIMIT/),
  });
});
