import { describe, expect, it } from "vitest";
import rows from "../../fixtures/language/periods.json" with { type: "json" };
import { read } from "../../src/vietnamese/text/reading.js";
import { findPeriods } from "../../src/vietnamese/time/periods.js";
import { documentYears } from "../../src/vietnamese/time/years.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly year?: number;
}

const periods = (text: string, publishedAt: string | null = null) => {
  const reading = read(text.normalize("NFC"));
  return findPeriods(reading, documentYears(reading, publishedAt)).map(({ start, end, value }) => ({
    quote: reading.text.slice(start, end),
    ...value,
  }));
};

describe("the corpus of periods", () => {
  it.each((rows as readonly Row[]).filter((row) => row.quote))("finds $quote in $text", (row) => {
    const found = periods(row.text, row.year === undefined ? null : `${row.year}-12-31`);
    expect(found).toMatchObject([{ quote: row.quote, start: row.start, end: row.end }]);
  });

  it.each((rows as readonly Row[]).filter((row) => !row.quote))("finds no period in $text", ({ text }) => {
    expect(periods(text, "2024-12-31")).toEqual([]);
  });
});

describe("periods", () => {
  it.each([
    ["Thu ngân sách 6 tháng cuối năm tăng.", "6 tháng cuối năm 2025"],
    ["Doanh thu tháng 8 tăng.", "tháng 8 năm 2025"],
    ["Thu quý II tăng.", "quý II năm 2025"],
    ["Tính đến ngày 30/6, xã hết hộ nghèo.", "Tính đến ngày 30/6/2025"],
    ["Thu 9_tháng đầu năm 2024 tăng.", "9 tháng đầu năm 2024"],
    ["Từ đầu năm đến nay, xã yên bình.", "Từ đầu năm đến nay"],
  ])("labels %s", (text, label) => {
    expect(periods(text, "2025-10-02")).toMatchObject([{ label }]);
  });

  it.each([
    ["Thu lũy kế 8 tháng đạt khá.", "8 tháng", "2025-01-01", "2025-08-31"],
    ["Thu từ tháng 1 đến hết tháng 9/2025 đạt khá.", "từ tháng 1 đến hết tháng 9/2025", "2025-01-01", "2025-09-30"],
    ["Thu quý I, II năm 2024 đạt khá.", "quý I, II năm 2024", "2024-01-01", "2024-06-30"],
    ["Thu các tháng 7, 8 và 9 đạt khá.", "các tháng 7, 8 và 9", "2025-07-01", "2025-09-30"],
    ["Đề án giai đoạn (2021 - 2025) đạt khá.", "giai đoạn (2021 - 2025)", "2021-01-01", "2025-12-31"],
    ["Vốn 2 quý đầu năm 2024 giải ngân khá.", "2 quý đầu năm 2024", "2024-01-01", "2024-06-30"],
    ["Phấn đấu đến ngày 31/12 giải ngân hết.", "đến ngày 31/12", null, "2025-12-31"],
    ["Cuối năm 2024, xã còn ít hộ nghèo.", "Cuối năm 2024", null, "2024-12-31"],
  ])("reads %s", (text, quote, start, end) => {
    expect(periods(text, "2025-10-02")).toMatchObject([{ quote, start, end }]);
  });

  it.each([
    "Thu tăng so với cùng kỳ năm 2024.",
    "Thu tăng so với cùng kỳ 6 tháng đầu năm 2024.",
    "Lễ hội diễn ra tháng 3 hằng năm.",
    "Đầu năm học, trường sửa phòng học.",
    "Kết quả 6 tháng thực hiện chỉ thị.",
    "Họp ngày 12 tháng 7.",
  ])("finds no period in %s", (text) => {
    expect(periods(text, "2025-10-02")).toEqual([]);
  });

  it("leaves the ends open where no year is known", () => {
    expect(periods("Thu 6 tháng đầu năm tăng.")).toMatchObject([{ label: "6 tháng đầu năm", start: null, end: null }]);
  });

  it("takes the year that the text is about where no day of publication is known", () => {
    const found = periods("Sơ kết 6 tháng đầu năm 2019, nhiệm vụ 6 tháng cuối năm, quyết toán năm 2018.");
    expect(found[1]).toMatchObject({ quote: "6 tháng cuối năm", start: "2019-07-01" });
  });
});

describe("hostile texts", () => {
  const units = ["1 ", "từ năm 2021, tháng 1, "];
  it.each(units)("are read to the end: %j", (unit) => {
    for (const megabytes of [1, 2]) {
      const text = unit.repeat(Math.ceil((megabytes * 2 ** 20) / unit.length));
      const reading = read(text);
      const found = findPeriods(reading, { published: "2024-12-31", clues: [] });
      expect(found.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    }
  });
});
