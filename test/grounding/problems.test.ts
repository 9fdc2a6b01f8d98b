import { describe, expect, it } from "vitest";
import type { DraftRefusal } from "../../src/engines/draft.js";
import { type ProblemCode, problemCodes } from "../../src/grounding/problems.js";
import { verifyRecord } from "../../src/grounding/verify.js";
import type { Record } from "../../src/records/record.js";
import { groundDraft, groundText } from "./hand-drafts.js";

const codesOf = (record: Record): string[] => record.problems.map(({ code }) => code);
const verifiedOf = (record: Record): boolean[] =>
  [...record.targets, ...record.achievements].map(({ verified }) => verified);

const good = groundText("Thu ngân sách xã đạt 12 tỷ đồng.", (write) => [write.figure("Thu ngân sách xã", "12 tỷ")]);
const [figure] = good.achievements;
if (!figure) throw new TypeError("The example has no figure.");
const { text } = good.document;
const changed = (change: Partial<typeof figure>): string[] =>
  verifyRecord({ ...good, achievements: [{ ...figure, ...change }] }).map(({ code }) => code);

/** What an engine could tie to nothing reaches the record as a problem. */
const refused = (code: DraftRefusal["code"]): string[] =>
  codesOf(
    groundDraft(text, () => ({ refusals: [{ path: "reply.figures[0]", code, details: { words: "chi 9 tỷ" } }] })),
  );

/** For each problem, the codes that something with exactly that wrong gives. */
const provoked: { readonly [Code in ProblemCode]: () => string[] } = {
  UNKNOWN_MENTION: () =>
    codesOf(groundText(text, (write) => [{ ...write.figure("Thu ngân sách xã", "12 tỷ"), quantity: "n77" }])),
  WORDS_NOT_IN_TEXT: () => refused("WORDS_NOT_IN_TEXT"),
  MENTION_REPEATED: () => refused("MENTION_REPEATED"),
  REPLY_LENIENT: () => refused("REPLY_LENIENT"),
  EMPTY_WORDS: () =>
    codesOf(groundText(text, (write) => [{ ...write.figure("Thu ngân sách xã", "12 tỷ"), indicator: [] }])),
  UNKNOWN_SESSION: () =>
    codesOf(groundText(text, (write) => [{ ...write.figure("Thu ngân sách xã", "12 tỷ"), session: 3 }])),
  ESTIMATE_ELSEWHERE: () =>
    codesOf(groundText(text, (write) => [write.figure("Thu ngân sách xã", "12 tỷ", { estimate: write.span("Thu") })])),
  DOCUMENT_CHANGED: () =>
    verifyRecord({ ...good, document: { ...good.document, text: `${text} Hết.` } }).map(({ code }) => code),
  EVIDENCE_NOT_IN_TEXT: () => changed({ evidence: { ...figure.evidence, quote: "Thu ngân sách xã đạt 13 tỷ đồng" } }),
  EVIDENCE_TOO_LONG: () => {
    const long = `Thu ngân sách xã ${"theo từng tháng ".repeat(70)}đạt 12 tỷ đồng.`;
    return codesOf(groundText(long, (write) => [write.figure("Thu ngân sách xã", "12 tỷ")]));
  },
  NOTHING_CLAIMED: () => codesOf(groundText(text, (write) => [write.figure("Thu ngân sách xã", null)])),
  NUMBER_NOT_IN_EVIDENCE: () => changed({ value: 13e9 }),
  NUMBER_READS_DIFFERENTLY: () =>
    codesOf(
      groundText("Xã tặng tổ số 5 hai mươi suất quà, gồm năm bộ bàn ghế.", (write) => {
        return [
          write.figure("bộ bàn ghế", null, {
            quantity: write.id("quantity", "năm bộ"),
            evidence: write.span("năm bộ bàn ghế"),
          }),
        ];
      }),
    ),
  NUMBER_OF_ANOTHER: () =>
    codesOf(
      groundText("Xã trồng 30 ha ngô và 45 ha lạc.", (write) => [
        write.figure("trồng", "45 ha", { indicator: [write.span("trồng"), write.span("ngô")] }),
      ]),
    ),
  NUMBER_IN_INDICATOR: () =>
    codesOf(
      groundText("Các khoản thu xã hưởng 100% được 615 triệu đồng.", (write) => [
        write.figure("Các khoản thu xã hưởng 100%", "100%"),
      ]),
    ),
  INDICATOR_NOT_IN_EVIDENCE: () => changed({ indicator: "Chi ngân sách huyện" }),
  NEGATED: () =>
    codesOf(
      groundText("Thu ngân sách xã chưa đạt 12 tỷ đồng.", (write) => [write.figure("Thu ngân sách xã", "12 tỷ")]),
    ),
  MEASURE_CONTRADICTED: () => changed({ measure: "decrease" }),
  FRACTION_OF_COUNTED: () =>
    codesOf(groundText("Xã hỗ trợ vay vốn 2,5 hộ.", (write) => [write.figure("hỗ trợ vay vốn", "2,5 hộ")])),
  RATE_OUT_OF_BOUNDS: () =>
    codesOf(
      groundText("Tỷ lệ hộ dùng nước sạch đạt 985%.", (write) => [write.figure("Tỷ lệ hộ dùng nước sạch", "985%")]),
    ),
  RANGE_NOT_RISING: () => changed({ valueMax: 11e9, comparator: "range" }),
  PART_EXCEEDS_WHOLE: () => changed({ outOf: 10 }),
  PERIOD_NOT_IN_TEXT: () => changed({ period: { label: "năm 2019", start: "2019-01-01", end: "2019-12-31" } }),
  PERIOD_ENDS_BEFORE_START: () => changed({ period: { label: "năm 2019", start: "2019-12-31", end: "2019-01-01" } }),
  AREA_NOT_IN_TEXT: () =>
    changed({ area: { type: "xã", name: "Nậm Lương", level: "commune", code: null, parents: [] } }),
  STATUS_NOT_IN_EVIDENCE: () => changed({ value: null, outOf: null, unit: null, comparator: null, status: "Xuất sắc" }),
  NUMBER_BESIDE_STATUS: () =>
    codesOf(
      groundText("Công tác giao quân đạt, 15 thanh niên.", (write) => [
        write.figure("Công tác giao quân", null, { status: write.span("đạt") }),
      ]),
    ),
  COMPARISON_NOT_IN_TEXT: () => changed({ comparisons: [comparison("bằng 80% dự toán")] }),
  COMPARISON_READS_DIFFERENTLY: () => compared({ percent: 81 }),
  COMPARISON_CONTRADICTED: () => compared({ type: "change" }),
  NOT_IN_TEXT: () => {
    const record = groundDraft("Đồng chí Lò Văn Sơn chủ trì hội nghị.", (write) => ({
      attendees: [
        {
          person: write.id("person", "Lò Văn Sơn"),
          group: null,
          count: null,
          titles: [],
          roles: ["chair"],
          session: null,
          evidence: [write.span("Đồng chí Lò Văn Sơn")],
        },
      ],
    }));
    expect(codesOf(record)).toEqual([]);
    return verifyRecord({ ...record, attendees: record.attendees.map((one) => ({ ...one, name: "Lò Văn Sỹ" })) }).map(
      ({ code }) => code,
    );
  },
  CONFLICTING_VALUES: () =>
    codesOf(
      groundText("Thu phí chợ đạt 12 triệu đồng.\nThu phí chợ đạt 15 triệu đồng.", (write) => [
        write.figure("Thu phí chợ", "12 triệu"),
        {
          ...write.figure("Thu phí chợ", "15 triệu"),
          indicator: [write.span("Thu phí chợ", 20)],
          evidence: write.span("Thu phí chợ đạt 15 triệu đồng"),
        },
      ]),
    ),
  UNCLAIMED_NUMBER: () =>
    codesOf(
      groundText("Thu phí chợ đạt 12 triệu đồng, chi hết 9 triệu đồng.", (write) => [
        write.figure("Thu phí chợ", "12 triệu", { evidence: write.span("Thu phí chợ đạt 12 triệu đồng") }),
      ]),
    ),
};

