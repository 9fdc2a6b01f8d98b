import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/documents/clean.js";
import { recognise } from "../../src/mentions/recognise.js";

const cleaned = (text: string) => cleanText(text, "tin.txt");
const story = [
  "Sáng ngày 4/7, HĐND xã Yên Hạ khóa XX khai mạc kỳ họp thứ năm để bàn nhiệm vụ sáu tháng cuối năm.",
  "Thu ngân sách của xã sáu tháng đầu năm đạt 4,2 tỷ đồng, bằng 61% dự toán huyện giao.",
];

test("a number that touches the word beside it is parted from it, one within a name is not", () => {
  const { text } = cleaned(`${story[0]}\nThu ngân sách 6tháng đạt13,5 tỷ đồng trên tuyến QL1A và ĐT293.`);
  expect(text.split("\n").at(-1)).toBe("Thu ngân sách 6 tháng đạt 13,5 tỷ đồng trên tuyến QL1A và ĐT293.");
});

describe("the head", () => {
  test("buttons, counters and names of sections go; the title is the first line", () => {
    const document = cleaned(
      [
        "Trang chủ Tin tức - Sự kiện",
        "",
        "HĐND xã Yên Hạ họp kỳ giữa năm",
        "Ngày đăng 05/07/2023 | 09:12 | Lượt xem: 31",
        "",
        "Xem với cỡ chữ Đọc bài viết",
        "",
        ...story,
      ].join("\n"),
    );
    expect(document).toMatchObject({
      title: "HĐND xã Yên Hạ họp kỳ giữa năm",
      publishedAt: "2023-07-05T09:12:00+07:00",
    });
    expect(document.text).toBe(["HĐND xã Yên Hạ họp kỳ giữa năm", ...story].join("\n"));
  });

  test("a text that begins with the story's first sentence has no title", () => {
    expect(cleaned(story.join("\n")).title).toBeNull();
    expect(cleaned(`(YHO) - ${story.join("\n")}`)).toMatchObject({
      title: null,
      publisher: "YHO",
      text: story.join("\n"),
    });
  });

  test("a title in capitals over two lines is one title", () => {
    const document = cleaned(
      ["HỘI NGHỊ TỔNG KẾT NĂM 2022", "VÀ TRIỂN KHAI NHIỆM VỤ NĂM 2023", "", "10/01/2023", "", ...story].join("\n"),
    );
    expect(document.title).toBe("HỘI NGHỊ TỔNG KẾT NĂM 2022 VÀ TRIỂN KHAI NHIỆM VỤ NĂM 2023");
  });

  test("a title that ends with a full stop is one above the story's opening", () => {
    expect(cleaned(["Xã Yên Hạ tổng kết phong trào thi đua năm 2022.", "", ...story].join("\n")).title).toBe(
      "Xã Yên Hạ tổng kết phong trào thi đua năm 2022.",
    );
  });

  test("a paper's title is its kind and its summary, and its signer is no author", () => {
    const document = cleaned(
      [
        "HỘI ĐỒNG NHÂN DÂN",
        "XÃ YÊN HẠ",
        "-------",
        "Số: 12/NQ-HĐND",
        "Yên Hạ, ngày 05 tháng 7 năm 2023",
        "",
        "NGHỊ QUYẾT",
        "Về việc điều chỉnh dự toán",
        "ngân sách xã năm 2023",
        "",
        "Căn cứ Luật Ngân sách nhà nước;",
        "QUYẾT NGHỊ:",
        "Điều 1. Điều chỉnh tăng 350 triệu đồng.",
        "CHỦ TỊCH",
        "Lò Văn Pản",
      ].join("\n"),
    );
    expect(document).toMatchObject({
      title: "NGHỊ QUYẾT Về việc điều chỉnh dự toán ngân sách xã năm 2023",
      author: null,
      publishedAt: null,
    });
    expect(document.text).toMatch(/^HỘI ĐỒNG NHÂN DÂN\nXÃ YÊN HẠ\nSố: 12/);
    expect(document.text).toMatch(/Lò Văn Pản$/);
  });

  test("the line of a paper's number is no title", () => {
    const document = cleaned(
      [
        "HỘI ĐỒNG NHÂN DÂN XÃ YÊN HẠ",
        "Nghị quyết số: 86/2019/NQ-HĐND Độc lập - Tự do - Hạnh phúc",
        "NGHỊ QUYẾT",
        "Về dự toán ngân sách xã",
        "Căn cứ Luật Ngân sách nhà nước;",
        "Thu 2 tỷ đồng.",
      ].join("\n"),
    );
    expect(document.title).toBe("NGHỊ QUYẾT Về dự toán ngân sách xã");
  });

  test("a word-segmented title is told with spaces, its text as it stands", () => {
    const document = cleaned(
      ["Nghị_quyết về dự_toán ngân_sách xã", "Căn_cứ Luật Ngân_sách nhà_nước ;", "Điều 1 . Thu 2 tỷ đồng ."].join("\n"),
    );
    expect(document.title).toBe("Nghị quyết về dự toán ngân sách xã");
    expect(document.text).toContain("Nghị_quyết về dự_toán");
  });
});

