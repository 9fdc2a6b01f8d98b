import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Record } from "../../src/records/record.js";
import { openStore } from "../../src/store/open-store.js";
import type { Store } from "../../src/store/store.js";
import { temporaryFolder } from "../support/folders.js";
import { missing, postgres, temporaryPostgres } from "../support/services.js";
import { done, failed, madeRecord } from "./made-records.js";

const absent = await missing(postgres);
const backends = [
  { name: "SQLite", place: async () => join(temporaryFolder(), "store.sqlite"), clients: 1, absent: null },
  { name: "PostgreSQL", place: temporaryPostgres, clients: 3, absent },
];

async function opened(place: string): Promise<Store> {
  const store = await openStore(place, { create: true });
  onTestFinished(() => store.close());
  return store;
}

async function all(store: Store): Promise<readonly Record[]> {
  const records: Record[] = [];
  for await (const record of store.records()) records.push(record);
  return records;
}

describe.each(backends)("a store in $name", ({ place, clients, absent }) => {
  describe.skipIf(absent)(absent ?? "keeps what it promises", () => {
    test("gives records back as they were, in order of source, also when it is opened again", async () => {
      const name = await place();
      const records = ["c.txt", "a.txt", "b/ả.txt", "B.txt"].map((source) => madeRecord(source));
      const store = await openStore(name, { create: true });
      expect(await store.save(records.map((record) => done(record)))).toEqual(Array(4).fill("inserted"));
      await store.close();
      const kept = await all(await opened(name));
      expect(kept.map(({ document }) => document.source)).toEqual(["B.txt", "a.txt", "b/ả.txt", "c.txt"]);
      expect(JSON.stringify(kept)).toBe(JSON.stringify([records[3], records[1], records[2], records[0]]));
    });

    test("says inserted, updated or unchanged, and counts each fact once", async () => {
      const store = await opened(await place());
      const first = madeRecord("a.txt", "văn bản", 3);
      const later = { ...first, provenance: { ...first.provenance, extractedAt: "2026-12-01T00:00:00.000Z" } };
      const other = { ...first, targets: first.targets.slice(1) };
      expect(await store.save([done(first)])).toEqual(["inserted"]);
      expect(await store.save([done(first), done(later)])).toEqual(["unchanged", "unchanged"]);
      expect(await store.status()).toMatchObject({ done: 1, records: 1, targets: 2, achievements: 1 });
      expect(await store.save([done(other)])).toEqual(["updated"]);
      expect(await store.status()).toMatchObject({ done: 1, records: 1, targets: 1, achievements: 1 });
      expect(await all(store)).toEqual([other]);
    });

    test("keeps one record of a document from two sources, that of the first by name, in whatever order they come", async () => {
      const [a, b] = [madeRecord("a.txt", "một bài"), madeRecord("b.txt", "một bài")];
      for (const order of [
        [a, b],
        [b, a],
      ]) {
        const store = await opened(await place());
        for (const record of order) await store.save([done(record)]);
        expect(await all(store)).toEqual([a]);
        expect(await store.status()).toMatchObject({ done: 2, records: 1 });
      }
      const store = await opened(await place());
      expect(await store.save([done(b), done(a)])).toEqual(["inserted", "unchanged"]);
      expect(await all(store)).toEqual([a]);
    });

    test("takes the record away that a source gave before it read otherwise", async () => {
      const store = await opened(await place());
      await store.save([done(madeRecord("a.txt", "bản đầu")), done(madeRecord("b.txt", "bài khác"))]);
      const changed = madeRecord("a.txt", "bản sửa");
      expect(await store.save([done(changed, "f2")])).toEqual(["inserted"]);
      expect((await all(store)).map(({ document }) => document.text)).toEqual(["bản sửa", "bài khác"]);
      expect(await store.status()).toMatchObject({ done: 2, records: 2, targets: 2, achievements: 2 });
      await store.save([failed("a.txt")]);
      expect((await all(store)).map(({ document }) => document.text)).toEqual(["bài khác"]);
    });

    test("keeps of two readings of one source that are saved together the later", async () => {
      const store = await opened(await place());
      await store.save([done(madeRecord("a.txt", "bản đầu")), done(madeRecord("a.txt", "bản sửa"))]);
      expect((await all(store)).map(({ document }) => document.text)).toEqual(["bản sửa"]);
      expect(await store.status()).toMatchObject({ done: 1, records: 1, targets: 1, achievements: 1 });
    });

    test("knows how the last attempt at a source ended", async () => {
      const store = await opened(await place());
      expect(await store.find("a.txt", "rules")).toBeNull();
      await store.save([failed("a.txt")]);
      expect(await store.find("a.txt", "rules")).toEqual({ state: "failed", fingerprint: "f1" });
      expect(await store.find("a.txt", "llm")).toBeNull();
      await store.save([done(madeRecord("a.txt"), "f2")]);
      expect(await store.find("a.txt", "rules")).toEqual({ state: "done", fingerprint: "f2" });
    });

    test("groups failures by reason, the most frequent first", async () => {
      const store = await opened(await place());
      await store.save([
        failed("c.txt"),
        failed("a.txt", "SOURCE_UNREADABLE", true),
        ...["b.txt", "d.txt"].map((source) => failed(source)),
        done(madeRecord("e.txt")),
      ]);
      expect(await store.failures()).toEqual([
        {
          code: "DOCUMENT_EMPTY",
          retryable: false,
          count: 3,
          reason: "b.txt failed",
          sources: ["b.txt", "c.txt", "d.txt"],
        },
        { code: "SOURCE_UNREADABLE", retryable: true, count: 1, reason: "a.txt failed", sources: ["a.txt"] },
      ]);
    });

    test("remembers runs, and which ended", async () => {
      const store = await opened(await place());
      expect((await store.status()).run).toBeNull();
      const run = { id: "r1", extractor: "rules", startedAt: "2026-11-25T00:00:00.000Z" };
      await store.beginRun(run);
      expect((await store.status()).run).toEqual({ ...run, endedAt: null, stopped: null });
      await store.endRun("r1", "2026-11-25T01:00:00.000Z", "LLM_QUOTA");
      expect((await store.status()).run).toMatchObject({ endedAt: "2026-11-25T01:00:00.000Z", stopped: "LLM_QUOTA" });
    });

    test("keeps replies by name, the last one of a name", async () => {
      const store = await opened(await place());
      const reply = { model: "m", json: '{"text":"Năm 2024"}', at: "2026-11-25T00:00:00.000Z" };
      expect(await store.findReply("k1")).toBeNull();
      await store.keepReply("k1", reply);
      await store.keepReply("k2", { ...reply, json: "{" });
      await store.keepReply("k2", { ...reply, json: "{}" });
      expect([await store.findReply("k1"), await store.findReply("k2")]).toEqual([reply.json, "{}"]);
    });

    test("keeps all that people said of a document, the oldest first, also when it is extracted anew", async () => {
      const store = await opened(await place());
      const record = madeRecord("a.txt");
      await store.save([done(record)]);
      const review = {
        id: "v1",
        documentId: record.document.id,
        recordId: "r1",
        path: "targets[0]",
        verdict: "accepted",
        correction: null,
        note: null,
        reviewer: null,
        at: "2026-11-25T00:00:02.000Z",
      } as const;
      const earlier = {
        ...review,
        id: "v2",
        verdict: "corrected",
        correction: { value: 5.5, unit: "VND" },
        note: "đọc lại",
        reviewer: "biên tập",
        at: "2026-11-25T00:00:01.000Z",
      } as const;
      for (const one of [review, earlier, review, { ...review, id: "v3", documentId: "other" }])
        await store.saveReview(one);
      await store.save([done({ ...record, targets: [] })]);
      expect(await store.reviewsOf(record.document.id)).toEqual([earlier, review]);
    });

    test("is right when several save the same at one time", async () => {
      const name = await place();
      const stores = await Promise.all(Array.from({ length: clients }, () => opened(name)));
      const names = Array.from({ length: 30 }, (_, n) => String(n).padStart(2, "0"));
      const records = names.map((name, n) => madeRecord(name, `bài ${n % 20}`, 5));
      const orders = [records, [...records].reverse(), records.slice(15)];
      await Promise.all(
        orders.map(async (order, i) => {
          const store = stores[i % clients];
          for (let at = 0; at < order.length; at += 7) {
            await store?.save(order.slice(at, at + 7).map((record) => done(record)));
          }
        }),
      );
      const store = await opened(name);
      expect((await all(store)).map(({ document }) => document.source)).toEqual(names.slice(0, 20));
      expect(await store.status()).toMatchObject({ done: 30, records: 20, targets: 60, achievements: 40 });
    });

    test("holds more rows than one statement can", async () => {
      const store = await opened(await place());
      const record = madeRecord("a.txt", "dài", 5001);
      expect(await store.save([done(record)])).toEqual(["inserted"]);
      expect(await store.status()).toMatchObject({ targets: 2501, achievements: 2500 });
    });
  });
});

test("what cannot be a store is told, and no password of it", async () => {
  const folder = temporaryFolder();
  await expect(openStore(join(folder, "none"), { create: false })).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  await expect(openStore(folder, { create: true })).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  const refused = openStore("postgres://someone:secret-word@127.0.0.1:9/none", { create: true });
  await expect(refused).rejects.toMatchObject({ code: "STORE_UNAVAILABLE" });
  await expect(refused).rejects.not.toThrow("secret-word");
});
