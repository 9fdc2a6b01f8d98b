import { describe, expect, it } from "vitest";
import { pipelines } from "../../../pipelines/index.js";
import { rulesEngine } from "../../../src/engines/rules/index.js";
import { verifyRecord } from "../../../src/grounding/verify.js";
import { extract } from "../../../src/pipeline.js";
import type { Record } from "../../../src/records/record.js";
import { docxOf } from "../../support/office-files.js";
import { pdfOf } from "../../support/pdf-files.js";
import { placedTable } from "../../support/pdf-tables.js";

const caption = "Phụ lục: Các chỉ tiêu của xã Yên Hạ (ĐVT: triệu đồng)";
const table = [
  ["TT", "Chỉ tiêu", "ĐVT", "KH 2024", "ƯTH 2024", "Tỷ lệ ƯTH/KH (%)", "Kế hoạch 2025"],
  ["1", "Tổng thu ngân sách trên địa bàn", "", "4.500", "4.850,5", "107,8", "5.100"],
  ["2", "Tỷ lệ hộ nghèo", "%", "2,6", "2,4", "", "1,9"],
  ["3", "- Số lao động có việc làm mới", "Người", "", "312", "", "350"],
];

const html = `<p>${caption}</p><table>${table.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;
const pdf = pdfOf([[{ text: caption, x: 120, y: 790 }, ...placedTable(table, 760)]]);
const textOf = (rows: readonly string[]) => Buffer.from(`${caption}\n\n${rows.join("\n")}\n`);
const documents = {
  html: Buffer.from(html),
  docx: docxOf([[{ text: caption }]], table),
  pdf,
  txt: textOf(table.map((row) => row.map((text, x) => text.padEnd(x === 1 ? 40 : 20)).join(""))),
  tsv: textOf(table.map((row) => row.join("\t"))),
  md: textOf(table.map((row) => `| ${row.join(" | ")} |`).toSpliced(1, 0, "|---|---|---|---|---|---|---|")),
};

const recordOf = (bytes: Uint8Array, source: string) =>
  extract({ source, bytes }, { engine: rulesEngine, pipelines, now: () => new Date(0) });

const told = (figures: Record["targets"]) =>
  figures.map(({ indicator, value, unit, comparator, period, comparisons, verified }) => ({
    tells: [indicator, value, unit, comparator, period?.start, period?.end].join(" "),
    comparisons: comparisons.map(({ basis, percent, value: amount }) => [basis, percent, amount]),
    verified,
  }));
const figure = (tells: string, comparisons: readonly unknown[] = []) => ({ tells, comparisons, verified: true });

describe.each(Object.entries(documents))("a table in %s", (name, bytes) => {
  it("gives targets and results with the units, times and plans of its headings, each proven", async () => {
    const record = await recordOf(bytes, `bang.${name}`);
    expect(told(record.targets)).toEqual([
      figure("Tổng thu ngân sách trên địa bàn 5100000000 VND eq 2025-01-01 2025-12-31"),
      figure("Tỷ lệ hộ nghèo 1.9 % eq 2025-01-01 2025-12-31"),
      figure("Số lao động có việc làm mới 350 {người} eq 2025-01-01 2025-12-31"),
    ]);
    expect(told(record.achievements)).toEqual([
      figure("Tổng thu ngân sách trên địa bàn 4850500000 VND approx 2024-01-01 2024-12-31", [
        ["plan", 107.8, 4500000000],
      ]),
      figure("Tỷ lệ hộ nghèo 2.4 % approx 2024-01-01 2024-12-31", [["plan", null, 2.6]]),
      figure("Số lao động có việc làm mới 312 {người} approx 2024-01-01 2024-12-31"),
    ]);
    expect(verifyRecord(record)).toEqual([]);
  });
});

it("takes the time of the heading above where columns name none", async () => {
  const rows = [
    ["Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"],
    ["Diện tích lúa", "ha", "300", "312"],
  ];
  const body = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("");
  const record = await recordOf(Buffer.from(`<p>Kết quả sản xuất năm 2023</p><table>${body}</table>`), "bang.html");
  expect(record.targets).toEqual([]);
  expect(told(record.achievements)).toEqual([
    figure("Diện tích lúa 312 ha eq 2023-01-01 2023-12-31", [["plan", null, 300]]),
  ]);
});
