import { describe, expect, it } from "vitest";
import { read } from "../../src/vietnamese/text/reading.js";
import { findMeetingDays } from "../../src/vietnamese/time/meeting-days.js";

const days = (text: string) => findMeetingDays(read(text.normalize("NFC"))).map(({ value }) => value);

describe("the length of a meeting", () => {
  it.each([
    ["Sau 2 ngày làm việc khẩn trương, kỳ họp đã bế mạc.", 2],
    ["Trải qua ba ngày họp, các nội dung đã xong.", 3],
    ["Sau hơn 02 ngày làm việc, kỳ họp kết thúc.", 3],
    ["Trong 1,5 ngày làm việc, đại biểu xem xét 12 tờ trình.", 2],
  ])("is told by %s", (text, expected) => {
    expect(days(text)).toEqual([expected]);
  });

  it("is none of other stretches of days", () => {
    expect(days("Sau 5 ngày thi công, đường đã thông. Hồ sơ trả trong 3 ngày.")).toEqual([]);
  });
});
