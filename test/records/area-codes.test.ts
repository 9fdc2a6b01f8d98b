import { describe, expect, it } from "vitest";
import { areaCode } from "../../src/records/area-codes.js";

const before = "2024-07-10";
const since = "2025-07-10";

describe("codes of administrative units", () => {
  it("has the code of a province whatever the date, where both lists agree", () => {
    expect(areaCode({ type: "thành phố", name: "Hà Nội", level: "province" }, null, [])).toBe("01");
  });

  it("reads a ward's code with what stands above it", () => {
    const ward = { type: "phường", name: "Phúc Xá", level: "commune" } as const;
    expect(areaCode(ward, before, ["quận Ba Đình", "thành phố Hà Nội"])).toBe("00001");
  });

  it("gives none where several units of one name fit", () => {
    expect(areaCode({ type: "phường", name: "1", level: "commune" }, before, [])).toBeNull();
  });

  it("gives none where the parent is another", () => {
    expect(areaCode({ type: "phường", name: "Phúc Xá", level: "commune" }, before, ["tỉnh Hà Giang"])).toBeNull();
  });

  it("lets the date decide: a code was given to another unit at the merger", () => {
    const old = { type: "phường", name: "Trúc Bạch", level: "commune" } as const;
    const current = { type: "phường", name: "Ba Đình", level: "commune" } as const;
    expect([areaCode(old, before, []), areaCode(old, since, [])]).toEqual(["00004", null]);
    expect(areaCode(current, since, [])).toBe("00004");
  });

  it("knows no district after the merger", () => {
    const district = { type: "quận", name: "Ba Đình", level: "district" } as const;
    expect([areaCode(district, before, []), areaCode(district, since, [])]).toEqual(["001", null]);
  });

  it("compares names whatever the place of the tone mark", () => {
    const names = ["Hoà Bình", "Hòa Bình"].map((name) =>
      areaCode({ type: "tỉnh", name, level: "province" }, before, []),
    );
    expect(names).toEqual(["17", "17"]);
  });
});