describe("a crawler's stamp before the title", () => {
  test.each([
    ["date 2023-07-04 Xã Yên Hạ họp kỳ thứ 5", "2023-07-04"],
    ["date 2023-07 Xã Yên Hạ họp kỳ thứ 5", null],
  ])("%j is no part of it", (line, publishedAt) => {
    const document = cleaned([line, "", ...story].join("\n"));
    expect(document).toMatchObject({ title: "Xã Yên Hạ họp kỳ thứ 5", publishedAt });
    expect(document.text).not.toContain("date");
  });

  test("parted from the story where the crawler left both on one line, and from the section's name", () => {
    const document = cleaned(
      "date 2024-08-16 Chính trị Phường Yên Hạ thu ngân sách đạt 84% chỉ tiêu Ngày 15/8, HĐND phường Yên Hạ tổ chức kỳ họp để đánh giá kết quả 6 tháng đầu năm.",
    );
    expect(document).toMatchObject({
      title: "Phường Yên Hạ thu ngân sách đạt 84% chỉ tiêu",
      publishedAt: "2024-08-16",
      text: "Phường Yên Hạ thu ngân sách đạt 84% chỉ tiêu\nNgày 15/8, HĐND phường Yên Hạ tổ chức kỳ họp để đánh giá kết quả 6 tháng đầu năm.",
    });
  });

  test("a month without a day tells the year of what the text dates without one", () => {
    const document = cleaned(["date 2023-07 Xã Yên Hạ họp kỳ thứ 5", "", "Ngày 04/7, xã họp."].join("\n"));
    expect(document.publishedIn).toBe("2023-07");
    expect(recognise(document).of("date")).toMatchObject([{ value: { start: "2023-07-04" } }]);
  });
});

describe("what a converter of tables left on lines of their own", () => {
  test.each([
    ["Tổng thu ngân sách:\n26.536,7\ntriệu đồng", "Tổng thu ngân sách: 26.536,7 triệu đồng"],
    ["- Ngân sách xã:\n981.758.330đ", "- Ngân sách xã: 981.758.330đ"],
    ["Tổng vốn đầu tư\n36,4 tỷ đồng", "Tổng vốn đầu tư 36,4 tỷ đồng"],
    ["TỔNG HỢP\n36,4 tỷ đồng", "TỔNG HỢP\n36,4 tỷ đồng"],
  ])("%j is one item with its label", (lines, joined) => {
    expect(cleaned(["Xã Yên Hạ họp", "", ...story, lines].join("\n")).text).toMatch(new RegExp(`\n${joined}$`));
  });
});

describe("names of sections, counters and telephones above the title", () => {
  test.each([
    "TIN HOẠT ĐỘNG CỦA HỘI ĐỒNG NHÂN DÂN",
    "Hotline: 091.000.0000",
    "Thống kê: 953.387",
    ": toasoan@bao.example | : (04) 3800 0000",
  ])("%j is none", (line) => {
    expect(cleaned([line, "Xã Yên Hạ họp kỳ thứ 5", "Ngày đăng 04/07/2023", ...story].join("\n"))).toMatchObject({
      title: "Xã Yên Hạ họp kỳ thứ 5",
      publishedAt: "2023-07-04",
    });
  });
});

describe("the foot", () => {
  test("a day of publication below the story is taken, a number of a table is kept", () => {
    const document = cleaned(["Xã Yên Hạ họp", "", ...story, "Tổng thu", "5.120", "Đăng ngày 06/07/2023"].join("\n"));
    expect(document.publishedAt).toBe("2023-07-06");
    expect(document.text).toMatch(/Tổng thu\n5\.120$/);
  });

  test.each([
    [["Tin, ảnh: Lan Anh", "Nguồn tin: yenha.gov.vn"], "Lan Anh", "yenha.gov.vn"],
    [["Thu Hà – Đức Minh", "Theo Báo Bình Lâm"], "Thu Hà – Đức Minh", "Báo Bình Lâm"],
    [["Hoàng Nam", "(http://www.binhlam.gov.vn)"], "Hoàng Nam", "http://www.binhlam.gov.vn"],
    [["LÊ HẬU", "Lượt xem: 1.204", "Các tin khác", "Xã Yên Hạ ra quân trồng cây"], "LÊ HẬU", null],
  ])("%j", (foot, author, publisher) => {
    const document = cleaned(["Xã Yên Hạ họp", "", ...story, "", ...foot].join("\n"));
    expect(document).toMatchObject({ author, publisher });
    expect(document.text).toBe(["Xã Yên Hạ họp", ...story].join("\n"));
  });

  test("a name behind the last sentence leaves it", () => {
    const document = cleaned(["Xã Yên Hạ họp", "", `${story.join(" ")} Minh Thu/KTNT`].join("\n"));
    expect(document).toMatchObject({ author: "Minh Thu", publisher: "KTNT" });
    expect(document.text).toBe(`Xã Yên Hạ họp\n${story.join(" ")}`);
  });
});

