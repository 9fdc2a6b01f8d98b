import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { KyhopError } from "../../errors.js";
import { mend } from "../encodings/decode.js";
import type { Piece } from "./pdf-cells.js";
import { withoutPageFurniture } from "./pdf-furniture.js";
import { textLines } from "./pdf-layout.js";
import { paragraphsOf } from "./pdf-paragraphs.js";
import { readScans } from "./pdf-scans.js";
import { type Reader, startsWith, unicode } from "./reader.js";

const mostPages = 2000;
/** of a picture: twice those of a page of A3 at 300 dots an inch */
const mostPoints = 40_000_000;
/** letters on a page below which it holds no text layer */
const fewestLetters = 20;

/** A PDF with a text layer, or one of scans where Tesseract is installed. Nothing in it is run; fonts are not looked at. */
export const pdf: Reader = {
  format: "pdf",
  claims: (bytes) => startsWith(bytes, "%PDF-"),
  read: async ({ source, bytes }) => {
    const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const loading = getDocument({
      // the library takes the bytes away from who gives them
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      isOffscreenCanvasSupported: false,
      maxImageSize: mostPoints,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    try {
      const document = await loading.promise;
      const pages = await pagesOf(source, document);
      const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
      if (letters < fewestLetters * pages.length) return await readScans(source, document);
      return mend({ text: paragraphsOf(withoutPageFurniture(textLines(pages))), encoding: unicode });
    } catch (error) {
      if (error instanceof KyhopError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new KyhopError("DOCUMENT_DAMAGED", { path: source, reason }, { cause: error });
    } finally {
      await loading.destroy();
    }
  },
};

/** The pieces of text of each page, as they are placed. */
async function pagesOf(path: string, document: PDFDocumentProxy): Promise<readonly (readonly Piece[])[]> {
  if (document.numPages > mostPages) {
    throw new KyhopError("DOCUMENT_TOO_COMPLEX", { path, reason: `it has more than ${mostPages} pages` });
  }
  const pages: Piece[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.flatMap((item) => ("str" in item ? [pieceOf(item)] : [])));
    page.cleanup();
  }
  return pages;
}

interface Placed {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function pieceOf({ str, transform, width }: Placed): Piece {
  const [, , skew = 0, height = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, width, size: Math.hypot(skew, height) };
}
