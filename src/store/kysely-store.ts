import type { Kysely } from "kysely";
import { Record } from "../records/record.js";
import type { Review } from "./review.js";
import { reviewsOf, saveReview } from "./reviews.js";
import { saveOutcomes } from "./save.js";
import type { RunRow, Schema } from "./schema.js";
import type { FailureGroup, KeptReply, Known, Outcome, Run, Saved, Status, Store } from "./store.js";
import type { Writer } from "./writer.js";

/** Records read at one time. */
const pageSize = 200;
/** Sources told of a group of failures. */
const shownSources = 5;

/** The store over any database that Kysely speaks to; its schema must be up to date. */
export class KyselyStore implements Store {
  constructor(
    private readonly database: Kysely<Schema>,
    private readonly writer: Writer,
  ) {}

  async beginRun({ id, extractor, startedAt }: Pick<Run, "id" | "extractor" | "startedAt">): Promise<void> {
    const row = { id, extractor, started_at: startedAt, ended_at: null, stopped: null };
    await this.database.insertInto("runs").values(row).execute();
  }

  async endRun(id: string, endedAt: string, stopped: string | null): Promise<void> {
    await this.database.updateTable("runs").set({ ended_at: endedAt, stopped }).where("id", "=", id).execute();
  }

  async find(source: string, extractor: string): Promise<Known | null> {
    const row = await this.database
      .selectFrom("documents")
      .select(["state", "fingerprint"])
      .where("source", "=", source)
      .where("extractor", "=", extractor)
      .executeTakeFirst();
    return row ?? null;
  }

  save(outcomes: readonly Outcome[]): Promise<readonly Saved[]> {
    return this.database.transaction().execute((transaction) => saveOutcomes(transaction, outcomes, this.writer));
  }

  async status(): Promise<Status> {
    const run = await this.database.selectFrom("runs").selectAll().orderBy("started_at", "desc").executeTakeFirst();
    const counts = await this.database
      .selectNoFrom(({ selectFrom, fn }) => [
        selectFrom("documents").select(fn.countAll().as("n")).where("state", "=", "done").as("done"),
        selectFrom("documents").select(fn.countAll().as("n")).where("state", "=", "failed").as("failed"),
        selectFrom("records").select(fn.countAll().as("n")).as("records"),
        selectFrom("targets").select(fn.countAll().as("n")).as("targets"),
        selectFrom("achievements").select(fn.countAll().as("n")).as("achievements"),
        selectFrom("records")
          .select(({ fn }) => fn.sum("cost_usd").as("n"))
          .as("costUsd"),
      ])
      .executeTakeFirstOrThrow();
    return {
      run: run ? toldRun(run) : null,
      done: Number(counts.done),
      failed: Number(counts.failed),
      records: Number(counts.records),
      targets: Number(counts.targets),
      achievements: Number(counts.achievements),
      costUsd: Number(counts.costUsd),
    };
  }

  async failures(): Promise<readonly FailureGroup[]> {
    const failed = this.database.selectFrom("documents").where("state", "=", "failed");
    const groups = await failed
      .select(["code", "retry", ({ fn }) => fn.countAll().as("count")])
      .groupBy(["code", "retry"])
      .orderBy("count", "desc")
      .orderBy("code")
      .execute();
    return Promise.all(
      groups.map(async ({ code, retry, count }) => {
        const first = await failed
          .select(["source", "reason"])
          .where("code", "=", code)
          .orderBy("source")
          .limit(shownSources)
          .execute();
        return {
          code: String(code),
          retryable: retry === 1,
          count: Number(count),
          reason: first[0]?.reason ?? "",
          sources: first.map(({ source }) => source),
        };
      }),
    );
  }

  async *records(): AsyncGenerator<Record> {
    let after = { source: "", id: "" };
    for (;;) {
      const rows = await this.database
        .selectFrom("records")
        .select(["source", "id", "json"])
        .where(({ eb, refTuple, tuple }) => eb(refTuple("source", "id"), ">", tuple(after.source, after.id)))
        .orderBy("source")
        .orderBy("id")
        .limit(pageSize)
        .execute();
      for (const { json } of rows) yield Record.parse(JSON.parse(json));
      const last = rows.at(-1);
      if (!last) return;
      after = last;
    }
  }

  async findReply(key: string): Promise<string | null> {
    const row = await this.database.selectFrom("replies").select("json").where("key", "=", key).executeTakeFirst();
    return row?.json ?? null;
  }

  async keepReply(key: string, { model, json, at }: KeptReply): Promise<void> {
    await this.database
      .insertInto("replies")
      .values({ key, model, json, kept_at: at })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ model, json, kept_at: at }))
      .execute();
  }

  saveReview(review: Review): Promise<void> {
    return saveReview(this.database, review);
  }

  reviewsOf(documentId: string): Promise<readonly Review[]> {
    return reviewsOf(this.database, documentId);
  }

  close(): Promise<void> {
    return this.database.destroy();
  }
}

function toldRun({ id, extractor, started_at, ended_at, stopped }: RunRow): Run {
  return { id, extractor, startedAt: started_at, endedAt: ended_at, stopped };
}
