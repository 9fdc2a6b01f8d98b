import type { Kysely } from "kysely";
import { Review } from "./review.js";
import type { Schema } from "./schema.js";

/** Keeping one that is kept changes nothing. */
export async function saveReview(database: Kysely<Schema>, review: Review): Promise<void> {
  const { id, documentId, recordId, path, verdict, correction, note, reviewer, at } = Review.parse(review);
  await database
    .insertInto("reviews")
    .values({
      id,
      document_id: documentId,
      record_id: recordId,
      path,
      verdict,
      correction: correction === null ? null : JSON.stringify(correction),
      note,
      reviewer,
      reviewed_at: at,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** The oldest first. */
export async function reviewsOf(database: Kysely<Schema>, documentId: string): Promise<readonly Review[]> {
  const rows = await database
    .selectFrom("reviews")
    .selectAll()
    .where("document_id", "=", documentId)
    .orderBy("reviewed_at")
    .orderBy("id")
    .execute();
  return rows.map(({ document_id, record_id, correction, reviewed_at, ...same }) => ({
    ...same,
    documentId: document_id,
    recordId: record_id,
    correction: correction === null ? null : JSON.parse(correction),
    at: reviewed_at,
  }));
}
