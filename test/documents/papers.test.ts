import { expect, test } from "vitest";
import { explain } from "../../src/documents/clean.js";
import type { Paper, Unit } from "../../src/documents/papers/paper.js";

const lines = [
  "HỘI ĐỒNG NHÂN DÂN",
  "XÃ YÊN HẠ",
  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "Độc lập - Tự do - Hạnh phúc",
  "Số: 07/2024/NQ-HĐND",
  "Yên Hạ, ngày 05 tháng 7 năm 2024",
  "",
  "NGHỊ QUYẾT",
  "Sửa đổi, bổ sung một số điều của Nghị quyết số 03/2021/NQ-HĐND",
  "về mức thu phí chợ",
  "",
  "HỘI ĐỒNG NHÂN DÂN XÃ YÊN HẠ",
  "KHÓA XX, KỲ HỌP THỨ NĂM",
  "Căn cứ Luật Phí và lệ phí ngày 25 tháng 11 năm 2015;",
  "Xét Tờ trình số 41/TTr-UBND ngày 01 tháng 7 năm 2024 của Ủy ban nhân dân xã.",
  "QUYẾT NGHỊ:",
  "Chương I",
  "QUY ĐỊNH CHUNG",
  "Điều 1. Sửa đổi Điều 2 của Nghị quyết số 03/2021/NQ-HĐND như sau:",
  "“Điều 2. Mức thu",
  "1. Hộ có sạp: 90.000 đồng/tháng.",
  "2. Hộ không có sạp: 3.000 đồng/ngày.”",
  "Điều 2. Tổ chức thực hiện",
  "1. Ủy ban nhân dân xã:",
  "a) Niêm yết mức thu tại chợ;",
  "đ) Báo cáo kết quả cuối năm.",
  "2. Các thôn phối hợp thực hiện.",
  "2.1. Thôn Thượng lập danh sách hộ.",
  "Chương II",
  "Điều 3. Nghị quyết này thay thế Nghị quyết số 15/NQ-HĐND ngày 20/12/2019; Nghị quyết số 22/NQ-HĐND hết hiệu lực từ ngày 01/8/2024./.",
  "",
  "Nơi nhận:",
  "- Thường trực HĐND huyện (b/c);",
  "- Lưu: VT.",
  "TM. HỘI ĐỒNG NHÂN DÂN",
  "CHỦ TỊCH",
  "Đã ký",
  "Lò Văn Pản",
  "PHỤ LỤC I",
  "Mức thu theo loại chợ",
];
const read = async (content: string | Uint8Array, source = "nq.txt") =>
  explain({ source, bytes: Buffer.from(content) });
const outline = (units: readonly Unit[]): readonly unknown[] =>
  units.map(({ kind, mark, parts }) => (parts.length ? [`${kind} ${mark}`, outline(parts)] : `${kind} ${mark}`));

async function paperOf(text: string): Promise<Paper> {
  const { paper } = await read(text);
  if (!paper) throw new Error("no paper");
  return paper;
}

test("the head, the grounds and the foot of a paper", async () => {
  const paper = await paperOf(lines.join("\n"));
  expect([paper.kind, paper.issuer, paper.number, paper.place].map((part) => part?.text)).toEqual([
    "NGHỊ QUYẾT",
    "HỘI ĐỒNG NHÂN DÂN XÃ YÊN HẠ",
    "07/2024/NQ-HĐND",
    "Yên Hạ",
  ]);
  expect(paper.date).toBe("2024-07-05");
  expect(paper.summary?.text).toBe("Sửa đổi, bổ sung một số điều của Nghị quyết số 03/2021/NQ-HĐND về mức thu phí chợ");
  expect(paper.grounds.map(({ text }) => text.slice(0, 15))).toEqual(["Căn cứ Luật Phí", "Xét Tờ trình số"]);
  expect(paper.recipients.map(({ text }) => text)).toEqual(["Thường trực HĐND huyện (b/c)", "Lưu: VT"]);
  const { authority, post, name } = paper.signer ?? {};
  expect([authority, post, name].map((part) => part?.text)).toEqual([
    "TM. HỘI ĐỒNG NHÂN DÂN",
    "CHỦ TỊCH",
    "Lò Văn Pản",
  ]);
});

test("Chương, Điều, khoản and điểm as a tree; what is quoted opens no part of it", async () => {
  const paper = await paperOf(lines.join("\n"));
  expect(outline(paper.body)).toEqual([
    [
      "chương I",
      [
        "điều 1",
        [
          "điều 2",
          [
            ["khoản 1", ["điểm a", "điểm đ"]],
            ["khoản 2", ["khoản 2.1"]],
          ],
        ],
      ],
    ],
    ["chương II", ["điều 3"]],
  ]);
});

test("every offset of the tree points into the text", async () => {
  const { text, paper } = await read(lines.join("\n"));
  const check = (units: readonly Unit[], from: number, to: number): void => {
    for (const unit of units) {
      expect(unit.start).toBeGreaterThanOrEqual(from);
      expect(unit.end).toBeLessThanOrEqual(to);
      expect(text.slice(unit.start, unit.end)).toContain(unit.mark);
      expect(text.slice(unit.heading.start, unit.heading.end)).toBe(unit.heading.text);
      check(unit.parts, unit.start, unit.end);
    }
  };
  check(paper?.body ?? [], 0, text.length);
});

test("what it does to other papers; the grounds do nothing", async () => {
  const { amendments } = await paperOf(lines.join("\n"));
  expect(amendments.map(({ action, number }) => `${action} ${number}`)).toEqual([
    "amends 03/2021/NQ-HĐND",
    "replaces 15/NQ-HĐND",
    "repeals 22/NQ-HĐND",
  ]);
});

test("annexes and the rows of their tables", async () => {
  const table =
    "<table><tr><td>Loại hộ</td><td>Mức thu 2024</td></tr><tr><td>Hộ có sạp</td><td>90.000 đồng</td></tr></table>";
  const html = lines.map((line) => `<p>${line}</p>`).join("");
  const { text, paper } = await read(`${html}${table}<p>Phụ lục II. Danh sách thôn</p><p>Thôn Hạ</p>`, "nq.html");
  expect(
    paper?.annexes.map(({ title, rows }) => [title.text, rows.map((row) => text.slice(row.start, row.end))]),
  ).toEqual([
    ["PHỤ LỤC I", ["Hộ có sạp | Mức thu 2024: 90.000 đồng"]],
    ["Phụ lục II. Danh sách thôn", []],
  ]);
});

test("news is no paper", async () => {
  const news = "HĐND xã Yên Hạ họp kỳ thứ năm\nSáng 4/7, HĐND xã Yên Hạ thông qua Nghị quyết số 07/NQ-HĐND về phí chợ.";
  expect((await read(news)).paper).toBeNull();
});
