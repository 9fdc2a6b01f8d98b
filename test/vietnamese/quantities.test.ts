import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findQuantities } from "../../src/vietnamese/numbers/quantities.js";
import { read } from "../../src/vietnamese/text/reading.js";

interface Row {
  readonly text: string;
  readonly quote?: string;
  readonly none?: true;
  readonly value?: number;
  readonly valueMax?: number;
  readonly outOf?: number;
  readonly unit?: string | null;
  readonly comparator?: string;
}

const rows = JSON.parse(readFileSync("fixtures/language/quantities.json", "utf8")) as readonly Row[];

describe("quantities, each row of the corpus", () => {
  it.each(rows.filter((row) => row.quote))("$text", (row) => {
    const text = row.text.normalize("NFC");
    const found = findQuantities(read(text)).map((quantity) => ({
      quote: text.slice(quantity.start, quantity.end),
      value: quantity.value.value,
      valueMax: quantity.value.valueMax,
      outOf: quantity.value.outOf,
      unit: quantity.value.unit,
      comparator: quantity.value.comparator,
    }));
    expect(found).toContainEqual({
      quote: row.quote,
      value: row.value,
      valueMax: row.valueMax ?? null,
      outOf: row.outOf ?? null,
      unit: row.unit ?? null,
      comparator: row.comparator ?? "eq",
    });
  });

  it.each(rows.filter((row) => row.none))("nothing in: $text", (row) => {
    const text = row.text.normalize("NFC");
    expect(findQuantities(read(text)).map((quantity) => text.slice(quantity.start, quantity.end))).toEqual([]);
  });
});
