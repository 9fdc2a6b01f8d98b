import type { Transaction } from "kysely";
import type { Record } from "../records/record.js";
import { recordId } from "../records/record-id.js";
import { documentRows } from "./document-rows.js";
import { factsOf } from "./facts.js";
import { recordRow } from "./record-row.js";
import type { Schema } from "./schema.js";
import { portions, replacing } from "./statements.js";
import type { Outcome, Saved } from "./store.js";
import type { Writer } from "./writer.js";

/**
 * Writes outcomes within a transaction.
 * @returns what each changed, in the given order
 */
export async function saveOutcomes(
  database: Transaction<Schema>,
  outcomes: readonly Outcome[],
  writer: Writer,
): Promise<readonly Saved[]> {
  if (outcomes.length === 0) return [];
  const records = recordsOf(outcomes);
  // a write comes first: SQLite then waits for other writers, where turning from reading to writing would fail
  const existing = await writer.attempts(database, documentRows(outcomes), [...records.keys()]);
  const written = await saveRecords(database, [...records.values()]);
  const changed = [...records].flatMap(([id, { record }]) => (written.has(id) ? [record] : []));
  // also of those that seemed new: another may have saved one since
  await writer.clear(database, changed.map(recordId), [...new Set(outcomes.map(({ source }) => source))]);
  await writer.add(database, factsOf(changed));
  return outcomes.map((outcome) => {
    if ("failure" in outcome) return "failed";
    const id = recordId(outcome.record);
    // the second of two that gave one record changed nothing
    if (!written.delete(id)) return "unchanged";
    return existing.has(id) ? "updated" : "inserted";
  });
}

type Done = Extract<Outcome, { readonly record: Record }>;

/** One outcome an id: of the source that comes first. In order of id, so that all who save lock rows in one order. */
function recordsOf(outcomes: readonly Outcome[]): ReadonlyMap<string, Done> {
  const chosen = new Map<string, Done>();
  for (const outcome of outcomes) {
    if ("failure" in outcome) continue;
    const id = recordId(outcome.record);
    const other = chosen.get(id);
    if (!other || outcome.source <= other.source) chosen.set(id, outcome);
  }
  return new Map([...chosen].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** @returns the ids of those that were new or are now another */
async function saveRecords(database: Transaction<Schema>, outcomes: readonly Done[]): Promise<Set<string>> {
  const written = new Set<string>();
  for (const rows of portions(outcomes.map(({ record, extractor }) => recordRow(record, extractor)))) {
    const ids = await database
      .insertInto("records")
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(replacing(rows, ["id"]))
          .whereRef("excluded.digest", "!=", "records.digest")
          .whereRef("excluded.source", "<=", "records.source"),
      )
      .returning("id")
      .execute();
    for (const { id } of ids) written.add(id);
  }
  return written;
}
