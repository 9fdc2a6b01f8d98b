/** Text at a place of a page, in points from the lower left corner; every letter is half its size wide. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const hex = (code: number): string => code.toString(16).padStart(4, "0");
const codesOf = (text: string): string => [...Array(text.length).keys()].map((at) => hex(text.charCodeAt(at))).join("");

/** A PDF whose font is not embedded but tells the letter of each code, as a text layer needs. */
export function pdfOf(pages: readonly (readonly Placed[])[], catalog = ""): Uint8Array {
  const letters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const mapped = letters.map((letter) => `<${codesOf(letter)}> <${codesOf(letter)}>`);
  const blocks = Array.from({ length: Math.ceil(mapped.length / 100) }, (_, index) =>
    mapped.slice(index * 100, index * 100 + 100),
  );
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.map((block) => `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`).join("\n")}
endcmap end end`;
  const stream = (content: string) => `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`;
  const first = 6;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${first + 2 * index} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 4 /FontBBox [0 0 500 800] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80 >> >>",
    stream(toUnicode),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`,
      stream(
        page.map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td <${codesOf(text)}> Tj ET`).join("\n"),
      ),
    ]),
  ];
  let file = "%PDF-1.7\n";
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(file);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${Buffer.byteLength(file)}\n%%EOF\n`,
  );
}

const [top, bottom, left] = [780, 60, 60];
const lineLength = 78;

/** Paragraphs set as a press office's program does: wrapped, with a gap between them, on as many pages as they need. */
export function pagesOf(paragraphs: readonly string[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let y = top;
  for (const paragraph of paragraphs) {
    for (const text of wrapped(paragraph)) {
      if (y < bottom) {
        pages.push([]);
        y = top;
      }
      pages.at(-1)?.push({ text, x: left, y });
      y -= 15;
    }
    y -= 12;
  }
  return pages;
}

function wrapped(paragraph: string): readonly string[] {
  const lines = [""];
  for (const word of paragraph.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line && line.length + word.length >= lineLength) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
