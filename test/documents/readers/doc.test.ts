import { expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { fromWindows1252 } from "../../../src/documents/encodings/windows-1252.js";
import { docOf } from "../../support/doc-files.js";
import { encoders } from "../../support/encode.js";

const sample = () => Buffer.from(docOf(["Hội đồng nhân dân xã Phú Lương Hạ họp kỳ thứ hai."]));
const outcome = (bytes: Uint8Array) => clean({ source: "a.doc", bytes });

test.for([
  { at: 44, count: 0x3fffff, told: "more sectors" },
  { at: 72, count: 0x3fffff, told: "more sectors" },
  { at: 30, count: 28, told: "too long" },
])("a header that counts $count at $at is told before memory is taken for it", async ({ at, count, told }) => {
  const file = sample();
  file.writeUInt32LE(count, at);
  await expect(outcome(file)).rejects.toMatchObject({
    code: "DOCUMENT_DAMAGED",
    message: expect.stringContaining(told),
  });
});

test("chains of sectors that lead in a circle are told, not followed", async () => {
  const file = sample();
  // the second sector of the first stream leads back to the first
  file.writeUInt32LE(2, 512 + 4 * 3);
  await expect(outcome(file)).rejects.toMatchObject({
    code: "DOCUMENT_DAMAGED",
    message: expect.stringContaining("circle"),
  });
});

test("a file that is cut is told", async () => {
  await expect(outcome(sample().subarray(0, 300))).rejects.toMatchObject({ code: "DOCUMENT_DAMAGED" });
  await expect(outcome(sample().subarray(0, 1400))).rejects.toMatchObject({ code: "DOCUMENT_DAMAGED" });
});

test("text in a font of before Unicode is read by its table", async () => {
  const text = "thu ngân sách trên địa bàn xã đạt mười hai tỷ đồng, vượt kế hoạch huyện giao";
  const shown = fromWindows1252(encoders["tcvn3"]?.(text) ?? Buffer.alloc(0));
  expect(await outcome(docOf([shown]))).toMatchObject({ text, encoding: { name: "tcvn3" } });
});
