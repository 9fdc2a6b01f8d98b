import { KyhopError } from "../../errors.js";
import { mend } from "../encodings/decode.js";
import { withoutPageFurniture } from "./pdf-furniture.js";
import { type Piece, textLines } from "./pdf-layout.js";
import { paragraphsOf } from "./pdf-paragraphs.js";
import { type Reader, startsWith, unicode } from "./reader.js";

const mostPages = 2000;
/** letters on a page below which it holds no text layer */
const fewestLetters = 20;

/** A PDF with a text layer. Nothing in it is run; fonts and pictures are not looked at. */
export const pdf: Reader = {
  format: "pdf",
  claims: (bytes) => startsWith(bytes, "%PDF-"),
  read: async ({ source, bytes }) => {
    const pages = await pagesOf(source, bytes);
    const letters = pages.flat().reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    if (letters < fewestLetters * pages.length) {
      throw new KyhopError("DOCUMENT_SCANNED", { path: source, reason: `${pages.length} pages, ${letters} letters` });
    }
    return mend({ text: paragraphsOf(withoutPageFurniture(textLines(pages))), encoding: unicode });
  },
};

/** The pieces of text of each page, as they are placed. */
async function pagesOf(path: string, bytes: Uint8Array): Promise<readonly (readonly Piece[])[]> {
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const loading = getDocument({
    // the library takes the bytes away from who gives them
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await loading.promise;
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
  } catch (error) {
    if (error instanceof KyhopError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new KyhopError("DOCUMENT_DAMAGED", { path, reason }, { cause: error });
  } finally {
    await loading.destroy();
  }
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
