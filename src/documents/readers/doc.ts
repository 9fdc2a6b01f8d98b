import { KyhopError } from "../../errors.js";
import { mend } from "../encodings/decode.js";
import { withToldTables } from "../text-tables/index.js";
import { checkChains } from "./compound-file.js";
import { type Reader, startsWith, unicode } from "./reader.js";

/** a paragraph's end, a page's or a section's */
const breaks = /[\r\v\f]/g;

/** A Word document of before 2007. */
export const doc: Reader = {
  format: "doc",
  claims: (bytes) => startsWith(bytes, "\xD0\xCF\x11\xE0"),
  read: async ({ source, bytes }) => {
    checkChains(source, bytes);
    const { default: WordExtractor } = await import("word-extractor");
    try {
      const document = await new WordExtractor().extract(Buffer.from(bytes));
      const body = document.getBody({ filterUnicode: false });
      const { text, encoding } = mend({ text: body.replace(breaks, "\n"), encoding: unicode });
      return { text: withToldTables(text), encoding };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new KyhopError("DOCUMENT_DAMAGED", { path: source, reason }, { cause: error });
    }
  },
};
