import type { Record } from "../records/record.js";
import { recordDigest } from "../records/record-id.js";
import { recordColumns, rowOf } from "../records/tables.js";

/** The record's own row. `json` is the record as `kyhop extract` writes it; the columns before it are for questions. */
export function recordRow(record: Record, extractor: string) {
  return { ...rowOf(recordColumns, record), extractor, digest: recordDigest(record), json: JSON.stringify(record) };
}
