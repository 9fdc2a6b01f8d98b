import { strToU8, zipSync } from "fflate";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A run of a Word document, in a font of its own where one is named. */
export interface Run {
  readonly text: string;
  readonly font?: string;
}

/** A Word document of the smallest kind: a paragraph a line, then a table where one is given. */
export function docxOf(
  paragraphs: readonly (readonly Run[])[],
  table: readonly (readonly string[])[] = [],
): Uint8Array {
  const run = ({ text, font }: Run) =>
    `<w:r>${font ? `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>` : ""}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const paragraph = (runs: readonly Run[]) => `<w:p>${runs.map(run).join("")}</w:p>`;
  const row = (cells: readonly string[]) =>
    `<w:tr>${cells.map((text) => `<w:tc>${paragraph([{ text }])}</w:tc>`).join("")}</w:tr>`;
  const body = paragraphs.map(paragraph).join("") + (table.length ? `<w:tbl>${table.map(row).join("")}</w:tbl>` : "");
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}
