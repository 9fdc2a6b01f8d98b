import { describe, expect, it } from "vitest";
import type { DraftSession } from "../../../src/engines/draft.js";
import { draftResolutions } from "../../../src/engines/rules/resolutions/index.js";
import { recognise } from "../../../src/mentions/recognise.js";
import type { DocumentKind } from "../../../src/records/record.js";
import type { Span } from "../../../src/vietnamese/text/span.js";
import { documentOf } from "../../support/documents.js";

const session: DraftSession = {
  kind: "council_session",
  name: [],
  form: null,
  number: null,
  term: null,
  mandate: null,
  body: null,
  dates: [],
  area: null,
  days: null,
  place: null,
  purpose: null,
  evidence: [],
};

const resolutions = (lines: readonly string[], kind: DocumentKind = "session_news") => {
  const text = lines.join("\n").normalize("NFC");
  const mentions = recognise(documentOf(text));
  const words = ({ start, end }: Span): string => text.slice(start, end);
  const drafts = draftResolutions(mentions, { sessions: [session], kind });
  return drafts.map((one) => ({
    role: one.role,
    number: one.number && mentions.get(one.number, "paper")?.value.number,
    title: one.title?.map(words).join(" ") ?? null,
    issuedOn: one.issuedOn && mentions.get(one.issuedOn, "date")?.value.start,
    issuer: typeof one.issuer === "object" && one.issuer ? words(one.issuer) : one.issuer,
    session: one.session,
    bases: one.legalBases.map((basis) => words(basis.text)),
  }));
};
const titles = (...lines: readonly string[]) =>
  resolutions(lines).flatMap(({ role, title }) => (role === "adopted" ? [title] : []));

