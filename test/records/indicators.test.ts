import { describe, expect, it } from "vitest";
import parts from "../../src/records/data/indicator-parts.json" with { type: "json" };
import { figureCode, indicatorCode, knownIndicators } from "../../src/records/indicators.js";

describe("indicator codes", () => {
  it.each([
    ["Tỷ lệ hộ nghèo", "poverty.rate"],
    ["tỉ lệ hộ nghèo đa chiều".replace("tỉ", "tỷ"), "poverty.rate"],
    ["Thu nhập bình quân đầu người của xã", "income.per_capita"],
    ["tổng thu ngân sách phường", "fiscal.revenue.local"],
    ["tổng thu ngân sách", "fiscal.revenue.total"],
    ["SẢN LƯỢNG THUỶ SẢN", "agri.aquaculture.output"],
    ["Tổng số hộ dân toàn xã", "population.households"],
    ["tỷ lệ sinh con thứ ba", "population.third_child_rate"],
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

describe("the words beside an indicator's name", () => {
  it.each([
    ["Tổng giá trị sản xuất toàn huyện Yên Hạ", "econ.output.total"],
    ["giá trị sản xuất công nghiệp", "econ.output.industry_construction"],
    ["Giá trị sản xuất ngành công nghiệp - tiểu thủ công nghiệp và xây dựng", "econ.output.industry_construction"],
    ["giá trị sản xuất nông, lâm, thủy sản", "econ.output.agriculture"],
    ["giá trị sản xuất ngành thương mại và dịch vụ", "econ.output.trade_services"],
    ["Tổng diện tích gieo trồng lúa", "agri.rice.area"],
    ["Tổng diện tích gieo trồng xã Lạc Giang", "agri.sown_area.total"],
    ["số xã đạt chuẩn nông thôn mới nâng cao", "rural.ntm.advanced"],
    ["tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi", "health.malnutrition_stunting"],
  ])("%s is %s", (words, code) => {
    expect(indicatorCode(words)).toBe(code);
  });

  it.each([
    "giá trị sản xuất ngư nghiệp",
    "giá trị sản xuất tiểu thủ công nghiệp",
    "giá trị sản xuất nông nghiệp, công nghiệp",
    "số xã đạt chuẩn nông thôn mới nâng cao, kiểu mẫu",
    "lượt khách du lịch nội địa",
    "khám phá vụ phạm pháp hình sự",
    "thu nhập bình quân của người lao động",
    "Tổng số hộ",
    "hộ dân được cấp nước",
    "các xã có tỷ lệ hộ nghèo",
    "Dự phòng chi ngân sách",
  ])("make another thing of it: '%s'", (words) => {
    expect(indicatorCode(words)).toBeNull();
  });

  it("are of indicators of the table and of one part each", () => {
    const codes: readonly string[] = knownIndicators.map(({ code }) => code);
    expect(
      parts.parts.flatMap(({ of, code }) => [...of, ...(code ? [code] : [])]).filter((code) => !codes.includes(code)),
    ).toEqual([]);
    for (const code of codes) {
      const words = parts.parts.filter(({ of }) => of.includes(code)).flatMap(({ words }) => words);
      expect(new Set(words).size, code).toBe(words.length);
    }
    for (const { words, heads } of parts.parts) expect(words).toEqual(expect.arrayContaining(heads ?? []));
  });
});

describe("the code of a figure", () => {
  const codeOf = (indicator: string, unit: string | null, measure: "level" | "increase" = "level") =>
    figureCode({ indicator, unit, measure });

  it.each([
    ["thu ngân sách", "VND/a", "fiscal.revenue.total"],
    ["thu ngân sách", null, "fiscal.revenue.total"],
    ["kim ngạch xuất khẩu", "USD", "econ.trade.exports"],
    ["thu nhập bình quân đầu người", "VND/{người}/a", "income.per_capita"],
    ["thu nhập bình quân đầu người", "VND", "income.per_capita"],
    ["năng suất lúa", "t/ha", "agri.rice.yield"],
    ["hộ nghèo", "{hộ nghèo}", "poverty.households"],
    ["hộ nghèo", "%", "poverty.rate"],
    ["số xã đạt chuẩn nông thôn mới", "%", "rural.ntm.commune_share"],
    ["giải quyết việc làm", "{lượt lao động}/a", "labour.jobs_created"],
    ["số bác sĩ trên 10.000 dân", "{bác sĩ}/10000{dân}", "health.doctors_per_10k"],
    ["tham gia BHXH tự nguyện", "{người}", "insurance.social.voluntary"],
  ])("fits its unit: %s in %s", (indicator, unit, code) => {
    expect(codeOf(indicator, unit)).toBe(code);
  });

  it.each([
    ["hộ nghèo", "VND"],
    ["hộ cận nghèo", "{hộ cận nghèo}"],
    ["xuất khẩu lao động", "VND"],
    ["thu nhập bình quân", "VND/{hộ}"],
    ["tổng vốn đầu tư toàn xã hội", "%"],
    ["trường đạt chuẩn quốc gia", "{trường}"],
    ["giường bệnh/1 vạn dân", "{bác sĩ}"],
    ["số xã đạt chuẩn nông thôn mới nâng cao", "%"],
  ])("is none where the unit does not fit: %s in %s", (indicator, unit) => {
    expect(codeOf(indicator, unit)).toBeNull();
  });

  it("is the growth's where a share tells by how much more", () => {
    expect(codeOf("thu ngân sách", "%/a", "increase")).toBe("fiscal.revenue.growth");
    expect(codeOf("thu ngân sách", "%/a")).toBeNull();
    expect(codeOf("thu ngân sách", "VND", "increase")).toBe("fiscal.revenue.total");
  });

  it("names no code that the table has not, and nouns for all that is counted", () => {
    const codes = new Set(knownIndicators.map(({ code }) => code));
    for (const { code, kinds, counted, instead } of knownIndicators) {
      expect(kinds.length, code).toBeGreaterThan(0);
      expect((counted ?? []).length > 0, code).toBe(kinds.some((kind) => kind.startsWith("count")));
      for (const other of Object.values(instead ?? {})) expect(codes).toContain(other);
    }
  });
});
