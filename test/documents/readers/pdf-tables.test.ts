import { describe, expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { type Placed, pagesOf, pdfOf } from "../../support/pdf-files.js";
import { placedTable, type Rows } from "../../support/pdf-tables.js";

const linesOf = async (...pages: readonly (readonly Placed[])[]) =>
  (await clean({ source: "a.pdf", bytes: pdfOf(pages) })).text.split("\n");

const caption: readonly Placed[] = [
  { text: "Biểu số 01: TỔNG HỢP DỰ TOÁN NGÂN SÁCH XÃ YÊN HẠ NĂM 2025", x: 120, y: 790 },
  { text: "ĐVT: triệu đồng", x: 420, y: 765, size: 8 },
];
const headings = [
  "STT",
  "Nội dung",
  "Dự toán\n2024",
  "Ước TH\n2024",
  "Dự toán\n2025",
  "So sánh\nDT 2025/\nƯTH 2024 (%)",
];
const body: Rows = [
  ["A", "TỔNG THU NGÂN SÁCH", "12.450", "13.105,5", "14.276", "108,9"],
  ["1", "Thu từ quỹ đất công ích\nvà hoa lợi công sản", "400", "428", "430", "100,5"],
  ["", "- Thu khác", "60", "", "100", ""],
  ["B", "CHI NGÂN SÁCH", "", "", "", ""],
  ["1", "Chi thường xuyên của\nĐảng ủy, Ủy ban\nnhân dân xã", "2.100", "2.120", "2.180", "102,8"],
];
const told = [
  "STT | Nội dung | Dự toán 2024 | Ước TH 2024 | Dự toán 2025 | So sánh DT 2025/ ƯTH 2024 (%)",
  "A | TỔNG THU NGÂN SÁCH | Dự toán 2024: 12.450 triệu đồng | Ước TH 2024: 13.105,5 triệu đồng | Dự toán 2025: 14.276 triệu đồng | So sánh DT 2025/ ƯTH 2024 (%): 108,9%",
  "1 | Thu từ quỹ đất công ích và hoa lợi công sản | Dự toán 2024: 400 triệu đồng | Ước TH 2024: 428 triệu đồng | Dự toán 2025: 430 triệu đồng | So sánh DT 2025/ ƯTH 2024 (%): 100,5%",
  "- Thu khác | Dự toán 2024: 60 triệu đồng | Dự toán 2025: 100 triệu đồng",
  "B | CHI NGÂN SÁCH",
  "1 | Chi thường xuyên của Đảng ủy, Ủy ban nhân dân xã | Dự toán 2024: 2.100 triệu đồng | Ước TH 2024: 2.120 triệu đồng | Dự toán 2025: 2.180 triệu đồng | So sánh DT 2025/ ƯTH 2024 (%): 102,8%",
];

describe("a table of figures in a PDF is told row by row, each number with its heading and unit", () => {
  test.for(["top", "middle"] as const)(
    "names and headings of several lines, set at the %s of their cells",
    async (align) => {
      const lines = await linesOf([...caption, ...placedTable([headings, ...body], 745, align)]);
      expect(lines.slice(2)).toEqual(told);
    },
  );

  test("columns that are numbered, and a heading over two of them", async () => {
    const names = ["Thu nội địa", "Thu tiền đất", "Thu bổ sung"];
    const table = placedTable(
      [
        ["STT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Kế hoạch 2025"],
        ["A", "B", "1", "2", "3"],
        ...names.map((name, at) => [`${at + 1}`, name, "450", "485", "510"]),
      ],
      745,
    );
    const [planned, done] = ["Kế hoạch", "Thực hiện"].map((text) => table.find((piece) => piece.text === text)?.x ?? 0);
    const middle = ((planned ?? 0) + (done ?? 0) + 9 * 4) / 2;
    const lines = await linesOf([...caption, { text: "Năm 2024", x: middle - 16, y: 758, size: 8 }, ...table]);
    expect(lines.slice(2)).toEqual([
      "STT | Chỉ tiêu | Năm 2024 | Kế hoạch 2025",
      "STT | Chỉ tiêu | Kế hoạch | Thực hiện | Kế hoạch 2025",
      "A | B | 1 | 2 | 3",
      ...names.map(
        (name, at) =>
          `${at + 1} | ${name} | Năm 2024 Kế hoạch: 450 triệu đồng | Năm 2024 Thực hiện: 485 triệu đồng | Kế hoạch 2025: 510 triệu đồng`,
      ),
    ]);
  });

  test("a table that goes on over the page's end keeps its headings", async () => {
    const names = ["Thu phí", "Thu lệ phí", "Thu thuế", "Thu khác", "Chi thường xuyên"];
    const rows = names.map((name, at) => [`${at + 1}`, name, "45", "48", "51", "106,3"]);
    const table = placedTable([headings, ...rows], 745);
    // what stands below a row goes to the top of the next page
    const cut = Math.min(...table.filter(({ text }) => text === "Thu thuế").map(({ y }) => y));
    const lines = await linesOf(
      [...caption, ...table.filter(({ y }) => y >= cut), { text: "1", x: 300, y: 30 }],
      table.filter(({ y }) => y < cut).map((piece) => ({ ...piece, y: piece.y + 780 - cut })),
    );
    expect(lines.at(-1)).toBe(
      "5 | Chi thường xuyên | Dự toán 2024: 45 triệu đồng | Ước TH 2024: 48 triệu đồng | Dự toán 2025: 51 triệu đồng | So sánh DT 2025/ ƯTH 2024 (%): 106,3%",
    );
    expect(lines).toHaveLength(8);
  });
});

describe("what is not surely a table of figures stays as it was", () => {
  const asBefore = async (...pages: readonly (readonly Placed[])[]) =>
    expect((await linesOf(...pages)).join("\n")).not.toMatch(/ \| [^|:]+: \d/);

  test("rows without headings", async () => {
    await asBefore([...caption, ...placedTable([["", "", "", "", "", ""], ...body], 745)]);
  });

  test("a list of contents with the numbers of pages", async () => {
    const parts = ["Phần thứ nhất: Kết quả", "Phần thứ hai: Nhiệm vụ", "Phần thứ ba: Tổ chức"];
    await asBefore(
      parts.flatMap((text, at) => [
        { text, x: 60, y: 700 - 20 * at },
        { text: `${at + 3}`, x: 500, y: 700 - 20 * at },
      ]),
    );
  });

  test("amounts at the ends of a paragraph's lines", async () => {
    await asBefore(...pagesOf(["Thu ngân sách xã đạt 4.850 triệu đồng, chi 4.500 triệu đồng. ".repeat(40).trim()]));
  });
});

test("a page of thousands of numbers costs no more than its length", async () => {
  const row = (name: string) => [name, ...Array.from({ length: 12 }, (_, at) => `${at}23`)];
  const page = Array.from({ length: 400 }, (_, y) =>
    row("Thu").map((text, x) => ({ text, x: 30 + 40 * x, y: 800 - 1.9 * y, size: 1.5 })),
  ).flat();
  expect(page.length).toBeGreaterThan(5000);
  const lines = await linesOf([...caption, ...page]);
  expect(lines.at(-1)).toContain("Thu | 023 | 123");
});
