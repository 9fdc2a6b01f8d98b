import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/documents/clean.js";

const cleaned = (html: string) => cleanText(html, "tin.html");
const paragraphs = [
  "Sáng 4/7, HĐND xã Yên Hạ khóa XX khai mạc kỳ họp thứ năm, đánh giá nhiệm vụ sáu tháng đầu năm và bàn kế hoạch cuối năm.",
  "Thu ngân sách của xã đạt 4,2 tỷ đồng, bằng 61% dự toán huyện giao; bình quân lương thực đạt 420 kg mỗi người.",
  "Kết luận kỳ họp, Chủ tịch HĐND xã yêu cầu các thôn hoàn thành cấy lúa mùa trước ngày 20/7 và giữ vệ sinh đường làng.",
];
const title = "HĐND xã Yên Hạ khai mạc kỳ họp thứ năm";
const links = (count: number, dated = false) =>
  Array.from(
    { length: count },
    (_, i) =>
      `<li><a href="/${i}">Tin số ${i} của xã về phong trào thi đua</a>${dated ? ` (0${(i % 9) + 1}/07/2023)` : ""}</li>`,
  ).join("");
const body = paragraphs.map((text) => `<p>${text}</p>`).join("\n");
const page = (content: string, head = "") =>
  `<!DOCTYPE html><html><head><title>${title} - Cổng thông tin điện tử xã Yên Hạ</title>${head}<script>var a = "<p>không phải tin</p>";</script></head>
   <body><div id="menu"><ul>${links(12)}</ul></div><div id="wrap">${content}</div><div class="right"><h3>Tỷ giá</h3><ul>${links(6)}</ul><p>USD 24.060</p></div></body></html>`;

describe("fragments", () => {
  test("entities, marks behind entities and words cut into spans", () => {
    expect(
      cleaned(
        "<p>K&ydot;</p>".replace(
          "K&ydot;",
          "Nghị quy&ecirc;&#769;t v&#7873; <span>ng</span><span>ân</span> s&aacute;ch&nbsp;x&atilde;",
        ),
      ).text,
    ).toBe("Nghị quyết về ngân sách xã");
  });

  test("blocks and <br> end lines; scripts, comments, forms and navigation go", () => {
    const html = `<div>Một<br>Hai<nav>menu</nav><!-- ghi chú --><style>p{}</style></div><form><input value="x">Tìm</form><p>Ba <b>bốn</b></p>${body}`;
    expect(cleaned(html).text.split("\n")).toEqual(["Một", "Hai", "Ba bốn", ...paragraphs]);
  });

  test("what a click opens is read; what is hidden without one is not", () => {
    const answer = `<div style="display: none"><p>${paragraphs[1]}</p></div>`;
    expect(cleaned(`${body}<div onclick="open(this)"><p>Hỏi về thu ngân sách</p></div>${answer}`).text).toBe(
      [...paragraphs, "Hỏi về thu ngân sách", paragraphs[1]].join("\n"),
    );
    expect(cleaned(`<p>${paragraphs[0]}</p><p>${paragraphs[2]}</p>${answer}`).text).not.toContain(paragraphs[1]);
  });

  test("a row of words is one line, its cells apart", () => {
    const table =
      "<table><tr><th>Họ tên</th><th>Chức vụ</th><th>Đơn vị</th></tr><tr><td><p>Lò Văn Pản</p></td><td>Trưởng thôn</td><td>thôn Hạ</td></tr></table>";
    expect(cleaned(table).text).toBe("Họ tên | Chức vụ | Đơn vị\nLò Văn Pản | Trưởng thôn | thôn Hạ");
  });

  test("a caption stays only when it names someone", () => {
    const picture = (caption: string) =>
      `<table><tr><td><img src="a.jpg" alt="IMG_1"></td></tr><tr><td><em>${caption}</em></td></tr></table>`;
    const { text } = cleaned(`${picture("Toàn cảnh hội trường")}${picture("Đồng chí Lò Văn Pản phát biểu")}${body}`);
    expect(text.split("\n")).toEqual(["Đồng chí Lò Văn Pản phát biểu", ...paragraphs]);
  });

  test("unclosed and stray tags lose no words", () => {
    expect(cleaned("<div><p>Thu ngân sách<p>đạt <b>4,2 tỷ</div></i></table> đồng").text).toBe(
      "Thu ngân sách\nđạt 4,2 tỷ\nđồng",
    );
  });
});

describe("pages", () => {
  test.each([
    [
      "NukeViet",
      `<h1 class="title" itemprop="headline">${title}</h1><div class="hometext">Tóm tắt của kỳ họp được in riêng phía trên.</div><div id="news-bodyhtml">${body}</div>`,
      "Tóm tắt của kỳ họp được in riêng phía trên.",
    ],
    [
      "Liferay",
      `<div class="asset-full-content"><h1 class="header-title">${title}</h1><div class="asset-content"><div class="journal-content-article">${body}</div></div></div>`,
      null,
    ],
    [
      "SharePoint",
      `<form id="aspnetForm"><h2 class="news-title">${title}</h2><div class="ms-rtestate-field">${body}</div></form>`,
      null,
    ],
    [
      "WordPress",
      `<article class="post"><h1 class="entry-title">${title}</h1><div class="entry-content">${body}</div></article>`,
      null,
    ],
    [
      "an unknown portal",
      `<div class="x1"><div class="x2">${title}</div>${body}</div><div class="x3"><ul>${links(8, true)}</ul></div>`,
      null,
    ],
    [
      "an unknown portal with its text in one block",
      `<form><h1>${title}</h1><div class="x1">${paragraphs.join("<br><br>")}</div></form>`,
      null,
    ],
  ])("the story of %s", (_, content, lead) => {
    const document = cleaned(page(content));
    expect(document.title).toBe(title);
    expect(document.text.split("\n")).toEqual([title, ...(lead ? [lead] : []), ...paragraphs]);
  });

  test("day, author and source are read around the story", () => {
    const around = `<h1 class="title">${title}</h1><div>Đăng lúc: 05-07-2023 09:47 | Đã xem: 402</div><div id="news-bodyhtml">${body}</div><p><b>Tác giả bài viết:</b> Lan Anh</p><p><b>Nguồn tin:</b> Báo Bình Lâm</p><p>Những tin mới hơn</p><ul>${links(4, true)}</ul>`;
    expect(cleaned(page(around))).toMatchObject({
      publishedAt: "2023-07-05T09:47:00+07:00",
      author: "Lan Anh",
      publisher: "Báo Bình Lâm",
    });
  });

  test("meta tags and JSON-LD tell what the page does not print", () => {
    const data = {
      "@graph": [
        { "@type": "NewsArticle", headline: title, datePublished: "2023-07-05T02:47:00Z", author: { name: "Lan Anh" } },
      ],
    };
    const head = `<meta property="og:site_name" content="Trang tin xã Yên Hạ"><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(cleaned(page(`<div id="news-bodyhtml">${body}</div>`, head))).toMatchObject({
      title,
      publishedAt: "2023-07-05T09:47:00+07:00",
      author: "Lan Anh",
      publisher: "Trang tin xã Yên Hạ",
    });
  });

  test("a list of stories is no article", () => {
    const list = Array.from(
      { length: 6 },
      (_, i) =>
        `<div class="asset-abstract"><h3><a href="/${i}">Tin số ${i} của xã</a></h3><p>Tóm tắt ngắn của tin này. 0${i + 1}/07/2023</p></div>`,
    ).join("");
    expect(() => cleaned(page(list))).toThrow(expect.objectContaining({ code: "DOCUMENT_LISTING" }));
  });
});
