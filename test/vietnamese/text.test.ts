import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../src/vietnamese/text/composed.js";
import { fold, sameWords } from "../../src/vietnamese/text/fold.js";
import { Lexicon } from "../../src/vietnamese/text/lexicon.js";
import { read } from "../../src/vietnamese/text/reading.js";

const letters =
  "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ ,.0123456789-";
const vietnamese = fc.array(fc.constantFrom(...letters), { maxLength: 60 }).map((signs) => signs.join(""));

describe("composing", () => {
  it("leads each word of the NFC text back to the raw text, however that was typed", () => {
    const check = (text: string, form: "NFC" | "NFD") => {
      const raw = text.normalize(form);
      const composed = compose(raw);
      expect(composed.text).toBe(text.normalize("NFC"));
      for (const match of composed.text.matchAll(/\S+/g)) {
        const { start, end } = composed.toRaw({ start: match.index, end: match.index + match[0].length });
        expect(raw.slice(start, end).normalize("NFC")).toBe(match[0]);
      }
    };
    fc.assert(fc.property(vietnamese, fc.constantFrom("NFC", "NFD"), check));
  });

  it("keeps whole letters where a span cuts one", () => {
    const raw = "lệ".normalize("NFD");
    expect(compose(raw).toRaw({ start: 1, end: 2 })).toEqual({ start: 1, end: raw.length });
  });

  it("composes what no Vietnamese text holds without losing its place", () => {
    const raw = "\u1112\u1161\u11AB x";
    const composed = compose(raw);
    expect(raw.slice(composed.toRaw({ start: 2, end: 3 }).start)).toBe("x");
  });
});

describe("folding", () => {
  it.each([
    ["Hoà Bình", "hòa bình"],
    ["Thuỷ lợi", "thủy lợi"],
    ["QUÝ III", "quý iii"],
    ["qúy 2", "quý 2"],
    ["HOÀN THÀNH", "hoàn thành"],
    ["Ðảng ủy", "đảng ủy"],
    ["2021 – 2025", "2021 - 2025"],
    ["Hội_đồng_nhân_dân", "hội đồng nhân dân"],
    ["１２,５ tỷ", "12,5 tỷ"],
    ["“Gia đình văn hóa”", '"gia đình văn hóa"'],
    ["10\u00A0tỷ", "10 tỷ"],
  ])("%s → %s", (text, folded) => expect(fold(text)).toBe(folded));

  it("never changes the length, so that offsets hold", () => {
    const sameLength = (text: string) => {
      expect(fold(text)).toHaveLength(text.length);
    };
    fc.assert(fc.property(fc.string({ unit: "binary" }), sameLength));
    expect(fold("İSTANBUL ẞ ﬀ")).toHaveLength("İSTANBUL ẞ ﬀ".length);
  });

  it("takes two spellings for the same words and two words for two", () => {
    expect(sameWords("Uỷ  ban\u00A0nhân dân", "ủy ban nhân dân")).toBe(true);
    expect(sameWords("tỷ lệ", "tỉ lệ")).toBe(false);
  });
});

describe("a lexicon", () => {
  const lexicon = new Lexicon({ tỷ: 9, "nghìn tỷ": 12, "kinh tế - xã hội": 0 });

  it("finds the longest phrase and ends at a word's end", () => {
    expect(lexicon.matchAt(read("5 nghìn tỷ đồng"), 2)).toEqual({ start: 2, end: 10, value: 12 });
    expect(lexicon.matchStart("tỷlệ")).toBeNull();
  });

  it("does not mind spacing around signs, nor tone placement", () => {
    expect(lexicon.matchStart("kinh tế-xã hội")?.end).toBe(14);
    expect(lexicon.matchStart("kinh  tế -  xã hội")?.end).toBe(18);
  });

  it("reads backwards from an offset", () => {
    expect(lexicon.matchBefore(read("hơn 5 nghìn tỷ"), 14)?.start).toBe(6);
  });

  it("refuses an empty phrase", () => expect(() => new Lexicon({ " ": 1 })).toThrow(TypeError));
});
