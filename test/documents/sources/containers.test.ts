import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { documentAt, documentsIn } from "../../../src/documents/sources/open.js";
import { news, pageOf, read, texts, warcRecord, withFolder } from "./support.js";

const [first = "", second = ""] = news;
const [firstText = "", secondText = ""] = texts;

test("a packed file is the document that it holds", async () => {
  expect(await read("a.txt.gz", gzipSync(first))).toEqual([["", firstText]]);
});

test("an archive gives its files with their names, told by content and whatever they are packed in", async () => {
  const archive = zipSync({
    "2024/tin.bin": strToU8(first),
    "trang.html.gz": gzipSync(pageOf(second)),
    "2017/cu.zip": zipSync({ "tin.txt": strToU8(second) }),
    "__MACOSX/._tin": strToU8("x"),
  });
  expect(await read("all", archive)).toEqual([
    ["#2024/tin.bin", firstText],
    ["#trang.html.gz", secondText],
    ["#2017/cu.zip#tin.txt", secondText],
  ]);
});

describe.each([
  ["plain", false],
  ["packed record by record", true],
])("a web archive, %s", (_, gzip) => {
  const archive = async () =>
    Buffer.concat([
      await warcRecord({ url: "http://a.example/1", body: pageOf(first) }, gzip),
      await warcRecord({ url: "http://a.example/anh.png", body: "x", headers: { "Content-Type": "image/png" } }, gzip),
      await warcRecord({ url: "http://a.example/cu", body: "", status: "301 Moved" }, gzip),
      await warcRecord(
        { url: "http://a.example/2", body: gzipSync(pageOf(second)), headers: { "Content-Encoding": "gzip" } },
        gzip,
      ),
    ]);

  test("gives its pages with their offsets, and each can be gone back to", async () => {
    const bytes = await archive();
    const outcomes = await read("pages.warc.gz", bytes);
    expect(outcomes.map(([, text]) => text)).toEqual([firstText, secondText]);
    await withFolder(async (folder) => {
      const path = join(folder, "pages.warc.gz");
      await writeFile(path, bytes);
      const [, [place] = [""]] = outcomes;
      const again = await documentAt(`${path}${place}`);
      expect(again).toMatchObject({ source: `${path}${place}`, charset: "utf-8" });
      expect(Buffer.from(again.bytes).toString()).toBe(pageOf(second));
    });
  });

  test("in an archive of its own (WACZ) too", async () => {
    const wacz = zipSync({ "archive/data.warc.gz": await archive(), "pages/pages.jsonl": strToU8("{}") });
    const outcomes = await read("a.wacz", wacz);
    expect(outcomes.map(([place]) => place)[0]).toBe("#archive/data.warc.gz#0");
    expect(outcomes.map(([, text]) => text)).toEqual([firstText, secondText]);
  });
});

test("a web archive that was packed as a whole is read too", async () => {
  const records = [1, 2].map((number) => warcRecord({ url: `http://a.example/${number}`, body: pageOf(first) }, false));
  const outcomes = await read("a.warc.gz", gzipSync(Buffer.concat(await Promise.all(records))));
  expect(outcomes.map(([, text]) => text)).toEqual([firstText, firstText]);
});

const rows = [
  { url: "http://a.example/1", body: first, date: "2024-07-20" },
  { url: "http://a.example/2", body: second, date: "2017-07-20" },
];

test("JSON Lines give a document a line, with its number, and a wrong line fails alone", async () => {
  const lines = [JSON.stringify(rows[0]), "", "{wrong", '{"url":"x"}', JSON.stringify(rows[1])].join("\n");
  expect(await read("crawl.jsonl", lines)).toEqual([
    ["#1", firstText],
    ["#3", "DOCUMENT_DAMAGED"],
    ["#4", "DOCUMENT_FIELDS"],
    ["#5", secondText],
  ]);
});

test("JSON gives the objects of its array, or itself", async () => {
  expect(await read("crawl.json", JSON.stringify(rows, null, 2))).toEqual([
    ["#1", firstText],
    ["#2", secondText],
  ]);
  expect(await read("one.json", JSON.stringify(rows[0], null, 2))).toEqual([["", firstText]]);
});

test.each([",", ";", "\t"])("a table separated by %j gives a document a row", async (separator) => {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const table = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))];
  const csv = table.map((row) => row.map(quoted).join(separator)).join("\r\n");
  expect(await read("crawl.csv", csv)).toEqual([
    ["#1", firstText],
    ["#2", secondText],
  ]);
});

test("the fields of a dump tell facts, by their usual names or by names of one's own", async () => {
  const row = {
    tieude: "Phường Đông Lĩnh họp kỳ thứ tư",
    noidung: "Sáng nay, HĐND phường họp bàn 12 nội dung.",
    ngay: "20/07/2024",
  };
  const map = { title: "tieude", text: "noidung", publishedAt: "ngay" } as const;
  await withFolder(async (folder) => {
    const path = join(folder, "a.jsonl");
    await writeFile(path, `${JSON.stringify(row)}\n`);
    for await (const { read: readEntry } of documentsIn([path], { map })) {
      expect((await readEntry()).facts).toMatchObject({ title: row.tieude, publishedAt: "2024-07-20" });
    }
  });
});
