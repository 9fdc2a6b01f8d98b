import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeNumberWords } from "../../src/vietnamese/numbers/number-words.js";
import { findQuantities } from "../../src/vietnamese/numbers/quantities.js";
import { read } from "../../src/vietnamese/text/reading.js";

/** The one quantity of the text; anything else in it fails the test. */
function only(text: string) {
  const found = findQuantities(read(text));
  expect(found, text).toHaveLength(1);
  return found[0]?.value;
}

const dotted = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ".");
const whole = fc.integer({ min: 2, max: 999_999_999 });
const fraction = fc.stringMatching(/^\d{1,4}$/);
const scales = [
  ["", 0],
  [" nghìn", 3],
  [" ngàn", 3],
  [" triệu", 6],
  [" tỷ", 9],
  [" tỉ", 9],
  [" nghìn tỷ", 12],
] as const;

describe("every number that can be written in Vietnamese style is read back", () => {
  it("dots for thousands, a comma for decimals, scale words and đồng", () => {
    const amounts = fc.tuple(whole, fc.option(fraction), fc.constantFrom(...scales), fc.boolean());
    fc.assert(
      fc.property(amounts, ([integer, decimals, [scale, power], dots]) => {
        const digits = dots ? dotted(String(integer)) : String(integer);
        const text = `Tổng thu đạt ${digits}${decimals === null ? "" : `,${decimals}`}${scale} đồng.`;
        expect(only(text)?.value, text).toBe(Number(`${integer}.${decimals ?? 0}e${power}`));
      }),
      { numRuns: 2000 },
    );
  });

  it("tỷ and triệu in a row", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 999 }), (billions, millions) => {
        const text = `Chi ngân sách là ${dotted(String(billions))} tỷ ${millions} triệu đồng.`;
        expect(only(text)?.value, text).toBe(billions * 1e9 + millions * 1e6);
      }),
    );
  });

  it("words", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 999_999_999_999 }), (value) => {
        const text = `Kinh phí là ${writeNumberWords(value)} đồng.`;
        expect(only(text)?.value, text).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it("percentages, ranges and bounds", () => {
    const percent = fc.tuple(fc.integer({ min: 0, max: 998 }), fraction);
    fc.assert(
      fc.property(percent, fc.constantFrom("-", " - ", "–", " đến "), ([integer, decimals], joint) => {
        const low = Number(`${integer}.${decimals}`);
        expect(only(`Tỷ lệ đạt ${integer},${decimals}% trở lên.`)).toMatchObject({
          value: low,
          unit: "%",
          comparator: "gte",
        });
        expect(only(`Tỷ lệ đạt từ ${integer},${decimals}${joint}${integer + 1}%.`)).toMatchObject({
          value: low,
          valueMax: integer + 1,
          comparator: "range",
        });
      }),
    );
  });

  it("parts of a whole", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat({ max: 9999 }), (part, more) => {
        const text = `Có ${dotted(String(part))}/${dotted(String(part + more))} hộ ký cam kết.`;
        expect(only(text), text).toMatchObject({ value: part, outOf: part + more, unit: "{hộ}" });
      }),
    );
  });
});
