import { KyhopError } from "../../errors.js";
import { type FieldMap, factsOf, fieldOf, valuesOf } from "../field-names.js";
import { type Entry, entryOf, failedEntry } from "./container.js";

const mostNamed = 12;

/** A crawler's row as a document: the field with the text, and what the others say of it. */
export function entryOfRow(row: object, address: string, map: FieldMap): Entry {
  const values = valuesOf(row);
  const text = fieldOf(values, "text", map);
  if (text === null) {
    const fields = [...values.keys()].slice(0, mostNamed).join(", ");
    return failedEntry(address, new KyhopError("DOCUMENT_FIELDS", { path: address, fields }));
  }
  return entryOf({ source: address, bytes: Buffer.from(text), facts: factsOf(values, map), charset: "utf-8" });
}

/** A row that is no object. */
export function brokenRow(path: string, reason: string): Entry {
  return failedEntry(path, new KyhopError("DOCUMENT_DAMAGED", { path, reason }));
}

/** What a line or an element of a dump holds. */
export function entryOfJson(json: string, address: string, map: FieldMap): Entry {
  try {
    const row: unknown = JSON.parse(json);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return entryOfRow(row, address, map);
    return brokenRow(address, "it is no JSON object");
  } catch (error) {
    return brokenRow(address, error instanceof Error ? error.message : String(error));
  }
}
