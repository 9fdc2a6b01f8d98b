import { describe, expect, it } from "vitest";
import { draftSessions } from "../../../src/engines/rules/sessions/index.js";
import { recognise } from "../../../src/mentions/recognise.js";
import type { DocumentKind } from "../../../src/records/record.js";
import { documentOf } from "../../support/documents.js";

/** The first session of a text, with mentions as their values and spans as their words. */
function sessionOf(kind: DocumentKind, ...paragraphs: readonly string[]) {
  return sessionsOf(kind, ...paragraphs)[0] ?? null;
}

function sessionsOf(kind: DocumentKind, ...paragraphs: readonly string[]) {
  const text = paragraphs.join("\n").normalize("NFC");
  const mentions = recognise(documentOf(text, "2024-07-20"));
  return draftSessions(mentions, kind).map((session) => {
    const dates = session.dates.map((id) => mentions.get(id, "date")?.value);
    return {
      kind: session.kind,
      name: session.name.map(({ start, end }) => text.slice(start, end)).join(" "),
      form: session.form,
      number: session.number && mentions.get(session.number, "session")?.value.number,
      term: session.term && mentions.get(session.term, "term")?.value.number,
      mandate: session.mandate && mentions.get(session.mandate, "mandate")?.value.end,
      body: session.body && mentions.get(session.body, "body")?.value.name,
      area: session.area && mentions.get(session.area, "area")?.value.name,
      days: session.days && text.slice(session.days.start, session.days.end),
      date: [dates[0]?.start, dates.at(-1)?.end, dates[0]?.partOfDay],
      place: session.place && text.slice(session.place.start, session.place.end),
      purpose: session.purpose && text.slice(session.purpose.start, session.purpose.end),
      evidence: session.evidence.map(({ start, end }) => text.slice(start, end)),
    };
  });
}

