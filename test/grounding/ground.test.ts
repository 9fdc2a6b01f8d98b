import { describe, expect, it } from "vitest";
import { groundDraft, groundText } from "./hand-drafts.js";

describe("grounding a figure", () => {
  it("takes number, unit and bound from the mention, words from the text, and evidence by its offsets", () => {
    const text = "Năm 2023, tổng_thu   ngân_sách xã Nậm Lương ước đạt trên 3,5 tỷ đồng.";
    const record = groundText(text, (write) => [
      write.figure("tổng_thu   ngân_sách", "3,5 tỷ", { period: write.id("period", "Năm 2023") }),
    ]);
    expect(record.problems).toEqual([]);
    expect(record.achievements).toMatchObject([
      {
        indicator: "tổng thu ngân sách",
        indicatorCode: "fiscal.revenue.total",
        value: 3_500_000_000,
        unit: "VND",
        comparator: "gt",
        period: { label: "Năm 2023", start: "2023-01-01", end: "2023-12-31" },
        verified: true,
      },
    ]);
    const [evidence] = record.achievements.map((figure) => figure.evidence);
    expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote);
  });

  it("makes a number approximate by an estimating word that stands apart", () => {
    const record = groundText("Ước giá trị sản xuất cả năm của xã được 20 tỷ đồng.", (write) => [
      write.figure("giá trị sản xuất", "20 tỷ", { estimate: write.span("Ước") }),
    ]);
    expect(record.achievements).toMatchObject([{ value: 20_000_000_000, comparator: "approx", verified: true }]);
  });

  it("gives a fall its minus, an amount of change its value, and a plan's amount beside the result", () => {
    const text = "Chi hành chính 6 tỷ đồng/8 tỷ đồng, giảm 2,5% so với cùng kỳ, tăng 54 triệu đồng so với năm 2020.";
    const record = groundText(text, (write) => [
      write.figure("Chi hành chính", "6 tỷ", {
        comparisons: [
          write.comparison("6 tỷ đồng/8 tỷ đồng", "6 tỷ", { quantity: null, other: write.id("quantity", "8 tỷ") }),
          write.comparison("giảm 2,5% so với cùng kỳ", "2,5%", { type: "change", basis: "same_period", falls: true }),
          write.comparison("tăng 54 triệu đồng so với năm 2020", "54 triệu", {
            type: "change",
            basis: "previous_period",
          }),
        ],
      }),
    ]);
    expect(record.problems).toEqual([]);
    expect(record.achievements[0]?.comparisons).toMatchObject([
      { percent: null, value: 8_000_000_000 },
      { percent: -2.5, value: null },
      { percent: null, value: 54_000_000 },
    ]);
  });

  it("leaves out what names a number that the text does not hold, and tells it", () => {
    const record = groundText("Thu phí chợ đạt 12 triệu đồng.", (write) => [
      { ...write.figure("Thu phí chợ", "12"), quantity: "n9" },
    ]);
    expect(record.achievements).toEqual([]);
    expect(record.problems).toMatchObject([{ path: "draft.figures[0].quantity", code: "UNKNOWN_MENTION" }]);
  });
});

describe("grounding what else a document tells", () => {
  const text = `Sáng ngày 12/7/2024, HĐND phường Phúc Xá, quận Ba Đình, thành phố Hà Nội tổ chức kỳ họp thứ Ba.
Đồng chí Lò Văn Sơn, Chủ tịch HĐND phường chủ trì. Kết luận kỳ họp, đồng chí Lò Văn Sơn đề nghị thực hiện Nghị quyết số 12/NQ-HĐND.`;
  const record = groundDraft(text, (write) => {
    const chair = { group: null, count: null, session: 0 } as const;
    const again = text.lastIndexOf("đồng chí");
    return {
      sessions: [
        {
          kind: "council_session",
          name: [write.span("kỳ họp thứ Ba")],
          form: null,
          number: write.id("session", "kỳ họp thứ Ba"),
          term: null,
          mandate: null,
          body: write.id("body", "HĐND phường Phúc Xá"),
          dates: [write.id("date", "12/7/2024")],
          area: null,
          days: null,
          place: null,
          purpose: null,
          evidence: [write.span(text.split("\n")[0] ?? "")],
        },
      ],
      attendees: [
        {
          ...chair,
          person: write.id("person", "Lò Văn Sơn"),
          titles: [[write.span("Chủ tịch HĐND phường")]],
          roles: ["chair"],
          evidence: [write.span("Đồng chí Lò Văn Sơn, Chủ tịch HĐND phường chủ trì")],
        },
        {
          ...chair,
          person: write.id("person", "Lò Văn Sơn", again),
          titles: [],
          roles: ["speaker"],
          evidence: [write.span("đồng chí Lò Văn Sơn", again)],
        },
      ],
      resolutions: [
        {
          number: write.id("paper", "12/NQ-HĐND"),
          title: null,
          issuedOn: null,
          issuer: null,
          session: 0,
          legalBases: [],
          role: "cited",
          evidence: [write.span("Nghị quyết số 12/NQ-HĐND")],
        },
      ],
    };
  });

  it("reads day, ordinal and body from their mentions, and the body's code from what stands above it", () => {
    expect(record.problems).toEqual([]);
    expect(record.sessions).toMatchObject([
      {
        id: "s1",
        number: 3,
        date: { start: "2024-07-12", end: "2024-07-12", partOfDay: "morning" },
        body: {
          name: "HĐND phường Phúc Xá",
          area: { name: "Phúc Xá", code: "00001", parents: ["quận Ba Đình", "thành phố Hà Nội"] },
        },
      },
    ]);
  });

  it("makes one attendee of one person, with all roles and evidence", () => {
    expect(record.attendees).toMatchObject([
      { name: "Lò Văn Sơn", titles: ["Chủ tịch HĐND phường"], roles: ["chair", "speaker"], sessionId: "s1" },
    ]);
    expect(record.attendees[0]?.evidence).toHaveLength(2);
  });

  it("takes a resolution's number from its mention", () => {
    expect(record.resolutions).toMatchObject([{ number: "12/NQ-HĐND", sessionId: "s1", role: "cited" }]);
  });

  it("reads the province from the address of the office", () => {
    const local = groundDraft(
      "Thu phí chợ ở xã Nậm Lương đạt 12 triệu đồng.",
      (write) => ({
        figures: [write.figure("Thu phí chợ", "12 triệu", { area: write.id("area", "xã Nậm Lương") })],
      }),
      "https://namluong.hagiang.gov.vn/tin/1",
    );
    expect(local.achievements[0]?.area).toMatchObject({ name: "Nậm Lương", parents: ["tỉnh Hà Giang"] });
  });
});
