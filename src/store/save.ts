import type { Transaction } from "kysely";
import type { Record } from "../records/record.js";
import { recordId } from "../records/record-id.js";
import { documentRows } from "./document-rows.js";
import { factsOf } from "./facts.js";
import { recordRow } from "./record-row.js";
import type { DocumentRow, Schema } from "./schema.js";
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
  // a write comes first: SQLite then waits for other writers, where turning from reading to writing would fail
  await saveAttempts(database, documentRows(outcomes));
  const records = recordsOf(outcomes);
  const rows = [...records.values()].map(({ record, extractor }) => recordRow(record, extractor));
  const written = new Map(rows.length > 0 ? await writer.records(database, rows) : []);
  const orphans = await removeOrphans(database, [...new Set(outcomes.map(({ source }) => source))]);
  const stale = [...[...written].filter(([, how]) => how === "updated").map(([id]) => id), ...orphans];
  if (stale.length > 0) await writer.removeFacts(database, stale);
  const changed = [...records].filter(([id]) => written.has(id) && !orphans.includes(id));
  await writer.addFacts(database, factsOf(changed.map(([, { record }]) => record)));
  return outcomes.map((outcome) => {
    if ("failure" in outcome) return "failed";
    const id = recordId(outcome.record);
    const how = written.get(id) ?? "unchanged";
    // the second of two that gave one record changed nothing
    written.delete(id);
    return how;
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

async function saveAttempts(database: Transaction<Schema>, rows: readonly DocumentRow[]): Promise<void> {
  for (const some of portions(rows)) {
    await database
      .insertInto("documents")
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(["source", "extractor"]).doUpdateSet(replacing(some, ["source", "extractor"])),
      )
      .execute();
  }
}

/**
 * Takes away the records that the sources gave when they read otherwise, and no source gives any more.
 * @returns their ids
 */
async function removeOrphans(database: Transaction<Schema>, sources: readonly string[]): Promise<readonly string[]> {
  const gone = await database
    .deleteFrom("records")
    .where("source", "in", sources)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("documents").select("source").whereRef("documents.record_id", "=", "records.id"))),
    )
    .returning("id")
    .execute();
  return gone.map(({ id }) => id);
}
