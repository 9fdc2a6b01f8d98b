import { expect, test } from "vitest";
import { fuzz } from "./fuzz.js";

const asked = process.env["KYHOP_FUZZ_INPUTS"];
const inputs = Number(asked ?? 2800);

test("damaged files of every format end as documents or as refusals with a reason", {
  timeout: inputs * 50,
}, async () => {
  const report = await fuzz(inputs, 20_240_720);
  // `npm run fuzz` runs many more, and tells what they took
  if (asked) console.log(report);
  expect(report.faults).toEqual([]);
  expect(report.documents).toBeGreaterThan(inputs / 5);
  expect(report.refusals).toBeGreaterThan(inputs / 5);
});
