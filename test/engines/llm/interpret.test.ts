import { describe, expect, test } from "vitest";
import { conferenceNews } from "../../../pipelines/conference-news.js";
import type { Reply, ReplyBlock, ReplyFigure } from "../../../src/engines/llm/reply.js";
import { recognise } from "../../../src/mentions/recognise.js";
import type { Record } from "../../../src/records/record.js";
import { documentOf } from "../../support/documents.js";
import { emptyReply, groundReply } from "./asked.js";

/** The record that an answer to a text becomes. */
function recordOf(text: string, reply: Partial<Reply>): Record {
  const document = documentOf(text);
  return groundReply(
    { ...emptyReply, ...reply },
    { document, mentions: recognise(document), pipeline: conferenceNews },
  );
}

const block = (figures: readonly Partial<ReplyFigure>[], more: Partial<ReplyBlock> = {}): ReplyBlock => ({
  class: "achievement",
  period: null,
  figures: figures.map((figure) => ({ n: null, what: "", vs: [], ...figure })),
  statuses: [],
  ...more,
});

const achieved = (text: string, ...figures: readonly Partial<ReplyFigure>[]) => {
  const { achievements, problems } = recordOf(text, { blocks: [block(figures)] });
  return { achievements, problems: problems.map(({ code, path }) => `${code} ${path}`) };
};

describe("a figure of an answer", () => {
  test("has the value, unit, bounds and estimate that the grammar reads", () => {
    const text = "Ước giá trị sản xuất đạt 20 tỷ đồng. Thu nhập từ 45 - 48 triệu đồng/người/năm. Có trên 12 ha lúa.";
    const { achievements } = achieved(
      text,
      { n: "n1", what: "giá trị sản xuất" },
      { n: "n2", what: "Thu nhập" },
      { n: "n3", what: "lúa" },
    );
    expect(achievements.map(({ value, valueMax, comparator }) => [value, valueMax, comparator])).toEqual([
      [20e9, null, "approx"],
      [45e6, 48e6, "range"],
      [12, null, "gt"],
    ]);
  });

  test("has comparisons whose kind, direction and setter the grammar reads; the answer gives their basis", () => {
    const text = "Thu ngân sách đạt 6,3 tỷ đồng/6 tỷ đồng, bằng 105% dự toán huyện giao, giảm 4% so với cùng kỳ.";
    const { achievements, problems } = achieved(text, { n: "n1", what: "Thu ngân sách", vs: ["n2p", "n3p", "n4s"] });
    expect(achievements[0]?.comparisons).toMatchObject([
      { basis: "plan", type: "ratio", percent: 105, value: 6e9, setBy: "huyện" },
      { basis: "same_period", type: "change", percent: -4, value: null },
    ]);
    expect(problems).toEqual([]);
  });

  test("takes the comparison beside its number that the answer forgot", () => {
    const { achievements } = achieved("Thu ngân sách đạt 6,3 tỷ đồng, bằng 105% kế hoạch.", {
      n: "n1",
      what: "Thu ngân sách",
    });
    expect(achievements[0]?.comparisons).toMatchObject([{ basis: "plan", percent: 105 }]);
  });

  test("is a comparison alone where its number is a change, whatever the answer takes it for", () => {
    const { achievements } = achieved("Tổng mức bán lẻ tăng 7,5% so với cùng kỳ.", {
      n: "n1",
      what: "Tổng mức bán lẻ",
    });
    expect(achievements[0]).toMatchObject({ value: null, comparisons: [{ type: "change", percent: 7.5 }] });
  });

  test("has the time of its own column in a table's row, whatever the answer says of the block", () => {
    const text = "Thu ngân sách | Năm 2024 Ước TH: 4.850 triệu đồng | Dự toán năm 2025: 5.100 triệu đồng";
    const { achievements } = achieved(text, { n: "n1", what: "Thu ngân sách" }, { n: "n2", what: "Thu ngân sách" });
    expect(achievements.map(({ period }) => period?.start)).toEqual(["2024-01-01", "2025-01-01"]);
  });

  test("tells a change from a level by the verb before it", () => {
    const { achievements } = achieved(
      "Giảm tỷ lệ tảo hôn so với năm trước: 0,3%. Kết nạp mới 4 đảng viên.",
      {
        n: "n1",
        what: "tỷ lệ tảo hôn",
      },
      { n: "n2", what: "Kết nạp mới … đảng viên" },
    );
    expect(achievements.map(({ measure }) => measure)).toEqual(["decrease", "increase"]);
  });

  test("keeps numbers that belong to its name and loses its own and the verbs of attaining", () => {
    const { achievements } = achieved("Đến nay, tỷ lệ hộ có trên 2 ha rừng đạt 97%.", {
      n: "n2",
      what: "Đến nay, tỷ lệ hộ có trên 2 ha rừng đạt 97%",
    });
    expect(achievements.map(({ indicator }) => indicator)).toEqual(["tỷ lệ hộ có trên 2 ha rừng"]);
  });

  test("keeps the quotation marks of a name", () => {
    const { achievements } = achieved("Vận động Quỹ “Bếp ấm” được 7 triệu đồng.", {
      n: "n1",
      what: "Vận động Quỹ “Bếp ấm”",
    });
    expect(achievements.map(({ indicator }) => indicator)).toEqual(["Vận động Quỹ “Bếp ấm”"]);
  });

  test("has the period of its clause, else of its block, else of the document", () => {
    const text = "Năm 2022, xã có 5 km đường mới. Năm 2023 trồng 3 ha rừng, cấp 40 suất cơm.";
    const [first, second] = ["n1", "n3"].map((n, index) => ({ n, what: ["đường mới", "suất cơm"][index] ?? "" }));
    const record = recordOf(text, {
      blocks: [
        block(
          [first, second].filter((one) => one !== undefined),
          { period: "t2" },
        ),
      ],
    });
    expect(record.achievements.map(({ period }) => period?.start)).toEqual(["2022-01-01", "2023-01-01"]);
  });

  test("in words is a status beside what it judges", () => {
    const { targets } = recordOf("Chỉ tiêu: Xã không có hộ đói: Đạt; đường thôn sạch: Đạt.", {
      blocks: [block([], { class: "target", statuses: [{ what: "đường thôn sạch", is: "Đạt" }] })],
    });
    expect(targets).toMatchObject([{ indicator: "đường thôn sạch", value: null, status: "Đạt", verified: true }]);
  });
});

