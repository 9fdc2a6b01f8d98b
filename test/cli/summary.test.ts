import { describe, expect, test } from "vitest";
import { amountOf } from "../../src/cli/summary/amount.js";
import { proofOf } from "../../src/cli/summary/proof.js";
import { alignRows, clip } from "../../src/cli/terminal/layout.js";
import { jsonLine, printable } from "../../src/cli/terminal/printable.js";
import { styleFor } from "../../src/cli/terminal/style.js";
import type { Figure } from "../../src/records/figure.js";

const quote = "tổng thu ngân sách phường đạt 63.034 triệu đồng";
const plain: Figure = {
  indicator: "tổng thu ngân sách phường",
  indicatorCode: null,
  value: 63_034_000_000,
  valueMax: null,
  outOf: null,
  unit: "VND",
  comparator: "eq",
  measure: "level",
  status: null,
  period: null,
  comparisons: [],
  area: null,
  sessionId: null,
  evidence: { start: 0, end: quote.length, quote },
  verified: true,
};

describe("amounts are written as offices write them", () => {
  test.each<[string, Partial<Figure>]>([
    ["63.034 triệu đồng", {}],
    ["2,2 tỷ đồng", { value: 2_200_000_000 }],
    ["57.000 tỷ đồng", { value: 57e12 }],
    ["1.234.567 đồng", { value: 1_234_567 }],
    ["125–135 triệu đồng/người/năm", { value: 125e6, valueMax: 135e6, comparator: "range", unit: "VND/{người}/a" }],
    ["41,5%", { value: 41.5, unit: "%" }],
    ["8/8 tổ dân phố", { value: 8, outOf: 8, unit: "{tổ dân phố}" }],
    ["từ 85% trở lên", { value: 85, unit: "%", comparator: "gte" }],
    ["giảm trên 0,2%", { value: 0.2, unit: "%", comparator: "gt", measure: "decrease" }],
    ["tăng 3 đảng viên", { value: 3, unit: "{đảng viên}", measure: "increase" }],
    ["khoảng 12,5 ca/10.000 dân", { value: 12.5, unit: "{ca}/10000{dân}", comparator: "approx" }],
    ["1.200 m²", { value: 1200, unit: "m2" }],
    ["7", { value: 7, unit: null }],
    ["Đạt", { value: null, unit: null, comparator: null, status: "Đạt" }],
    ["", { value: null, unit: null, comparator: null }],
  ])("%s", (written, figure) => {
    expect(amountOf({ ...plain, ...figure })).toBe(written);
  });
});

describe("a proof", () => {
  const style = styleFor({}, false);
  const proof = (words: string, figure: Partial<Figure> = {}) =>
    proofOf({ ...plain, ...figure, evidence: { start: 0, end: words.length, quote: words } }, style);

  test("has the indicator and the number underlined", () => {
    expect(proof(quote)).toBe("_tổng thu ngân sách phường_ đạt _63.034 triệu đồng_");
  });

  test("finds an indicator whose words stand apart", () => {
    expect(proof("Tổng thu (gồm cả kết dư) ngân sách phường 63.034 triệu đồng")).toBe(
      "_Tổng thu_ (gồm cả kết dư) _ngân sách phường 63.034 triệu đồng_",
    );
  });

  test("shows the status where there is no number", () => {
    const figure = { indicator: "Công tác quân sự", value: null, status: "xếp loại tốt" };
    expect(proof("Công tác quân sự được xếp loại tốt", figure)).toBe("_Công tác quân sự_ được _xếp loại tốt_");
  });
});

test("rows are aligned whatever marks their letters carry", () => {
  const rows = [
    ["Tỷ lệ hộ nghèo".normalize("NFD"), "1%"],
    ["Thu", "2%"],
  ];
  expect(alignRows(rows).map((line) => line.normalize("NFC"))).toEqual(["Tỷ lệ hộ nghèo  1%", "Thu             2%"]);
  expect(clip("Tỷ lệ hộ nghèo", 9)).toBe("Tỷ lệ hộ…");
});

test("what a terminal would obey is taken away, and escaped in JSON", () => {
  expect(printable("a\u001B[31mb\u009Bc\u202Ed\r\ne\tf")).toBe("a[31mbcd e f");
  expect(jsonLine({ a: "\u009B\u202E\u001B" })).toBe('{"a":"\\u009b\\u202e\\u001b"}\n');
});
