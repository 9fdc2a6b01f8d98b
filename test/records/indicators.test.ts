import { describe, expect, it } from "vitest";
import { indicatorCode, knownIndicators } from "../../src/records/indicators.js";

describe("indicator codes", () => {
  it.each([
    ["Tỷ lệ hộ nghèo", "poverty.rate"],
    ["tỉ lệ hộ nghèo đa chiều".replace("tỉ", "tỷ"), "poverty.rate"],
    ["Thu nhập bình quân đầu người của xã", "income.per_capita"],
    ["tổng thu ngân sách phường", "fiscal.revenue.local"],
    ["tổng thu ngân sách", "fiscal.revenue.total"],
    ["SẢN LƯỢNG THUỶ SẢN", "agri.aquaculture.output"],
  ])("%s is %s", (words, code) => {
    expect(indicatorCode(words)).toBe(code);
  });

  it.each(["hộ nghèo được vay vốn làm nhà", "camera an ninh", ""])("has no code for '%s'", (words) => {
    expect(indicatorCode(words)).toBeNull();
  });

  it("has no alias that two indicators share", () => {
    const aliases = knownIndicators.flatMap((indicator) => indicator.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
  });
});
