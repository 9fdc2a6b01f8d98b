import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clean } from "../../../src/documents/clean.js";
import { pagesOf, pdfOf } from "../../support/pdf-files.js";

const textOf = async (bytes: Uint8Array) => (await clean({ source: "a.pdf", bytes })).text;

test("two columns are read one after the other", async () => {
  const column = (x: number, words: string) =>
    [1, 2, 3].map((line) => ({ text: `${words} dòng thứ ${line} của cột này`, x, y: 760 - 15 * line }));
  const text = await textOf(pdfOf([[...column(40, "Bên trái"), ...column(320, "Bên phải")]]));
  expect(text).toMatch(/^Bên trái dòng thứ 1.*Bên trái dòng thứ 3.*Bên phải dòng thứ 1.*Bên phải dòng thứ 3/s);
});

test("a table's rows stay whole", async () => {
  const rows = [
    ["STT", "Chỉ tiêu", "Kế hoạch"],
    ["1", "Thu ngân sách (tỷ đồng)", "12,5"],
    ["2", "Hộ nghèo (%)", "1,2"],
  ];
  const page = rows.flatMap((row, line) =>
    row.map((text, cell) => ({ text, x: [60, 120, 420][cell] ?? 0, y: 700 - 16 * line })),
  );
  const text = await textOf(pdfOf([[{ text: "Biểu chỉ tiêu của xã Phú Lương Hạ năm 2024", x: 60, y: 760 }, ...page]]));
  expect(text).toContain("1 | Thu ngân sách (tỷ đồng) | 12,5\n2 | Hộ nghèo (%) | 1,2");
});

test("the head and foot of pages and their numbers go, a sentence goes on over the page's end", async () => {
  const sentence =
    "Hội đồng nhân dân xã bàn về thu ngân sách và giao cho Ủy ban nhân dân xã thực hiện mười hai nhiệm vụ.";
  const words = ["Xã", "Phường", "Thôn", "Ấp", "Bản", "Khu phố", "Tổ dân phố"];
  const paragraphs = Array.from({ length: 60 }, (_, index) => {
    const word = words[(index * index) % words.length];
    return `${index + 1}. ${word} họp. ${"Việc lớn. ".repeat(index % 9)}${sentence} ${word} nghe. ${sentence}`;
  });
  const pages = pagesOf(paragraphs).map((page, index) => [
    { text: "CÔNG BÁO XÃ PHÚ LƯƠNG HẠ", x: 60, y: 815 },
    ...page,
    { text: `${index + 1}`, x: 300, y: 25 },
  ]);
  expect(pages.length).toBeGreaterThan(3);
  expect((await textOf(pdfOf(pages))).split("\n")).toEqual(paragraphs);
});

test("marks that stand apart from their letters are joined, a hyphen at a line's end binds", async () => {
  const page = [
    { text: "Kỳ họp thứ hai của Hội đồng nhân dân xã khóa XX nhiệm kỳ 2021-", x: 60, y: 700 },
    { text: "2026 đã thông qua bốn nghị quyết về ngân sách của xã trong năm nay", x: 60, y: 685 },
    { text: "va", x: 60, y: 670 },
    { text: "\u0300", x: 74, y: 670 },
    { text: " hai đề án.", x: 78, y: 670 },
  ];
  expect(await textOf(pdfOf([page]))).toBe(
    "Kỳ họp thứ hai của Hội đồng nhân dân xã khóa XX nhiệm kỳ 2021-2026 đã thông qua bốn nghị quyết về ngân sách của xã trong năm nay và hai đề án.",
  );
});

test("scanned pages are read where Tesseract and its Vietnamese data are installed", { timeout: 120_000 }, async () => {
  const source = "fixtures/scans/xa-yen-ha-2024.pdf";
  const { text, encoding } = await clean({ source, bytes: readFileSync(source) });
  expect(encoding.name).toBe("ocr");
  expect(encoding.confidence).toBeGreaterThan(0.8);
  expect(text.split("\n")).toHaveLength(4);
  expect(text).toContain("Tổng thu ngân sách xã đạt 4,2 tỷ đồng, bằng 61% dự toán huyện giao.");
});

test("pages with neither text nor pictures fail with what to install", async () => {
  await expect(textOf(pdfOf([[], []]))).rejects.toMatchObject({
    code: "DOCUMENT_SCANNED",
    message: expect.stringContaining("tesseract.js"),
  });
});

test("what a file would run is not run", async () => {
  const page = [{ text: "Hội đồng nhân dân xã Phú Lương Hạ họp kỳ thứ hai.", x: 60, y: 700 }];
  const script = "/OpenAction << /S /JavaScript /JS (globalThis.kyhopWasRun = true) >>";
  expect(await textOf(pdfOf([page], script))).toContain("họp kỳ thứ hai");
  expect(globalThis).not.toHaveProperty("kyhopWasRun");
});

test("a damaged file fails with its reason", async () => {
  const bytes = pdfOf([[{ text: "Hội đồng nhân dân", x: 60, y: 700 }]]).slice(0, 200);
  await expect(textOf(bytes)).rejects.toMatchObject({ code: expect.stringMatching(/^DOCUMENT_/) });
});