describe("the story", () => {
  test("leftovers of pictures and players go, captions stay", () => {
    const leftovers = ["Description: IMG_0042", "[img]", "nh1", "14.7", "0:00 / 0:00", "![](/a.jpg)", "Ảnh: T.ANH"];
    const [first = "", second = ""] = story;
    const document = cleaned(
      ["Xã Yên Hạ họp", "", first, ...leftovers, "Ông Lò Văn Pản phát biểu tại kỳ họp", second].join("\n"),
    );
    expect(document.text.split("\n")).toEqual(["Xã Yên Hạ họp", first, "Ông Lò Văn Pản phát biểu tại kỳ họp", second]);
  });

  test("a heading that is also a section's name stays below the title", () => {
    expect(
      cleaned(["Xã Yên Hạ họp", ...story, "Kinh tế", "Sản lượng lúa đạt 900 tấn, tăng 3%."].join("\n")).text,
    ).toContain("\nKinh tế\n");
  });

  test("lines wrapped at a fixed width are paragraphs again, items stay apart", () => {
    const wrapped = [
      "NGHỊ QUYẾT",
      "VỀ NHIỆM VỤ NĂM 2024",
      "Căn cứ Luật Tổ chức chính quyền",
      "địa phương ngày 19 tháng 6 năm 2015;",
      "Điều 1. Hội đồng nhân dân xã thống nhất giao",
      "chỉ tiêu thu ngân sách là 5,1 tỷ đồng và trồng mới",
      "12 ha rừng trên địa bàn bốn thôn vùng cao của",
      "xã trong năm 2024.",
      "- Trồng mới 3 ha cây ăn quả.",
    ];
    expect(cleaned(wrapped.join("\n")).text.split("\n")).toEqual([
      "NGHỊ QUYẾT",
      "VỀ NHIỆM VỤ NĂM 2024",
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
      "Điều 1. Hội đồng nhân dân xã thống nhất giao chỉ tiêu thu ngân sách là 5,1 tỷ đồng và trồng mới 12 ha rừng trên địa bàn bốn thôn vùng cao của xã trong năm 2024.",
      "- Trồng mới 3 ha cây ăn quả.",
    ]);
  });

  test("Markdown's marks are taken off", () => {
    const document = cleaned(
      [
        "Xã Yên Hạ họp",
        "=====",
        "",
        `**Chiều 4/7**, xã họp tại [hội trường](https://a.vn/x).`,
        "* Thu ngân sách đạt 5 * 2 tỷ đồng.",
      ].join("\n"),
    );
    expect(document.title).toBe("Xã Yên Hạ họp");
    expect(document.text).toBe("Xã Yên Hạ họp\nChiều 4/7, xã họp tại hội trường.\n* Thu ngân sách đạt 5 * 2 tỷ đồng.");
  });

  test("characters come in one form", () => {
    const document = cleaned(
      "Ky\u0300 ho\u0323p\u00A0thứ\u00AD ba\u200B kết thúc\u0000 tốt,\tquyê\u0301\u0301t nghị xong \uD800.".normalize(
        "NFD",
      ),
    );
    expect(document.text).toBe("Kỳ họp thứ ba kết thúc tốt, quyết nghị xong \uFFFD.");
  });

  test("the same text from two sources is one document", () => {
    expect(cleanText(story.join("\n\n"), "a").id).toBe(cleanText(story.join("\r\n"), "b").id);
  });
});

describe("front matter", () => {
  const body = "<p>Thu ng&acirc;n s&aacute;ch đạt 4,2 tỷ đồng.</p>";

  test("JSON: title and abstract come first, UTC becomes Vietnam's time", () => {
    const head = {
      title: "Xã Yên Hạ  họp",
      date: "2021-07-04T20:30:00.000Z",
      description: "Sáng 4/7, xã họp.",
      tag: [],
    };
    expect(cleaned(`---json\n${JSON.stringify(head, null, 2)}\n---\n${body}`)).toMatchObject({
      title: "Xã Yên Hạ họp",
      publishedAt: "2021-07-05T03:30:00+07:00",
      text: "Xã Yên Hạ họp\nSáng 4/7, xã họp.\nThu ngân sách đạt 4,2 tỷ đồng.",
    });
  });

  test("YAML: quoted values, an abstract that the body repeats", () => {
    const document = cleaned(
      `---\ntitle: "Xã Yên Hạ: họp"\nauthor: Lan Anh\ndate: 2021-07-05\ndescription: >\n  Thu ngân sách\n  đạt 4,2 tỷ đồng.\n---\n${body}`,
    );
    expect(document).toMatchObject({ title: "Xã Yên Hạ: họp", author: "Lan Anh", publishedAt: "2021-07-05" });
    expect(document.text).toBe("Xã Yên Hạ: họp\nThu ngân sách đạt 4,2 tỷ đồng.");
  });

  test("a rule above a text is no front matter", () => {
    expect(cleaned(`---\n${story.join("\n")}\n---\nHết.`).text).toContain(story[0]);
  });
});
