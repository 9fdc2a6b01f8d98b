import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/documents/clean.js";

const linesOf = (html: string) => cleanText(html, "bang.html").text.split("\n");
const row = (cells: readonly string[], tag = "td") =>
  `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join("")}</tr>`;
const tableOf = (...rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((cells) => row(cells)).join("")}</table>`;

describe("each number of a table stands with its heading and unit", () => {
  test("the unit of its row", () => {
    const table = tableOf(
      ["Chỉ tiêu", "ĐVT", "Năm 2024"],
      ["Thu ngân sách", "Tỷ đồng", "5,1"],
      ["Hộ nghèo", "%", "2,4"],
    );
    expect(linesOf(table).slice(1)).toEqual(["Thu ngân sách | Năm 2024: 5,1 tỷ đồng", "Hộ nghèo | Năm 2024: 2,4%"]);
  });

  test.for(["(ĐVT: triệu đồng)", "Đơn vị tính: Triệu đồng", "Biểu số 2: Dự toán thu (Đơn vị: triệu đồng)"])(
    "the unit of the caption: %s",
    (caption) => {
      const table = tableOf(["TT", "Nội dung", "Dự toán 2025"], ["1", "Thu phí, lệ phí", "1.250"]);
      expect(linesOf(`<p>${caption}</p>${table}`).at(-1)).toBe("1 | Thu phí, lệ phí | Dự toán 2025: 1.250 triệu đồng");
    },
  );

  test("the unit of its heading, and none where a heading compares without one", () => {
    const table = tableOf(
      ["Chỉ tiêu", "TH 2024 (ha)", "So sánh TH/KH (%)", "So với năm 2023"],
      ["Diện tích lúa", "312", "104,5", "12"],
    );
    expect(linesOf(`<p>ĐVT: triệu đồng</p>${table}`).at(-1)).toBe(
      "Diện tích lúa | TH 2024 (ha): 312 ha | So sánh TH/KH (%): 104,5% | So với năm 2023: 12",
    );
  });

  test("headings in two rows, empty cells, and rows that head others", () => {
    const head =
      '<tr><th rowspan="2">Chỉ tiêu</th><th rowspan="2">ĐVT</th><th colspan="2">Năm 2024</th></tr><tr><th>Kế hoạch</th><th>Thực hiện</th></tr>';
    const body = `<tr><td colspan="4">I. Kinh tế</td></tr>${row(["Đàn bò", "con", "", "1.850"])}`;
    expect(linesOf(`<table>${head}${body}</table>`).slice(2)).toEqual([
      "I. Kinh tế",
      "Đàn bò | Năm 2024 Thực hiện: 1.850 con",
    ]);
  });

  test("no word of a row is lost", () => {
    const table = tableOf(
      ["TT", "Mã", "Chỉ tiêu", "Năm 2024", "", "Ghi chú"],
      ["1", "A01", "Đàn bò (con)", "1.850", "*", "cả bê"],
    );
    expect(linesOf(table).at(-1)).toBe("1 | A01 | * | Đàn bò (con) | Năm 2024: 1.850 con | Ghi chú: cả bê");
  });

  test("a bracket that is no unit is read as none", () => {
    const table = tableOf(["Chỉ tiêu", "Năm 2024"], ["Thu nội địa (không kể ghi thu)", "5,1 tỷ đồng"], ["Chi", "4"]);
    expect(linesOf(table).slice(1)).toEqual([
      "Thu nội địa (không kể ghi thu) | Năm 2024: 5,1 tỷ đồng",
      "Chi | Năm 2024: 4",
    ]);
  });
});

test("a paper's head in two columns and lists of papers stay as they were", () => {
  const head = tableOf(
    ["HĐND XÃ YÊN HẠ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["Số: 12/NQ-HĐND", "Yên Hạ, ngày 05 tháng 7 năm 2024"],
  );
  expect(linesOf(`<p>Nghị quyết của xã</p>${head}<p>Nội dung</p>`)).toContain("Số: 12/NQ-HĐND");
  const papers = tableOf(["Số", "Trích yếu", "Ngày"], ["12/NQ-HĐND", "Về thu ngân sách", "05/7/2024"]);
  expect(linesOf(papers).at(-1)).toBe("12/NQ-HĐND | Về thu ngân sách | 05/7/2024");
});

test("spans without end cost nothing", () => {
  const cell = '<td colspan="100" rowspan="100">1</td>';
  const table = `<table>${`<tr>${cell.repeat(50)}</tr>`.repeat(50)}</table>`;
  expect(linesOf(`<p>Bảng có quá nhiều ô</p>${table}`)[0]).toBe("Bảng có quá nhiều ô");
});
