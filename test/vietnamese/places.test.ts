import { describe, expect, it } from "vitest";
import places from "../../fixtures/language/places.json" with { type: "json" };
import { findAreas } from "../../src/vietnamese/areas.js";
import { findBodies } from "../../src/vietnamese/bodies.js";
import { read } from "../../src/vietnamese/reading.js";

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