describe("a council's session", () => {
  it("is read from the sentence that reports it", () => {
    expect(
      sessionOf(
        "session_news",
        "Phường Hạ Đình họp kỳ giữa năm",
        "Sáng ngày 05/7/2024, tại Hội trường UBND phường, HĐND phường Hạ Đình khóa XII, nhiệm kỳ 2021 - 2026 khai mạc kỳ họp thứ mười bốn (kỳ họp chuyên đề) nhằm xem xét kế hoạch đầu tư công.",
      ),
    ).toEqual({
      kind: "council_session",
      name: "kỳ họp thứ mười bốn (kỳ họp chuyên đề)",
      form: "thematic",
      number: 14,
      term: 12,
      mandate: 2026,
      body: "HĐND phường Hạ Đình",
      area: null,
      days: null,
      date: ["2024-07-05", "2024-07-05", "morning"],
      place: "Hội trường UBND phường",
      purpose: "xem xét kế hoạch đầu tư công",
      evidence: [
        "Sáng ngày 05/7/2024, tại Hội trường UBND phường, HĐND phường Hạ Đình khóa XII, nhiệm kỳ 2021 - 2026 khai mạc kỳ họp thứ mười bốn (kỳ họp chuyên đề)",
      ],
    });
  });

  it("takes its last day from the sentence that tells it", () => {
    expect(
      sessionOf(
        "session_news",
        "Ngày 14/7, HĐND huyện Sơn Lĩnh khai mạc kỳ họp thứ năm. Kỳ họp diễn ra từ ngày 14/7 đến ngày 16/7.",
      ),
    ).toMatchObject({ number: 5, date: ["2024-07-14", "2024-07-16", null] });
  });

  it("of which only the last day is told keeps the words that tell its length", () => {
    const closing = "Chiều 12/7, kỳ họp thứ năm HĐND huyện Sơn Lĩnh bế mạc.";
    const length = "Qua 3 ngày làm việc, các đại biểu đã xem xét 15 tờ trình.";
    expect(sessionOf("session_news", closing, length)).toMatchObject({ days: "Qua 3 ngày làm việc" });
    const opening = "Sáng 10/7, HĐND huyện Sơn Lĩnh khai mạc kỳ họp thứ năm.";
    expect(sessionOf("session_news", opening, `${length} Kỳ họp đã bế mạc.`)).toMatchObject({ days: null });
  });

  it("has the one place of its council's type that the text or its head names", () => {
    const held = "HĐND xã đã tổ chức kỳ họp thứ 8 ngày 11/7/2024.";
    const area = (...paragraphs: readonly string[]) => sessionOf("session_news", ...paragraphs)?.area;
    expect(area("Xã Nà Lừa, huyện Đà Sơn họp giữa năm", held)).toBe("Nà Lừa");
    expect(area("Xã Nà Lừa họp giữa năm", held, "Đại biểu thăm trường cũ.", "Đường nối xã Pắc Ma đã xong.")).toBe(
      "Nà Lừa",
    );
    expect(area("Họp giữa năm", "Tin vui.", held, "Đường nối xã Pắc Ma với xã Nà Lừa đã xong.")).toBeNull();
  });

  it("is one of several where the news tells of councils of one level in turn", () => {
    expect(
      sessionsOf(
        "session_news",
        "Hai huyện khai mạc kỳ họp thứ 9",
        "Sáng 18/7, HĐND huyện Sơn Lĩnh khóa XIX khai mạc kỳ họp thứ 9. Dự kỳ họp có Chủ tịch HĐND huyện Bắc Trạch.",
        "Cùng ngày, HĐND huyện Yên Phụ tổ chức khai mạc kỳ họp thứ 9, HĐND huyện khóa XXI. Ngày 17/7, HĐND tỉnh Hoa Sơn bế mạc kỳ họp thứ 20.",
      ),
    ).toMatchObject([
      { body: "HĐND huyện Sơn Lĩnh", number: 9, term: 19 },
      { body: "HĐND huyện Yên Phụ", number: 9, term: 21 },
    ]);
  });

  it("is told with the conference that prepares it where its day is announced", () => {
    const preparing = "Sáng 4/7, Thường trực HĐND huyện Sơn Lĩnh tổ chức hội nghị thống nhất nội dung kỳ họp thứ 9.";
    const announced = "Kỳ họp thứ 9 dự kiến được tổ chức từ ngày 18/7 đến ngày 19/7.";
    expect(sessionsOf("session_news", preparing, announced)).toMatchObject([
      { kind: "conference", date: ["2024-07-04", "2024-07-04", "morning"] },
      { kind: "council_session", number: 9, date: ["2024-07-18", "2024-07-19", null] },
    ]);
    expect(sessionsOf("session_news", preparing)).toMatchObject([{ kind: "conference" }]);
  });

  it("is none of those that are only spoken of", () => {
    expect(
      sessionOf(
        "session_news",
        "Ngày 3/7/2024, HĐND xã Bản Phố tổ chức kỳ họp thứ 9.",
        "Các đại biểu nghe kết quả Kỳ họp thứ 7, Quốc hội khóa XV. Xã chuẩn bị kỳ họp thứ 10 vào ngày 20/12/2024.",
      ),
    ).toMatchObject({ number: 9, term: null, body: "HĐND xã Bản Phố", date: ["2024-07-03", "2024-07-03", null] });
  });

  it("completes the body from elsewhere where the sentence has only its type of place", () => {
    expect(
      sessionOf("session_news", "HĐND tỉnh Lâm Thượng họp chuyên đề", "Chiều 9/7, HĐND tỉnh tiến hành kỳ họp thứ 20."),
    ).toMatchObject({ body: "HĐND tỉnh Lâm Thượng", number: 20 });
  });

  it("of a resolution stands in the heading, its day where the closing sentence tells it", () => {
    expect(
      sessionOf(
        "resolution",
        "NGHỊ QUYẾT",
        "HỘI ĐỒNG NHÂN DÂN XÃ VẠN AN",
        "KHÓA XX, KỲ HỌP THỨ MƯỜI",
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
        "Nghị quyết này đã được HĐND xã Vạn An khóa XX, kỳ họp thứ mười thông qua ngày 20 tháng 12 năm 2023./.",
      ),
    ).toMatchObject({
      name: "KỲ HỌP THỨ MƯỜI",
      number: 10,
      term: 20,
      body: "HĐND xã Vạn An",
      date: ["2023-12-20", "2023-12-20", null],
    });
  });
});

