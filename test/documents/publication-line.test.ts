import { expect, test } from "vitest";
import { isoFromMachine } from "../../src/documents/moment.js";
import { readPublicationLine } from "../../src/documents/story/publication-line.js";

test.each([
  ["Ngày đăng 03/02/2021 | 08:05 | Lượt xem: 57", "2021-02-03T08:05:00+07:00"],
  ["Thứ năm, 04/11/2021 | 14:18", "2021-11-04T14:18:00+07:00"],
  ["11/12/2019 15:41    29", "2019-12-11T15:41:00+07:00"],
  ["Đăng lúc: 30-07-2021 09:47 | Đã xem: 402", "2021-07-30T09:47:00+07:00"],
  ["Cập nhật: 20/12/2019, 16:40 GMT+7", "2019-12-20T16:40:00+07:00"],
  ["(Cập nhật lúc 07:50 ngày 03/06/2024)", "2024-06-03T07:50:00+07:00"],
  ["Phát lúc 16 giờ 30 phút ngày 22/9/2025", "2025-09-22T16:30:00+07:00"],
  ["21/12/2017 10:06 AM", "2017-12-21T10:06:00+07:00"],
  ["Ngày đăng: 29/09/2023 | 05:40 PM", "2023-09-29T17:40:00+07:00"],
  ["09/10/2023 12:15 SA", "2023-10-09T00:15:00+07:00"],
  ["2025-08-21 10:30:44", "2025-08-21T10:30:44+07:00"],
  ["13/10/2023", "2023-10-13"],
  ["Người đăng tin: Bientap Ngày đăng tin: 30/12/2020 Lượt xem: 15", "2020-12-30"],
  ["Tác giả: Lò Văn Dương | 03/02/2021 08:05", "2021-02-03T08:05:00+07:00"],
  ["Tác giả: Lò Dương .Ngày đăng: 05/07/2022 .Lượt xem: 312 lượt.", "2022-07-05"],
  ["7/25/2014 3:05:40 PM 816", "2014-07-25T15:05:40+07:00"],
  ["HÀ LAN 05:21, 21/09/2023", "2023-09-21T05:21:00+07:00"],
  ["Thursday, 18/07/2024", "2024-07-18"],
  ["bientap gửi vào T3, 2019-07-02 08:15", "2019-07-02T08:15:00+07:00"],
  ["Thứ Sáu, ngày 5 tháng 7 năm 2024", "2024-07-05"],
  ["publishTime: 2020-03-11T17:00:00.000+0000", "2020-03-12T00:00:00+07:00"],
])("%j was published at %s", (line, publishedAt) => {
  expect(readPublicationLine(line)?.publishedAt).toBe(publishedAt);
});

test.each([
  "Bình Lâm, ngày 16 tháng 12 năm 2022",
  "Ngày 12/6/2020, HĐND phường tổ chức kỳ họp",
  "Nghị quyết có hiệu lực từ 01/01/2025",
  "31/02/2024 10:00",
  "14.7",
])("%j is no line of publication", (line) => {
  expect(readPublicationLine(line)).toBeNull();
});

test("times of other zones are told by Vietnam's clock", () => {
  expect(isoFromMachine("2021-03-31T20:15:00.000Z")).toBe("2021-04-01T03:15:00+07:00");
  expect(isoFromMachine("2021-04-01T03:15:00+07:00")).toBe("2021-04-01T03:15:00+07:00");
  expect(isoFromMachine("2021-04-01 03:15")).toBe("2021-04-01T03:15:00+07:00");
  expect(isoFromMachine("2021-04-01")).toBe("2021-04-01");
  expect(isoFromMachine("hôm qua")).toBeNull();
});
