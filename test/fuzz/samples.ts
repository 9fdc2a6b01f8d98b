import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { pageOf, warcRecord } from "../documents/sources/support.js";
import { docOf } from "../support/doc-files.js";
import { encoders } from "../support/encode.js";
import { docxOf } from "../support/office-files.js";
import { pagesOf, pdfOf } from "../support/pdf-files.js";

const page = readFileSync(new URL("../../fixtures/documents/wp-xa-tan-phuoc-loi-2025.html", import.meta.url), "utf8");
const text =
  "Hội đồng nhân dân xã Phú Lương Hạ họp kỳ thứ hai.\nThu ngân sách đạt 12,5 tỷ đồng, bằng 104% kế hoạch huyện giao.";
const row = { title: "Tin", text, date: "2024-07-20" };
const record = (gzip: boolean) => warcRecord({ url: "http://a.example/", body: pageOf(text) }, gzip);

/** A small file of every format that is read: the name of the file, and its bytes. */
export const samples: Readonly<Record<string, Uint8Array>> = {
  "a.txt": strToU8(text),
  "a.md": strToU8(`---\ntitle: Tin\ndate: 2024-07-20\n---\n# Kỳ họp\n\n${text}`),
  "a.html": strToU8(page),
  "tcvn3.txt": encoders["tcvn3"]?.(text.toLowerCase()) ?? new Uint8Array(),
  "utf16.txt": encoders["utf-16le"]?.(text) ?? new Uint8Array(),
  "a.doc": docOf(text.split("\n")),
  "a.docx": docxOf(text.split("\n").map((line) => [{ text: line }])),
  "a.pdf": pdfOf(pagesOf(text.split("\n"))),
  "a.jsonl": strToU8(`${JSON.stringify(row)}\n${JSON.stringify(row)}\n`),
  "a.json": strToU8(JSON.stringify([row, row], null, 1)),
  "a.csv": strToU8(`title,text,date\nTin,"${text}",2024-07-20\nTin,"${text}",2024-07-21\n`),
  "a.txt.gz": gzipSync(text),
  "a.zip": zipSync({ "a.txt": strToU8(text), "b.html": strToU8(pageOf(text)) }),
  "a.warc": Buffer.concat([await record(false), await record(false)]),
  "a.warc.gz": Buffer.concat([await record(true), await record(true)]),
};
