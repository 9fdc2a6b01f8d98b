import { describe, expect, it } from "vitest";
import { groundText } from "./hand-drafts.js";

/** The code of the only figure of the text. */
function codeOf(text: string, indicator: string, number: string | null): string | null | undefined {
  const [figure] = groundText(text, (write) => [write.figure(indicator, number)]).achievements;
  return figure?.indicatorCode;
}

describe("a figure's code", () => {
  it.each([
    [
      "Phường Vân Hải không còn hộ nghèo theo chuẩn của thành phố (thu nhập bình quân 21 triệu đồng/người/năm trở xuống).",
      "thu nhập bình quân",
    ],
    ["Hộ cận nghèo là hộ có thu nhập bình quân 21 triệu đồng/người/năm trở xuống.", "thu nhập bình quân"],
  ])("is none in the words of a norm: %s", (text, indicator) => {
    expect(codeOf(text, indicator, "21 triệu")).toBeNull();
  });

  it("stays where a commune reaches a standard, and where the norm is another clause's", () => {
    const reached = "Xã Yên Hạ đạt chuẩn nông thôn mới (thu nhập bình quân 61 triệu đồng/người/năm).";
    expect(codeOf(reached, "thu nhập bình quân", "61 triệu")).toBe("income.per_capita");
    const behind = "Hộ nghèo theo chuẩn nghèo (cũ) giảm, thu nhập bình quân 61 triệu đồng/người/năm.";
    expect(codeOf(behind, "thu nhập bình quân", "61 triệu")).toBe("income.per_capita");
  });

  it("is the one that its unit fits", () => {
    expect(codeOf("Cho vay hộ nghèo 49,7 tỷ đồng.", "hộ nghèo", "49,7 tỷ")).toBeNull();
    expect(codeOf("Xã có 12 hộ nghèo.", "hộ nghèo", "12")).toBe("poverty.households");
  });
});
