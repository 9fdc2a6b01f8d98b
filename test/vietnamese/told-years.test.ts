import { describe, expect, it } from "vitest";
import { read } from "../../src/vietnamese/text/reading.js";
import { findDates } from "../../src/vietnamese/time/dates.js";
import { documentYears } from "../../src/vietnamese/time/years.js";

const days = (text: string, published: string | null = null) => {
  const reading = read(text.normalize("NFC"));
  return findDates(reading, documentYears(reading, published)).map(({ value }) => value.start);
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

  it("is not that of a page's clock, years behind the council's mandate and all that the text is about", () => {
    const session = "Sáng 15/7, HĐND xã Lũng Vài khóa XVII, nhiệm kỳ 2004 - 2011, họp kỳ thứ 14.";
    const plan = "Phương hướng 6 tháng cuối năm 2010 được thông qua.";
    expect(days(`${session} ${plan}`, "2023-03-30")).toEqual(["2010-07-15"]);
    expect(days(`${session} ${plan}`, "2011-03-30")).toEqual(["2010-07-15"]);
    expect(days("Sáng 15/7, xã họp tổng kết chương trình giai đoạn 2016 - 2020.", "2023-07-30")).toEqual([
      "2023-07-15",
    ]);
  });

  it("is that of the month that the meeting is called by", () => {
    const plan = "Xã bàn kế hoạch, nhiệm vụ năm 2020.";
    expect(days(`Sáng 28/10, UBND xã họp thường kỳ 10/2020. ${plan}`)).toEqual(["2020-10-28"]);
    expect(days(`Sáng 28/10, UBND xã họp về công trình 10/2020. ${plan}`)).toEqual(["2019-10-28"]);
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