describe("what an answer gets wrong is seen in the record", () => {
  const text = "Thu ngân sách đạt 6,3 tỷ đồng. Trồng 20 ha rừng.";

  test.each([
    ["an id that the text does not hold", { n: "n9", what: "Thu ngân sách" }, "UNKNOWN_MENTION"],
    ["words that the text does not hold", { n: "n1", what: "Chi ngân sách" }, "WORDS_NOT_IN_TEXT"],
    ["a number that was put into the words", { n: "n1", what: "Thu ngân sách 7 tỷ đồng" }, "WORDS_NOT_IN_TEXT"],
    ["a comparison with a number of nowhere", { n: "n1", what: "Thu ngân sách", vs: ["n7p"] }, "UNKNOWN_MENTION"],
  ])("%s", (_, figure, code) => {
    expect(achieved(text, figure).problems.join()).toContain(code);
  });

  test("one number for two results: the first keeps it", () => {
    const { achievements, problems } = achieved(text, { n: "n1", what: "Thu ngân sách" }, { n: "n1", what: "rừng" });
    expect(achievements.map(({ indicator }) => indicator)).toEqual(["Thu ngân sách"]);
    expect(problems).toContain("MENTION_REPEATED reply.blocks[0].figures[1]");
  });

  test("a number of another result: the figure is not verified", () => {
    const { achievements } = achieved(text, { n: "n2", what: "Thu ngân sách" });
    expect(achievements.filter(({ verified }) => verified)).toEqual([]);
  });
});

describe("the meeting of an answer", () => {
  const text = [
    "Sáng 6/8/2024, HĐND xã Phú Lãng khóa XX, nhiệm kỳ 2021-2026 tổ chức kỳ họp thứ 12 (chuyên đề) tại hội trường UBND xã.",
    "Dự kỳ họp có ông Quàng Văn Lả, Phó Bí thư Huyện ủy và 22/24 đại biểu HĐND xã.",
    "Kỳ họp thông qua Nghị quyết số 08/NQ-HĐND về hỗ trợ trồng rừng.",
  ].join("\n");
  const session = {
    name: "kỳ họp thứ 12 (chuyên đề)",
    body: "HĐND xã Phú Lãng",
    dates: ["d1"],
    place: "hội trường UBND xã",
    purpose: null,
  };

  test("has the number, term, years and form that stand around its name", () => {
    expect(recordOf(text, { session }).sessions).toMatchObject([
      {
        kind: "council_session",
        number: 12,
        term: 20,
        mandate: { start: 2021, end: 2026 },
        form: "thematic",
        body: { name: "HĐND xã Phú Lãng" },
        date: { start: "2024-08-06", partOfDay: "morning" },
        place: "hội trường UBND xã",
      },
    ]);
  });

  test("has people with their posts and groups with their counts", () => {
    const { attendees } = recordOf(text, {
      session,
      attendees: [
        { who: "Quàng Văn Lả", roles: ["participant"] },
        { who: "đại biểu HĐND xã", roles: ["participant"] },
      ],
    });
    expect(attendees).toMatchObject([
      { name: "Quàng Văn Lả", titles: ["Phó Bí thư Huyện ủy"], sessionId: "s1" },
      { name: null, group: "đại biểu HĐND xã", count: 22, outOf: 24 },
    ]);
  });

  test("passed resolutions by their numbers", () => {
    const { resolutions } = recordOf(text, {
      session,
      resolutions: [{ number: "v1", title: "hỗ trợ trồng rừng", role: "adopted" }],
    });
    expect(resolutions).toMatchObject([
      { number: "08/NQ-HĐND", title: "hỗ trợ trồng rừng", role: "adopted", issuer: "HĐND xã Phú Lãng" },
    ]);
  });

  test("is refused where its name is not in the text, and so are people of nowhere", () => {
    const { sessions, attendees, problems } = recordOf(text, {
      session: { ...session, name: "kỳ họp thứ 13" },
      attendees: [{ who: "Quàng Văn Lý", roles: ["chair"] }],
    });
    expect([sessions, attendees]).toEqual([[], []]);
    expect(problems.map(({ path }) => path)).toEqual(["reply.session.name", "reply.attendees[0].who"]);
  });
});
