import { KyhopError } from "../../errors.js";
import { mend } from "../encodings/decode.js";
import { convertLegacyRuns } from "../encodings/fonts.js";
import { isOfficeFile } from "../sources/zip.js";
import { checkInflatedSize } from "./office-size.js";
import { type Reader, unicode } from "./reader.js";

const wordPart = Buffer.from("word/document.xml");

/** A Word document (Office Open XML). Runs in a legacy Vietnamese font are read by that font's table. */
export const docx: Reader = {
  format: "docx",
  claims: (bytes) =>
    isOfficeFile(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(wordPart),
  read: async ({ source, bytes }, limits) => {
    await checkInflatedSize(source, bytes, limits);
    const { default: mammoth } = await import("mammoth");
    const options = {
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      externalFileAccess: false,
      transformDocument: convertLegacyRuns,
    };
    try {
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
      return mend({ text: value, encoding: unicode });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new KyhopError("DOCUMENT_DAMAGED", { path: source, reason }, { cause: error });
    }
  },
};
