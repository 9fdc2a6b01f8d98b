import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Worker } from "tesseract.js";
import { KyhopError } from "../../errors.js";
import { mend } from "../encodings/decode.js";
import type { ReadText } from "./reader.js";

/** so many pages take about a quarter of an hour */
const mostPages = 300;
/** pictures of fewer points a side are seals and signatures */
const leastSide = 300;
/** a picture that is not decoded by then is left out */
const longestWaitMs = 30_000;
const language = "vie";
const languageData = `@tesseract.js-data/${language}`;

/** How pdf.js holds a decoded picture. */
interface Picture {
  readonly width: number;
  readonly height: number;
  /** 1: a bit a point, white set; 2: RGB; 3: RGBA */
  readonly kind: number;
  readonly data: Uint8Array;
}

/**
 * Reads the pictures of a document's pages by Tesseract, which is installed beside Kyhop where scans are to be read.
 * @throws KyhopError DOCUMENT_SCANNED where it is not installed, or the pages hold no picture of a page
 */
export async function readScans(path: string, document: PDFDocumentProxy): Promise<ReadText> {
  const scanned = (reason: string) => new KyhopError("DOCUMENT_SCANNED", { path, reason });
  if (document.numPages > mostPages) throw scanned(`more than ${mostPages} pages`);
  const installed = await findTesseract();
  if (!installed) throw scanned(`${document.numPages} pages`);
  const paragraphs: string[] = [];
  const sureness: number[] = [];
  let worker: Worker | null = null;
  try {
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      for (const picture of await picturesOf(page)) {
        worker ??= await installed.start();
        const { data } = await worker.recognize(asPortableMap(picture), {}, { blocks: true });
        const read = (data.blocks ?? []).flatMap((block) => block.paragraphs);
        paragraphs.push(...read.map(({ lines }) => lines.map(({ text }) => text.trim()).join(" ")));
        sureness.push(data.confidence);
      }
      page.cleanup();
    }
  } finally {
    await worker?.terminate();
  }
  if (sureness.length === 0) throw scanned("no picture that could be read");
  const confidence = sureness.reduce((sum, one) => sum + one, 0) / sureness.length / 100;
  return mend({ text: paragraphs.join("\n"), encoding: { name: "ocr", confidence } });
}

/** Tesseract with its Vietnamese data, read from the disk; `null` where one is not installed. */
async function findTesseract() {
  try {
    const packaged = createRequire(import.meta.url).resolve(`${languageData}/package.json`);
    const { default: tesseract } = await import("tesseract.js");
    const langPath = join(dirname(packaged), "4.0.0_best_int");
    return { start: () => tesseract.createWorker(language, 1, { langPath, gzip: true, cacheMethod: "none" }) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

/** The pictures that a page paints, in order. */
async function picturesOf(page: PDFPageProxy): Promise<readonly Picture[]> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = fnArray.flatMap((operator, index) =>
    operator === OPS.paintImageXObject ? [String(argsArray[index]?.[0])] : [],
  );
  const pictures = await Promise.all([...new Set(names)].map((name) => pictureNamed(page, name)));
  return pictures.filter((picture) => picture !== null);
}

function pictureNamed(page: PDFPageProxy, name: string): Promise<Picture | null> {
  // pictures that several pages paint are kept for the whole document
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), longestWaitMs);
    objects.get(name, (picture: Partial<Picture> | null) => {
      clearTimeout(timer);
      const { width = 0, height = 0, kind, data } = picture ?? {};
      const isPage = Math.min(width, height) >= leastSide;
      resolve(isPage && kind !== undefined && data ? { width, height, kind, data } : null);
    });
  });
}

/** The picture as a PBM or PPM file, whose points stand as pdf.js has them. */
function asPortableMap({ width, height, kind, data }: Picture): Buffer {
  if (kind === 1) {
    // there a set bit is black
    return Buffer.concat([Buffer.from(`P4\n${width} ${height}\n`), Uint8Array.from(data, (bits) => ~bits & 0xff)]);
  }
  const header = Buffer.from(`P6\n${width} ${height}\n255\n`);
  if (kind === 2) return Buffer.concat([header, data]);
  const points = Buffer.alloc(width * height * 3);
  for (let from = 0, to = 0; to < points.length; from += 4, to += 3) {
    points[to] = data[from] ?? 255;
    points[to + 1] = data[from + 1] ?? 255;
    points[to + 2] = data[from + 2] ?? 255;
  }
  return Buffer.concat([header, points]);
}
