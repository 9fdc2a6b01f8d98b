import { describe, expect, it } from "vitest";
import { findDates } from "../../src/vietnamese/dates.js";
import { read } from "../../src/vietnamese/reading.js";
import { documentYears } from "../../src/vietnamese/years.js";

const days = (text: string) => {
  const reading = read(text.normalize("NFC"));
  return findDates(reading, documentYears(reading, null)).map(({ value }) => value.start);
};

describe("the year of a day printed without one", () => {
  it("is the first of the years that a congress elects for", () => {
    expect(days("Sáng 14/3, Hội Phụ nữ xã Lũng Vài mở đại hội đại biểu lần thứ VII, nhiệm kỳ 2021 - 2026.")).toEqual([
      "2021-03-14",
    ]);
  });

  it("is not told by the papers of another congress", () => {
    const text =
      "Sáng 14/3/2024, xã học Nghị quyết Đại hội Đảng bộ huyện lần thứ XX, nhiệm kỳ 2020 - 2025. Ngày 2/4, xã làm đường.";
    expect(days(text)).toEqual(["2024-03-14", "2024-04-02"]);
  });

  it("is the one behind the year that this year is set against", () => {
    expect(days("Ngày 5/7, xã họp báo. Năm 2018 chợ thu 3,2 tỷ đồng, 6 tháng đầu năm nay thu 2 tỷ đồng.")).toEqual([
      "2019-07-05",
    ]);
  });
});

it("takes the number of a paper before its day for no count of days", () => {
  expect(days("Theo Nghị quyết số 12 ngày 6/9/2016, xã làm đường trong hai ngày 8 và 9/9/2016.")).toEqual([
    "2016-09-06",
    "2016-09-08",
  ]);
});
