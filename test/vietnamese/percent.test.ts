import { expect, test } from "vitest";
import { percentOf } from "../../src/vietnamese/numbers/percent.js";
import { findQuantities } from "../../src/vietnamese/numbers/quantities.js";
import { read } from "../../src/vietnamese/text/reading.js";

test.each([
  ["đạt 41,5% kế hoạch", 41.5],
  ["tăng gấp 1,7 lần so với năm 2015", 170],
  ["gấp 3 lần năm trước", 300],
  ["gấp 1,15 lần cùng kỳ", 115],
  ["đạt 12 tỷ đồng", null],
])("%j is %s percent", (text, percent) => {
  expect(findQuantities(read(text)).map(({ value }) => percentOf(value))).toEqual([percent]);
});
