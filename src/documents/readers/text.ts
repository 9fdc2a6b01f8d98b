import { KyhopError } from "../../errors.js";
import { decode } from "../encodings/decode.js";
import { withToldTables } from "../text-tables/index.js";
import { type Reader, startsWith } from "./reader.js";

/** The first bytes of formats that hold no readable text. */
const signatures: readonly (readonly [mark: string, name: string])[] = [
  ["PK\x03\x04", "a ZIP archive or an XLSX, PPTX file"],
  ["\x89PNG", "a PNG image"],
  ["\xFF\xD8\xFF", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\x1F\x8B", "a gzip archive"],
  ["{\\rtf", "an RTF file"],
  ["Rar!", "a RAR archive"],
  ["7z\xBC\xAF", "a 7-Zip archive"],
];

/** Plain text, Markdown and HTML, in any encoding that Vietnamese was written in. */
export const text: Reader = {
  format: "text",
  claims: () => true,
  read: (raw) => {
    const signature = signatures.find(([mark]) => startsWith(raw.bytes, mark));
    if (signature) throw new KyhopError("DOCUMENT_BINARY", { path: raw.source, reason: signature[1] });
    const { text, encoding } = decode(raw);
    return { text: withToldTables(text), encoding };
  },
};
