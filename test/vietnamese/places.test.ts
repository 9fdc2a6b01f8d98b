import { describe, expect, it } from "vitest";
import places from "../../fixtures/language/places.json" with { type: "json" };
import { findAreas } from "../../src/vietnamese/places/areas.js";
import { findBodies } from "../../src/vietnamese/places/bodies.js";
import { read } from "../../src/vietnamese/text/reading.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly kind?: string;
  readonly type?: string;
  readonly name?: string;
  readonly level?: string;
  readonly area?: { readonly type: string; readonly name: string | null };
}

function placesOf(text: string) {
  const reading = read(text);
  const areas = findAreas(reading);
  const quote = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    areas: areas.map((found) => ({ quote: quote(found), ...found.value })),
    bodies: findBodies(reading, areas).map((found) => ({
      quote: quote(found),
      type: found.value.type,
      area: found.value.area
        ? { type: found.value.area.type, name: found.value.area.name }
        : { type: found.value.areaWord, name: null },
    })),
  };
}

describe("places", () => {
  for (const { text, quote, kind, type, name, level, area } of places as readonly Row[]) {
    if (kind === "body")
      it(`body ${quote} in: ${text}`, () => expect(placesOf(text).bodies).toContainEqual({ quote, type, area }));
    else if (kind === "area")
      it(`area ${quote} in: ${text}`, () => expect(placesOf(text).areas).toContainEqual({ quote, type, name, level }));
    else it(`no area in: ${text}`, () => expect(placesOf(text).areas).toEqual([]));
  }
});

describe("a body's name", () => {
  const namesOf = (text: string) => {
    const reading = read(text);
    return findBodies(reading, findAreas(reading)).map(({ value }) => value.name);
  };

  it.each([
    ["HỘI ĐỒNG NHÂN DÂN PHƯỜNG 7", "HĐND Phường 7"],
    ["HỘI ĐỒNG NHÂN DÂN\nXÃ MINH TÂN", "HĐND xã Minh Tân"],
    ["Hội đồng nhân dân (HĐND) xã Minh Tân họp", "HĐND xã Minh Tân"],
    ["Uỷ ban MTTQ Việt Nam huyện Sơn Hà vận động", "UBMTTQ Việt Nam huyện Sơn Hà"],
    ["Sở Nông nghiệp và Môi trường tỉnh Lào Cai", "Sở Nông nghiệp và Môi trường tỉnh Lào Cai"],
    ["HĐND Hà Nội chất vấn", "HĐND Hà Nội"],
    ["Huyện ủy Phù Cừ họp", "Huyện ủy Phù Cừ"],
  ])("%s: %s", (text, name) => expect(namesOf(text)).toContain(name));

  it("ends where a person's begins", () => {
    expect(namesOf("Chủ tịch UBND tỉnh Phan Văn Lượm kết luận.")).toEqual(["UBND tỉnh"]);
    expect(namesOf("Bí thư Huyện ủy Phù Cừ Đinh Văn Chót kết luận.")).toEqual(["Huyện ủy Phù Cừ"]);
  });
});

describe("a hostile text", () => {
  it.each(["A ", "xã ", "tỉnh Trần Văn An ", "HĐND "])("of %j only returns", (words) => {
    const reading = read(words.repeat(1_000_000 / words.length));
    const areas = findAreas(reading);
    expect(findBodies(reading, areas)).toBeInstanceOf(Array);
  });
});
