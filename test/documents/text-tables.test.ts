import { describe, expect, test } from "vitest";
import { clean } from "../../src/documents/clean.js";
import { docOf } from "../support/doc-files.js";

const linesOf = async (text: string) => (await clean({ source: "a.txt", bytes: Buffer.from(text) })).text.split("\n");

const rows = [
  ["STT", "Nội dung", "Dự toán 2024", "Ước TH 2024", "So sánh (%)"],
  ["A", "TỔNG THU NGÂN SÁCH", "12.450", "13.105,5", "105,3"],
  ["1", "Thu phí, lệ phí", "80", "", ""],
  ["2", "Thu khác", "60", "100", "166,7"],
];
const told = [
  "STT | Nội dung | Dự toán 2024 | Ước TH 2024 | So sánh (%)",
  "A | TỔNG THU NGÂN SÁCH | Dự toán 2024: 12.450 triệu đồng | Ước TH 2024: 13.105,5 triệu đồng | So sánh (%): 105,3%",
  "1 | Thu phí, lệ phí | Dự toán 2024: 80 triệu đồng",
  "2 | Thu khác | Dự toán 2024: 60 triệu đồng | Ước TH 2024: 100 triệu đồng | So sánh (%): 166,7%",
];
const textOf = (table: string) =>
  `Biểu số 01: DỰ TOÁN NGÂN SÁCH XÃ YÊN HẠ\nĐVT: triệu đồng\n\n${table}\n\nNgười lập biểu`;
const barred = rows.map((cells) => `| ${cells.join(" | ")} |`);
const spaced = rows.map((cells) =>
  cells.map((text, x) => (x < 2 ? text.padEnd([6, 24][x] ?? 0) : text.padStart(16))).join(""),
);

describe("a table of figures in a text is told row by row, each number with its heading and unit", () => {
  test.for([
    ["tabs", rows.map((cells) => cells.join("\t")).join("\n")],
    ["tabs, none behind a row's last cell", rows.map((cells) => cells.join("\t").trimEnd()).join("\n")],
    ["bars", barred.map((line) => line.slice(2, -2)).join("\n")],
    ["Markdown", barred.toSpliced(1, 0, "|:---|:---|---:|---:|---:|").join("\n").replace("12.450", "**12.450**")],
    ["a frame", ["+----+", barred[0], "+----+", ...barred.slice(1), "+----+"].join("\n")],
    ["spaces", spaced.join("\n")],
    ["spaces, two between numbers", spaced.map((line) => line.replace(/ {6}(?=\S+$)/, "")).join("\n")],
  ] as const)("%s", async ([, table]) => {
    const lines = await linesOf(textOf(table));
    expect(lines.filter((line) => !line.startsWith("+"))).toEqual([
      "Biểu số 01: DỰ TOÁN NGÂN SÁCH XÃ YÊN HẠ",
      "ĐVT: triệu đồng",
      ...told,
      "Người lập biểu",
    ]);
  });

  test("names and headings of several lines in columns of spaces", async () => {
    const table = [
      "TT   Chỉ tiêu                         Năm 2024          Kế hoạch",
      "                                    KH        TH           2025",
      "1    Thu từ quỹ đất công ích và     400       428           430",
      "     hoa lợi công sản",
      "2    Thu khác                        60                     100",
      "B    CHI NGÂN SÁCH",
      "1    Chi thường xuyên             2.100     2.120         2.180",
    ];
    expect((await linesOf(textOf(table.join("\n")))).slice(2, -1)).toEqual([
      "TT | Chỉ tiêu | Năm 2024 | Kế hoạch 2025",
      "TT | Chỉ tiêu | KH | TH | Kế hoạch 2025",
      "1 | Thu từ quỹ đất công ích và hoa lợi công sản | Năm 2024 KH: 400 triệu đồng | Năm 2024 TH: 428 triệu đồng | Kế hoạch 2025: 430 triệu đồng",
      "2 | Thu khác | Năm 2024 KH: 60 triệu đồng | Kế hoạch 2025: 100 triệu đồng",
      "B | CHI NGÂN SÁCH",
      "1 | Chi thường xuyên | Năm 2024 KH: 2.100 triệu đồng | Năm 2024 TH: 2.120 triệu đồng | Kế hoạch 2025: 2.180 triệu đồng",
    ]);
  });

  test("a heading over two columns and a row that heads others, kept apart by tabs as office programs copy them", async () => {
    const table = [
      "TT\tChỉ tiêu\tĐVT\tNăm 2024\t\tKH 2025\n\t\t\tKH\tTH\t\n1\tThu ngân sách\ttriệu đồng\t4.500\t4.850\t5.100",
      "I. Kinh tế\n2\tHộ nghèo\t%\t2,6\t2,4\t1,9\n3\tĐàn bò\tcon\t\t1.850",
    ].join("\n");
    expect((await linesOf(`Kết quả của xã\n${table}\nHết bảng.`)).slice(3)).toEqual([
      "1 | Thu ngân sách | Năm 2024 KH: 4.500 triệu đồng | Năm 2024 TH: 4.850 triệu đồng | KH 2025: 5.100 triệu đồng",
      "I. Kinh tế",
      "2 | Hộ nghèo | Năm 2024 KH: 2,6% | Năm 2024 TH: 2,4% | KH 2025: 1,9%",
      "3 | Đàn bò | Năm 2024 TH: 1.850 con",
      "Hết bảng.",
    ]);
  });

  test("the cells of an old Word document", async () => {
    const bytes = docOf(["ĐVT: triệu đồng", ...rows.map((cells) => cells.join("\t"))]);
    expect((await clean({ source: "a.doc", bytes })).text.split("\n").slice(1)).toEqual(told);
  });
});

describe("what is not surely a table of figures stays as it was", () => {
  test.for([
    ["a paper's head", "HĐND XÃ YÊN HẠ          CỘNG HÒA XÃ HỘI\nSố: 12/NQ-HĐND          Yên Hạ, ngày 5/7/2024"],
    ["numbers without headings", "Thu phí     80     82\nThu khác     60     100\nThu thuế     45     46"],
    ["rows of different lengths", "TT | Tên | KH 2024\n1 | Thu | 80 | 82\n2 | 45\n3 | Chi | 12"],
    ["a list with dots", "1. Thu phí     80\n2. Thu khác     60\nĐây là hai khoản thu của xã trong năm nay."],
  ] as const)("%s", async ([, text]) => {
    const story = `Tin của xã Yên Hạ\n\n${text}`;
    expect(await linesOf(story)).toEqual(
      story
        .split("\n")
        .filter(Boolean)
        .map((line) => line.replace(/ +/g, " ")),
    );
  });
});

test("endless columns cost no more than their length", async () => {
  const line = "Thu   12   ".repeat(20_000);
  const text = `Tin của xã\n${`${line}\n`.repeat(4)}${"a\t1\t".repeat(50_000)}\n${`${"-".repeat(50_000)}x\n`.repeat(4)}`;
  expect((await linesOf(text))[0]).toBe("Tin của xã");
});