describe("resolutions that a session passed", () => {
  it.each([
    ["Kỳ họp thông qua Nghị quyết về kế hoạch thu gom rác năm 2024.", ["kế hoạch thu gom rác năm 2024"]],
    [
      "HĐND xã biểu quyết thông qua các nghị quyết về: tu sửa đê bao; xây chợ mới; đặt tên đường.",
      ["tu sửa đê bao", "xây chợ mới", "đặt tên đường"],
    ],
    [
      "HĐND xã thông qua các Nghị quyết: Nghị quyết về tu sửa đê bao, Nghị quyết về xây chợ mới và Nghị quyết đặt tên đường.",
      ["tu sửa đê bao", "xây chợ mới", "đặt tên đường"],
    ],
    [
      "HĐND huyện thông qua các nghị quyết về xây cầu; về phương án phân bổ ngân sách và chương trình giám sát của HĐND huyện.",
      ["xây cầu", "phương án phân bổ ngân sách", "chương trình giám sát của HĐND huyện"],
    ],
    [
      "HĐND huyện thông qua các nghị quyết về xây cầu; về phương án phân bổ ngân sách và vốn đầu tư.",
      ["xây cầu", "phương án phân bổ ngân sách và vốn đầu tư"],
    ],
    [
      "HĐND huyện thống nhất thông qua 03 nghị quyết gồm: (1) Nghị quyết về xây cầu; (2) Nghị quyết phê duyệt quy hoạch chợ.",
      ["xây cầu", "phê duyệt quy hoạch chợ"],
    ],
    [
      "HĐND xã thông qua các nghị quyết về nhiệm vụ phát triển kinh tế - xã hội; bảo đảm quốc phòng, an ninh; xây chợ mới.",
      ["nhiệm vụ phát triển kinh tế - xã hội; bảo đảm quốc phòng, an ninh", "xây chợ mới"],
    ],
    [
      "HĐND xã thông qua 4 nghị quyết do UBND xã trình gồm: Kế hoạch trồng cây; Sửa đổi Nghị quyết số 5 về chợ; Phí đò; Đặt tên đường.",
      ["Kế hoạch trồng cây", "Sửa đổi Nghị quyết số 5 về chợ", "Phí đò", "Đặt tên đường"],
    ],
    [
      "HĐND xã thông qua 3 nghị quyết về kế hoạch trồng cây, bảo vệ rừng, chương trình giám sát và đặt tên đường.",
      ["kế hoạch trồng cây, bảo vệ rừng", "chương trình giám sát", "đặt tên đường"],
    ],
    ["Kỳ họp đã quyết nghị thông qua Quy chế làm việc của HĐND xã; Nghị quyết về xây cầu với 3 chỉ tiêu.", ["xây cầu"]],
    [
      "Kỳ họp đã Nghị quyết thông qua dự toán chi; Nghị quyết về xây cầu và một số nội dung khác.",
      ["thông qua dự toán chi", "xây cầu"],
    ],
    [
      "Kỳ họp thông qua các Nghị quyết về xây cầu và Nghị quyết về mở chợ với các chỉ tiêu cụ thể.",
      ["xây cầu", "mở chợ"],
    ],
    [
      "Điều đó nêu trong Nghị quyết quy hoạch tỉnh Hoa Sơn giai đoạn 2021-2030, tầm nhìn đến 2050, được HĐND tỉnh thông qua chiều nay.",
      ["quy hoạch tỉnh Hoa Sơn giai đoạn 2021-2030, tầm nhìn đến 2050"],
    ],
    ["Các đại biểu thông qua nghị quyết thực hiện nhiệm vụ năm 2024.", ["thực hiện nhiệm vụ năm 2024"]],
    ["Để dân đi lại an toàn, HĐND xã thông qua Nghị quyết về xây cầu.", ["xây cầu"]],
    ["Kỳ họp thông qua Nghị quyết về xây cầu, với 25/25 đại biểu tán thành.", ["xây cầu"]],
  ])("are read from %s", (text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it("are read from the list below a colon", () => {
    expect(
      titles(
        "Đại biểu nhất trí thông qua 2 nghị quyết:",
        "- Nghị quyết về xây cầu;",
        "- Nghị quyết về mở chợ.",
        "Nghị quyết này",
      ),
    ).toEqual(["xây cầu", "mở chợ"]);
  });

  it("carry their number and day", () => {
    const found = resolutions(["Kỳ họp ban hành Nghị quyết số 15/NQ-HĐND, ngày 20/12/2024 về việc xây cầu."]);
    expect(found).toMatchObject([
      { role: "adopted", number: "15/NQ-HĐND", title: "xây cầu", issuedOn: "2024-12-20", session: 0 },
    ]);
  });

  it("told twice are one", () => {
    const passed = "Kỳ họp thông qua Nghị quyết số 15/NQ-HĐND về xây cầu.";
    expect(resolutions([passed, "Theo Nghị quyết số 15/NQ-HĐND, cầu dài 40m.", passed])).toHaveLength(1);
  });

  it("told again in brief are one", () => {
    expect(
      titles(
        "Kỳ họp thông qua Nghị quyết về chủ trương đầu tư xây dựng cầu Vàm Lớn.",
        "Kỳ họp cũng thông qua Nghị quyết về chủ trương đầu tư xây dựng cầu.",
      ),
    ).toEqual(["chủ trương đầu tư xây dựng cầu Vàm Lớn"]);
    expect(
      titles(
        "Đại biểu biểu quyết thông qua Nghị quyết về chủ trương đầu tư xây dựng cầu.",
        "Kỳ họp thông qua Nghị quyết về chủ trương đầu tư xây dựng cầu Vàm Lớn.",
      ),
    ).toEqual(["chủ trương đầu tư xây dựng cầu Vàm Lớn"]);
  });

  it("leave the resolution that they amend to be cited", () => {
    expect(resolutions(["HĐND xã thông qua Nghị quyết sửa đổi Nghị quyết số 07/NQ-HĐND về mở chợ."])).toMatchObject([
      { role: "adopted", number: null, title: "sửa đổi Nghị quyết số 07/NQ-HĐND về mở chợ" },
      { role: "cited", number: "07/NQ-HĐND", title: "mở chợ" },
    ]);
  });

  it.each([
    "Kỳ họp dự kiến thông qua Nghị quyết về xây cầu.",
    "HĐND xã họp để xem xét, thông qua Nghị quyết về xây cầu.",
    "UBND xã trình HĐND xã thông qua Nghị quyết về xây cầu.",
    "Đại biểu thảo luận dự thảo Nghị quyết về xây cầu.",
    "HĐND xã thông qua 12 nghị quyết về kinh tế, đầu tư và ngân sách.",
    "Xã hoàn thành 15/15 chỉ tiêu nghị quyết.",
  ])("are none in %s", (text) => {
    expect(resolutions([text])).toEqual([]);
  });
});

describe("resolutions that are cited", () => {
  it("may be known by the session that passed them", () => {
    expect(
      resolutions(["Báo cáo thực hiện Nghị quyết của HĐND huyện khóa IV, kỳ họp thứ Hai về trồng rừng."]),
    ).toMatchObject([{ role: "cited", number: null, title: "trồng rừng" }]);
  });

  it("keep the title behind the issuer's term and the day", () => {
    expect(
      resolutions(["Sơ kết Nghị quyết số 08/NQ-HĐND của HĐND huyện khóa IV ngày 5/7/2022 về việc trồng rừng."]),
    ).toMatchObject([{ number: "08/NQ-HĐND", title: "trồng rừng", issuedOn: "2022-07-05" }]);
  });

  it.each([
    ["Xã quán triệt Nghị quyết số 21-NQ/TU của Tỉnh ủy về cây ăn quả.", "21-NQ/TU", "cây ăn quả", "Tỉnh ủy"],
    ["Quốc hội đã thông qua nghị quyết về giảm thuế đất.", null, "giảm thuế đất", "Quốc hội"],
    ["Xã học tập Nghị quyết TW5 “Về cán bộ cơ sở”.", null, "Về cán bộ cơ sở", null],
  ])("are read from %s", (text, number, title, issuer) => {
    expect(resolutions([text])).toMatchObject([{ role: "cited", number, title, issuer, session: null }]);
  });
});

describe("the text of a resolution", () => {
  const text = [
    "HỘI ĐỒNG NHÂN DÂN",
    "XÃ TÂN LẬP",
    "Số: 08/NQ-HĐND",
    "Tân Lập, ngày 05 tháng 7 năm 2022",
    "NGHỊ QUYẾT",
    "Về việc xây dựng cầu dân sinh",
    "và đường nối năm 2023",
    "HỘI ĐỒNG NHÂN DÂN XÃ TÂN LẬP",
    "KHÓA V, KỲ HỌP THỨ TƯ",
    "Căn cứ Luật Đê điều ngày 29/11/2006 và Luật Xây dựng ngày 18/6/2014;",
    "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đê điều và Luật Xây dựng năm 2020; Nghị định số 15/2021/NĐ-CP;",
    "Xét Tờ trình số 11/TTr-UBND ngày 01/7/2022 của UBND xã,",
    "QUYẾT NGHỊ:",
    "Điều 1. Bãi bỏ Nghị quyết số 03/NQ-HĐND ngày 10/7/2019 của HĐND xã.",
  ];

  it("is itself a resolution, with the papers that it rests on", () => {
    expect(resolutions(text, "resolution")[0]).toEqual({
      role: "self",
      number: "08/NQ-HĐND",
      title: "xây dựng cầu dân sinh và đường nối năm 2023",
      issuedOn: "2022-07-05",
      issuer: "HỘI ĐỒNG NHÂN DÂN XÃ TÂN LẬP",
      session: 0,
      bases: [
        "Luật Đê điều ngày 29/11/2006",
        "Luật Xây dựng ngày 18/6/2014",
        "Luật sửa đổi, bổ sung một số điều của Luật Đê điều và Luật Xây dựng năm 2020",
        "Nghị định số 15/2021/NĐ-CP",
      ],
    });
  });

  it("cites others below its enacting words", () => {
    expect(resolutions(text, "resolution").slice(1)).toMatchObject([
      { role: "cited", number: "03/NQ-HĐND", issuedOn: "2019-07-10", issuer: "HĐND xã" },
    ]);
  });
});
