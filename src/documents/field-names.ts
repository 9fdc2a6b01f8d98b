import type { Facts } from "./facts.js";
import { squeeze } from "./lines.js";
import { isoFromMachine } from "./moment.js";
import { normalForm } from "./normal-form.js";
import { readPublicationLine } from "./story/publication-line.js";

/** What Kyhop reads of a crawler's row or of front matter. */
export type Field = "title" | "author" | "publisher" | "publishedAt" | "description" | "text";

/** The names that crawlers and site generators give to each field, in small letters; the first that is filled wins. */
export const fieldNames: Readonly<Record<Field, readonly string[]>> = {
  title: ["title", "headline", "name", "tieu_de"],
  author: ["author", "authors", "creator", "tac_gia"],
  publisher: ["publisher", "source", "source_name", "site_name", "nguon"],
  publishedAt: [
    ...["date", "published", "publishedat", "published_at", "datepublished", "pubdate", "publish_date", "date_publish"],
    ...["created_at", "ngay_dang"],
  ],
  description: ["description", "excerpt", "summary", "sapo", "abstract", "tom_tat"],
  text: [
    ...["html", "raw_html", "body_html", "content_html", "text", "body", "content", "articlebody", "article"],
    ...["maintext", "plain_text", "full_text", "noi_dung"],
  ],
};

/** Names of one's own, which win over the usual ones: `{ title: "headline" }`. */
export type FieldMap = Readonly<Partial<Record<Field, string>>>;

/** The first filled value of a field. Keys of `values` are in small letters. */
export function fieldOf(values: ReadonlyMap<string, string>, field: Field, map: FieldMap = {}): string | null {
  const own = map[field];
  const names = own === undefined ? fieldNames[field] : [own.toLowerCase()];
  return names.map((name) => values.get(name)).find(Boolean) ?? null;
}

/** Whether any name is that of a fact or an abstract. */
export function knowsFact(values: ReadonlyMap<string, string>): boolean {
  return (Object.keys(fieldNames) as Field[]).some(
    (field) => field !== "text" && fieldNames[field].some((name) => values.has(name)),
  );
}

/** What the fields say of the document. */
export function factsOf(values: ReadonlyMap<string, string>, map: FieldMap = {}): Facts {
  const fact = (field: Field) => asLine(fieldOf(values, field, map) ?? "") || null;
  const printed = fact("publishedAt");
  const publishedAt = printed && (isoFromMachine(printed) ?? readPublicationLine(printed)?.publishedAt ?? null);
  return { title: fact("title"), author: fact("author"), publisher: fact("publisher"), publishedAt };
}

/** how deep fields are looked for in objects of objects */
const deepest = 4;

/** The fields of an object by their names in small letters; lists are joined by commas, fields of objects by dots. */
export function valuesOf(object: object, depth = 1): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(object)) {
    const key = name.toLowerCase();
    if (typeof value !== "object" || value === null || Array.isArray(value)) values.set(key, asText(value));
    else if (depth < deepest) {
      for (const [inner, text] of valuesOf(value, depth + 1)) values.set(`${key}.${inner}`, text);
    }
  }
  return values;
}

function asText(value: unknown): string {
  if (Array.isArray(value))
    return value
      .filter((item) => !Array.isArray(item))
      .map(asText)
      .filter(Boolean)
      .join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** A value as one line in normal form. */
export const asLine = (value: string): string => squeeze(normalForm(value));