describe("a conference", () => {
  it("is named by its sentence and says what for", () => {
    expect(
      sessionOf(
        "conference_news",
        "Chiều ngày 9/7/2024, UBND huyện Tân Trạch tổ chức Hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024.",
      ),
    ).toMatchObject({
      kind: "conference",
      name: "Hội nghị sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024",
      body: "UBND huyện Tân Trạch",
      date: ["2024-07-09", "2024-07-09", "afternoon"],
      purpose: "sơ kết công tác 6 tháng đầu năm, triển khai nhiệm vụ 6 tháng cuối năm 2024",
    });
  });

  it("may be a working meeting or a congress", () => {
    expect(
      sessionOf(
        "conference_news",
        "Ngày 2/4, Bí thư Tỉnh ủy Lê Công Trí có buổi làm việc với xã Bình Minh về sắp xếp thôn.",
      ),
    ).toMatchObject({ name: "buổi làm việc với xã Bình Minh về sắp xếp thôn", purpose: "sắp xếp thôn" });
    expect(
      sessionOf(
        "conference_news",
        "Ngày 5/6/2024, Đảng bộ xã Yên Lạc tổ chức Đại hội đại biểu lần thứ XX, nhiệm kỳ 2025 - 2030.",
      ),
    ).toMatchObject({ number: 20, mandate: 2030, body: "Đảng bộ xã Yên Lạc" });
  });

  it("may be told by its verb: deputies who meet voters, a body that sits to discuss", () => {
    expect(
      sessionOf(
        "conference_news",
        "Ngày 18/6, ông Lò Văn Pản cùng Tổ đại biểu HĐND tỉnh Lạc Giang và TP. Vân Hải tiếp xúc cử tri xã Yên Hạ.",
      ),
    ).toMatchObject({
      kind: "conference",
      name: "tiếp xúc cử tri xã Yên Hạ",
      date: ["2024-06-18", "2024-06-18", null],
    });
    expect(
      sessionOf(
        "conference_news",
        "Ngày 26/6/2024, Thường trực HĐND huyện tổ chức họp để thảo luận kế hoạch giám sát.",
        "Quang cảnh cuộc họp",
      ),
    ).toMatchObject({ kind: "conference", name: "họp", date: ["2024-06-26", "2024-06-26", null] });
    expect(
      sessionOf("conference_news", "Ngày 18/6, xã triển khai kế hoạch tiếp xúc cử tri của đại biểu HĐND tỉnh."),
    ).toBeNull();
  });

  it("may be a visit of a working party, told with its day", () => {
    expect(
      sessionsOf(
        "conference_news",
        "Chủ tịch tỉnh làm việc với huyện Sơn Lĩnh",
        "Ngày 23/6/2024, Đoàn công tác của Chủ tịch UBND tỉnh Lạc Giang làm việc với UBND huyện Sơn Lĩnh về tình hình kinh tế.",
      ),
    ).toMatchObject([{ kind: "conference", date: ["2024-06-23", "2024-06-23", null] }]);
  });

  it("may be told by what was decided at it, and by no other words", () => {
    expect(
      sessionOf("conference_news", "Tại đại hội, các đại biểu đã biểu quyết thông qua 16 chỉ tiêu nhiệm kỳ 2025-2030."),
    ).toMatchObject({ kind: "conference", name: "đại hội" });
  });

  it("is told by who came, where the news says no more of it", () => {
    const came = "Dự Đại hội có các đồng chí: Lò Văn Pản, Phó Bí thư Tỉnh ủy; Vi Thị Nga, Chủ tịch UBND huyện.";
    expect(sessionOf("conference_news", came)).toMatchObject({ kind: "conference", name: "Đại hội" });
    expect(sessionOf("other", came)).toBeNull();
    const ofParty = `${came}\nNhiệm kỳ 2025-2030, Đảng bộ phường Bến Đục phấn đấu có 5 hợp tác xã.`;
    expect(sessionOf("conference_news", ofParty)).toMatchObject({ body: "Đảng bộ phường Bến Đục", mandate: 2030 });
    const ofCouncil = `${came}\nĐại biểu HĐND khóa III, nhiệm kỳ 2021-2026, chúc mừng Đại hội.`;
    expect(sessionOf("conference_news", ofCouncil)).toMatchObject({ mandate: null });
    const ofTwo = `${ofParty}\nĐảng bộ phường Bến Đục tiếp nối Đảng bộ xã Tân Trạch.`;
    expect(sessionOf("conference_news", ofTwo)).toMatchObject({ body: null });
  });

  it("takes its number from wherever it is named in full", () => {
    const closing = "Sáng 28-7, Đại hội đại biểu Đảng bộ huyện Yên Lạc lần thứ 24 bế mạc.";
    expect(sessionOf("conference_news", "Bế mạc Đại hội Đảng bộ huyện Yên Lạc", closing)).toMatchObject({ number: 24 });
  });

  it("may be convened by a place in its own name", () => {
    const convened = "Ngày 3/7/2024, phường Bến Đục tổ chức hội nghị sơ kết phong trào thi đua.";
    expect(sessionOf("conference_news", convened)).toMatchObject({ body: null, area: "Bến Đục" });
    const inThePlace = "Ngày 3/7/2024, tại phường Bến Đục tổ chức hội nghị sơ kết phong trào thi đua.";
    expect(sessionOf("conference_news", inThePlace)).toMatchObject({ body: null, area: null });
  });

  it("is none in a feature, where meetings are background", () => {
    expect(
      sessionOf("other", "Làng hoa Thượng Trì vào vụ", "Các hội nghị tập huấn năm 2023 đã giúp 40 hộ đổi giống hoa."),
    ).toBeNull();
  });
});
