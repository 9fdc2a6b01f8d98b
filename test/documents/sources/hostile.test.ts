import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../../src/documents/limits.js";
import { news, pageOf, read, texts, warcRecord } from "./support.js";

const [first = "", second = ""] = news;
const [firstText = "", secondText = ""] = texts;
const codes = (outcomes: readonly (readonly [string, string])[]) => outcomes.map(([, outcome]) => outcome);

describe("archives", () => {
  test("a name that leads out of the archive is refused, the rest is delivered", async () => {
    const archive = zipSync({
      "../../etc/tin.txt": strToU8(first),
      "/tin.txt": strToU8(first),
      "b.txt": strToU8(second),
    });
    expect(await read("a.zip", archive)).toEqual([
      ["#../../etc/tin.txt", "DOCUMENT_DAMAGED"],
      ["#/tin.txt", "DOCUMENT_DAMAGED"],
      ["#b.txt", secondText],
    ]);
  });

  test("a bomb fails alone", async () => {
    const archive = zipSync({ "a.txt": new Uint8Array(200_000_000), "b.txt": strToU8(second) }, { level: 9 });
    expect(codes(await read("a.zip", archive))).toEqual([
      expect.stringMatching(/DOCUMENT_TOO_LARGE|CONTAINER_LIMIT/),
      secondText,
    ]);
  });

  test("a bomb in a gzip file is told", async () => {
    expect(codes(await read("a.txt.gz", gzipSync(Buffer.alloc(200_000_000), { level: 9 })))).toEqual([
      expect.stringMatching(/DOCUMENT_TOO_LARGE|CONTAINER_LIMIT/),
    ]);
  });

  test("archives in archives are opened to a depth that is told", async () => {
    let archive: Uint8Array = strToU8(first);
    for (let depth = 0; depth < 6; depth++) archive = zipSync({ [`${depth}.txt`]: archive });
    expect(codes(await read("a.zip", archive))).toEqual(["CONTAINER_LIMIT"]);
  });

  test("more documents than the limit are not read", async () => {
    const archive = zipSync(Object.fromEntries([1, 2, 3, 4].map((name) => [`${name}.txt`, strToU8(first)])));
    const outcomes = codes(await read("a.zip", archive, { limits: { ...defaultLimits, maxEntries: 2 } }));
    expect(outcomes).toEqual([firstText, firstText, "CONTAINER_LIMIT"]);
  });

  test("a damaged file in an archive fails alone", async () => {
    const archive = Buffer.from(zipSync({ "a.txt": strToU8(first), "b.txt": strToU8(second) }));
    archive.fill(0xff, 60, 200);
    expect(codes(await read("a.zip", archive))).toEqual(["DOCUMENT_DAMAGED", secondText]);
  });

  test("an archive that is cut fails as a whole: its list stands at its end", async () => {
    const archive = zipSync({ "a.txt": strToU8(first), "b.txt": strToU8(second) });
    expect(codes(await read("a.zip", archive.slice(0, -40)))).toEqual(["CONTAINER_DAMAGED"]);
  });
});

describe("web archives", () => {
  const record = (body: string, gzip: boolean) => warcRecord({ url: "http://a.example/", body: pageOf(body) }, gzip);

  test.each([true, false])("cut in the middle of a record, packed: %s", async (gzip) => {
    const bytes = Buffer.concat([await record(first, gzip), await record(second, gzip)]);
    const outcomes = codes(await read("a.warc.gz", bytes.subarray(0, bytes.length - 700)));
    expect(outcomes).toEqual([firstText, "DOCUMENT_DAMAGED"]);
  });

  test.each([true, false])("damage in a record fails that one, packed: %s", async (gzip) => {
    const [one, two, three] = [await record(first, gzip), await record(second, gzip), await record(first, gzip)];
    const damaged = Buffer.from(two);
    damaged.fill(0xff, 0, 120);
    const outcomes = codes(await read("a.warc.gz", Buffer.concat([one, damaged, three])));
    expect(outcomes[0]).toBe(firstText);
    expect(outcomes.at(-1)).toBe(firstText);
    expect(outcomes.slice(1, -1).length).toBeGreaterThan(0);
    expect(outcomes.slice(1, -1).every((outcome) => outcome === "DOCUMENT_DAMAGED")).toBe(true);
  });

  test("a declared length of 2 GB is not waited for", async () => {
    const long = Buffer.from(
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 2147483648\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Kỳ họp",
    );
    const outcomes = codes(await read("a.warc", Buffer.concat([await record(first, false), long])));
    expect(outcomes).toEqual([firstText, "DOCUMENT_DAMAGED"]);
  });

  test("a page that inflates without end is not read, the rest is delivered", async () => {
    const bomb = await warcRecord(
      { url: "http://a.example/", body: gzipSync(Buffer.alloc(200_000_000)), headers: { "Content-Encoding": "gzip" } },
      true,
    );
    const outcomes = codes(await read("a.warc.gz", Buffer.concat([bomb, await record(second, true)])));
    expect(outcomes).toEqual(["DOCUMENT_TOO_LARGE", secondText]);
  });
});

describe("dumps", () => {
  const row = (body: string) => JSON.stringify({ text: body });

  test("a line over the limit fails alone", async () => {
    const limits = { ...defaultLimits, maxBytes: 100_000 };
    const lines = [row(first), row("x".repeat(1_000_000)), row(second)].join("\n");
    expect(codes(await read("a.jsonl", lines, { limits }))).toEqual([firstText, "DOCUMENT_TOO_LARGE", secondText]);
  });

  test("a dump that is cut gives what was whole", async () => {
    expect(codes(await read("a.jsonl", `${row(first)}\n${row(second).slice(0, -30)}`))).toEqual([
      firstText,
      "DOCUMENT_DAMAGED",
    ]);
    expect(codes(await read("a.json", `[${row(first)},${row(second).slice(0, -30)}`))).toEqual([
      firstText,
      "DOCUMENT_DAMAGED",
    ]);
  });

  test("JSON that nests without end is told", async () => {
    const deep = `{"a":${"[".repeat(200_000)}${"]".repeat(200_000)},"text":"Kỳ họp thứ hai"}`;
    expect(codes(await read("a.jsonl", `${deep}\n${row(first)}`))).toContain(firstText);
  });
});
