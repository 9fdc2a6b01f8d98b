import fc from "fast-check";
import { describe, expect, it } from "vitest";
import rows from "../../fixtures/language/dates.json" with { type: "json" };
import { read } from "../../src/vietnamese/text/reading.js";
import { findDates } from "../../src/vietnamese/time/dates.js";
import { documentYears } from "../../src/vietnamese/time/years.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly start?: string;
  readonly end?: string;
  readonly partOfDay?: string;
  readonly year?: number;
}

const dates = (text: string, publishedAt: string | null = null) => {
  const reading = read(text.normalize("NFC"));
  return findDates(reading, documentYears(reading, publishedAt)).map(({ start, end, value }) => ({
    quote: reading.text.slice(start, end),
    ...value,
  }));
};

describe("the corpus of dates", () => {
  it.each((rows as readonly Row[]).filter((row) => row.quote))("finds $quote in $text", (row) => {
    const found = dates(row.text, row.year === undefined ? null : `${row.year}-12-31`);
    const { quote, start, end, partOfDay = null } = row;
    expect(found).toEqual([{ quote, start, end, partOfDay, yearStated: row.year === undefined }]);
  });

  it.each((rows as readonly Row[]).filter((row) => !row.quote))("finds no date in $text", ({ text }) => {
    expect(dates(text, "2024-12-31")).toEqual([]);
  });
});

describe("dates", () => {
  it.each([
    ["Chiều thứ Năm (18/7), UBND xã giao ban.", "Chiều thứ Năm (18/7)", "2024-07-18"],
    ["Hôm 22.4, đoàn đến thăm.", "Hôm 22.4", "2024-04-22"],
    ["Sáng nay, 25/7, HĐND xã họp.", "Sáng nay, 25/7", "2024-07-25"],
    ["Lễ phát động ngày\u00a012 tháng\u00a010.", "ngày\u00a012 tháng\u00a010", "2024-10-12"],
    ["Đại hội diễn ra từ 20.9 đến 25.9.2024 tại nhà thi đấu.", "từ 20.9 đến 25.9.2024", "2024-09-20"],
    ["Ngày 29/2, tổ bầu cử họp.", "Ngày 29/2", "2024-02-29"],
  ])("reads %s", (text, quote, start) => {
    expect(dates(text, "2024-12-20")).toMatchObject([{ quote, start }]);
  });

  it.each([
    "Ngày 31/2/2023, xã họp.",
    "Ngày 29/2/2023, xã họp.",
    "Giỗ Tổ ngày 10/3 âm lịch.",
    "Tỷ lệ tăng từ 3.5 đến 5.7 triệu đồng.",
    "Nâng từ 5/7 lên 7/7 thôn, đến 6/8 xã.",
    "Hiện có 8/8 tổ dân phố tự quản.",
  ])("finds no date in %s", (text) => {
    expect(dates(text, "2024-12-20")).toEqual([]);
  });

  it("does not take a count for a further day", () => {
    expect(dates("Ngày 7/12, 9/12 thôn đã họp.", "2024-12-20")).toMatchObject([{ quote: "Ngày 7/12" }]);
  });

  it("keeps dates with years of their own apart", () => {
    const found = dates("Luật ngày 26/11/2003, Luật ngày 03/12/2004");
    expect(found.map(({ start }) => start)).toEqual(["2003-11-26", "2004-12-03"]);
  });

  it("leaves out a date whose year nothing tells", () => {
    expect(dates("Sáng 5/7, HĐND xã họp.")).toEqual([]);
  });

  const written: readonly ((day: number, month: number, year: number) => string)[] = [
    (day, month, year) => `ngày ${day}/${month}/${year}`,
    (day, month, year) => `ngày ${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`,
    (day, month, year) => `Sáng ngày ${day}-${month}-${year}`,
    (day, month, year) => `chiều ${day}.${month}.${year}`,
    (day, month, year) => `NGÀY ${day} THÁNG ${month} NĂM ${year}`,
    (day, month, year) => `${day}/${month}/${year}`,
  ];

  it("reads back every day in every way of writing it", () => {
    const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2049-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...written), (date, write) => {
        const quote = write(date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear());
        const start = date.toISOString().slice(0, 10);
        expect(dates(`Xã họp ${quote}, đông đủ.`)).toMatchObject([{ quote, start, end: start, yearStated: true }]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the year of a date without one", () => {
  const yearOf = (text: string, publishedAt: string | null = null): string | undefined =>
    dates(text, publishedAt)[0]?.start.slice(0, 4);

  it("is the publication's, or the one before where the day would lie too far ahead", () => {
    expect(yearOf("Ngày 20/6, xã họp.", "2024-06-25T08:00:00+07:00")).toBe("2024");
    expect(yearOf("Ngày 29/12, xã họp.", "2025-01-03")).toBe("2024");
    expect(yearOf("Ngày 5/1, xã sẽ họp.", "2024-12-28")).toBe("2025");
  });

  it.each([
    ["Ngày 10/12, HĐND xã thông qua kế hoạch năm 2021.", "2020"],
    ["Ngày 12/1, xã tổng kết năm 2020, triển khai nhiệm vụ năm 2021.", "2021"],
    ["Ngày 18/12, xã đánh giá kết quả năm 2020, phương hướng năm 2021.", "2020"],
    ["Ngày 10/7, xã sơ kết 6 tháng đầu năm 2019, quyết toán năm 2018.", "2019"],
    ["Sáng 5/7, HĐND khóa II, nhiệm kỳ 2016-2021 họp. Kết quả năm 2018 tốt.", "2018"],
    ["Căn cứ Luật ngày 19/6/2015. Ngày 10/7, xã họp về quý II/2022.", "2022"],
  ])("is told by the years that the text is about: %s", (text, year) => {
    const found = dates(text).filter(({ yearStated }) => !yearStated);
    expect(found.map(({ start }) => start.slice(0, 4))).toEqual([year]);
  });
});

describe("hostile texts", () => {
  const units = ["1", " ", "1, ", "từ ngày 9-10/12 và "];

  it("give their years to the end", () => {
    for (const megabytes of [1, 2]) {
      const text = "căn cứ số 1, ngày 1/1/2021 so với năm 2021 ".repeat((megabytes * 2 ** 20) / 43);
      expect(documentYears(read(text), null).clues.length).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(units)("are read to the end: %j", (unit) => {
    for (const megabytes of [1, 2]) {
      const text = unit.repeat(Math.ceil((megabytes * 2 ** 20) / unit.length));
      const found = findDates(read(text), { published: "2024-12-31", clues: [] });
      expect(found.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
    }
  });
});