type Comparison = (typeof figure.comparisons)[number];
function comparison(words: string): Comparison {
  return { basis: "plan", type: "ratio", percent: 80, value: null, comparator: "eq", setBy: null, text: words };
}

function compared(change: Partial<Comparison>): string[] {
  const record = groundText("Thu phí chợ đạt 12 triệu đồng, bằng 80% kế hoạch xã giao.", (write) => [
    write.figure("Thu phí chợ", "12 triệu", { comparisons: [write.comparison("bằng 80% kế hoạch xã giao", "80%")] }),
  ]);
  expect(codesOf(record)).toEqual([]);
  const achievements = record.achievements.map((one) => ({
    ...one,
    comparisons: one.comparisons.map((told) => ({ ...told, ...change })),
  }));
  return verifyRecord({ ...record, achievements }).map(({ code }) => code);
}

describe("problems", () => {
  it.each(problemCodes)("%s is reported", (code) => {
    expect(provoked[code]()).toContain(code);
  });

  it("reports nothing where nothing is wrong", () => {
    expect([codesOf(good), verifiedOf(good), verifyRecord(good)]).toEqual([[], [true], []]);
  });

  it("says what to do", () => {
    const [problem] = groundText(text, (write) => [write.figure("Thu ngân sách xã", null)]).problems;
    expect(problem).toEqual({
      path: "achievements[0]",
      code: "NOTHING_CLAIMED",
      message: "There is no number, no comparison and no status. Remove it, or find what the text says.",
    });
  });
});

describe("negation", () => {
  it.each([
    "Số thôn văn hóa không được công nhận 90%",
    "Tỷ lệ hộ có nước sạch không đạt 90%",
    "Tỷ lệ hộ có nước sạch chưa thể đạt 90%",
  ])("does not believe '%s'", (sentence) => {
    const words = sentence.split(/ (?:không|chưa) /)[0] ?? "";
    const number = /\d+%/.exec(sentence)?.[0] ?? "";
    expect(verifiedOf(groundText(`${sentence}.`, (write) => [write.figure(words, number)]))).toEqual([false]);
  });

  it("leaves an indicator its own negation, and a bound its words", () => {
    const status = groundText("Thôn không có hộ nghèo: Đạt.", (write) => [
      write.figure("không có hộ nghèo", null, { status: write.span("Đạt") }),
    ]);
    const bound = groundText("Tỷ lệ sinh con thứ ba không quá 4%.", (write) => [
      write.figure("Tỷ lệ sinh con thứ ba", "4%"),
    ]);
    expect([verifiedOf(status), verifiedOf(bound)]).toEqual([[true], [true]]);
  });
});
