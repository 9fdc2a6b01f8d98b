import { tables } from "./tables.js";
import { toWindows1252 } from "./windows-1252.js";

/** The fonts that showed the bytes of an old table as Vietnamese letters; those whose name ends in H show capitals. */
const fonts: readonly { readonly name: RegExp; readonly table: string; readonly capitals: RegExp | null }[] = [
  { name: /^\.Vn/i, table: "tcvn3", capitals: /H$/ },
  { name: /^VNI[- ]/i, table: "vni", capitals: null },
  { name: /^VPS /i, table: "vps", capitals: null },
];

/** A part of a document as mammoth hands it to `transformDocument`. */
export interface Part {
  readonly type?: string;
  readonly font?: string | null;
  readonly value?: string;
  readonly children?: readonly Part[];
}

/**
 * The document with the runs in such fonts in Unicode. Documents that were converted keep the fonts' names: where any
 * such run has a letter that no byte shows, all are Unicode already.
 */
export function convertLegacyRuns(document: Part): Part {
  return isConverted(document) ? document : converted(document, null);
}

function isConverted(part: Part, font: string | null = null): boolean {
  const own = part.font ?? font;
  if (part.value !== undefined) return fontOf(own) !== undefined && toWindows1252(part.value) === null;
  return (part.children ?? []).some((child) => isConverted(child, own));
}

function converted(part: Part, font: string | null): Part {
  const own = part.font ?? font;
  if (part.children) return { ...part, children: part.children.map((child) => converted(child, own)) };
  return part.value === undefined ? part : { ...part, value: textIn(own, part.value) };
}

function textIn(font: string | null, value: string): string {
  const known = fontOf(font);
  const bytes = known && toWindows1252(value);
  const table = tables.find(({ name }) => name === known?.table);
  if (!known || !bytes || !table) return value;
  const text = table.decode(bytes);
  return known.capitals?.test(font ?? "") ? text.toUpperCase() : text;
}

const fontOf = (font: string | null) => (font === null ? undefined : fonts.find(({ name }) => name.test(font)));
